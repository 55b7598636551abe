import ApusSource
import Testing

struct JSONReaderTests {
    @Test(arguments: [
        (
            #"{"a": [1, -2.50, 1e3, true, false, null, "x"], "b": {}, "c": []}"#,
            #"{"a": [1, -2.50, 1e3, true, false, null, "x"], "b": {}, "c": []}"#
        ),
        (#"{"\u0061\ud83d\ude00": "\n\ud83d"}"#, "{\"a😀\": \"\n\u{FFFD}\"}"),
        ("\t{\"indented\":\n\t\t[1]}", #"{"indented": [1]}"#),
    ])
    func buildsTrees(_ text: String, _ expected: String) {
        for path in ["a.json", "a.yaml", "a"] {
            let reading = Reading(text, path: path)
            #expect(reading.node?.outline == expected)
            #expect(reading.diagnostics.isEmpty)
        }
    }

    @Test func marksPointAtTokens() throws {
        let reading = Reading("{\n  \"ä\": [10, {\"k\": \"v\"}]\n}", path: "a.json")
        let entry = try #require(reading.node?.mapping?.entries.first)
        #expect(reading.files.position(of: entry.keyMark) == SourcePosition(line: 2, column: 3))
        let columns = entry.value.sequence?.map { reading.files.position(of: $0.mark).column }
        #expect(columns == [9, 13])
    }

    /// In small mappings and in those with an index.
    @Test(arguments: [0, 50])
    func lastOfSeveralKeysWins(_ others: Int) {
        let filling = (0..<others).map { "\"k\($0)\": 0, " }.joined()
        let reading = Reading("{\(filling)\"a\": 1, \"b\": {\"c\": 1, \"c\": 2, \"c\": 3}, \"a\": 4}", path: "a.json")
        #expect(reading.node?["a"]?.integer == 4)
        #expect(reading.node?["b"]?["c"]?.integer == 3)
        #expect(reading.node?.mapping?.count == others + 2)
        #expect(reading.diagnostics.map(\.message).map { $0.split(separator: "\"")[1] } == ["c", "c", "a"])
        #expect(reading.diagnostics.map(\.pointer) == ["/b/c", "/b/c", "/a"])
    }

    @Test(arguments: ["a.json", "a.yaml"])
    func pointersLeadToKeysWrittenTwice(_ path: String) {
        let text = #"{"list": [0, [], {"a/b": [{"~": 1, "\u007e": 2}]}, {"x": {}, "x": [1]}], "list": null}"#
        let reading = Reading(text, path: path)
        #expect(reading.diagnostics.map(\.pointer) == ["/list/2/a~1b/0/~0", "/list/3/x", "/list"])
    }

    @Test func flowYAMLIsNotJSON() {
        #expect(Reading("{a: 1, b: [x]}", path: "a.yaml").node?.outline == #"{"a": 1, "b": ["x"]}"#)
        #expect(Reading("{a: 1}", path: "a.json").diagnostics.map(\.id) == ["invalid-json"])
        #expect(Reading("openapi: 3.0.0", path: "a.json").node?["openapi"]?.string == "3.0.0")
    }

    @Test(
        arguments: [
            ("{\"a\": 1,,}", "1:9", "expected a string as the member's name", "put the key in double quotes"),
            (
                "[,]", "1:2", "expected a value",
                "put text in double quotes; only numbers, true, false and null go without quotes"
            ),
            ("{\"a\" 1}", "1:6", "expected ':'", nil),
            ("{\n  \"a\": 1\n  \"b\": 2\n}", "3:3", "expected ',' or '}'", "a comma may be missing before it"),
            ("[1 2]", "1:4", "expected ',' or ']'", "a comma may be missing before it"),
            ("{\"a\": 1 # one\n}", "1:9", "expected ',' or '}'", "JSON has no comments; remove it"),
            ("{\"a\": 1 /* one }", "1:9", "expected ',' or '}'", "a comma may be missing before it"),
            ("{'a': 1}", "1:2", "expected a string as the member's name", "put the key in double quotes"),
            (
                "[yes]", "1:2", "expected a value",
                "put text in double quotes; only numbers, true, false and null go without quotes"
            ),
            (
                "{\"a\": [1", "1:9", "unexpected end of input",
                "a bracket, brace or quote is not closed, or the file is cut off"
            ),
            (
                "[\"a\tb\"]", "1:4", "unescaped control character in a string",
                "write line breaks in strings as \\n and tabs as \\t"
            ),
            ("[\"\\q\"]", "1:3", "invalid escape", "write a backslash as \\\\"),
            (
                "[01]", "1:2", "invalid number",
                "write numbers as 1, -2.5 or 1e6: no leading zero, no plus, digits around the point"
            ),
            ("{} {}", "1:4", "unexpected content after the value", "a file holds one value"),
        ] as [(String, String, String, String?)])
    func refusesBrokenText(_ text: String, _ location: String, _ reason: String, _ hint: String?) {
        let reading = Reading(text, path: "a.json")
        #expect(reading.node == nil)
        let lines = reading.rendered.split(separator: "\n")
        #expect(
            lines.first.map(String.init) == "a.json:\(location): error: cannot read the JSON: \(reason) [invalid-json]")
        #expect(reading.diagnostics.first?.hint == hint)
    }

    @Test(
        arguments: [
            ("{\"a\": [1, 2, ], \"b\": \"x,]\", }", "{\"a\": [1, 2], \"b\": \"x,]\"}", ["1:12"]),
            ("{\"a\": 1 // one\n, \"b\": \"// no\"}", "{\"a\": 1, \"b\": \"// no\"}", ["1:9"]),
            ("/* a\nb */ [1, // one\n]", "[1]", ["1:1", "2:8"]),
        ] as [(String, String, [String])])
    func readsWhatPeopleWriteByHand(_ text: String, _ expected: String, _ locations: [String]) {
        let reading = Reading(text, path: "a.json")
        #expect(reading.node?.outline == expected)
        #expect(Set(reading.diagnostics.map(\.id)) == ["loose-json"])
        let heads = reading.rendered.split(separator: "\n").filter { $0.hasPrefix("a.json:") }
        #expect(heads.map { $0.split(separator: ":")[1...2].joined(separator: ":") } == locations)
    }

    @Test func equalityIgnoresOrderAndSpelling() throws {
        let left = try #require(Reading(#"{"a": [1, "x", null], "b": 1e2}"#).node)
        let right = try #require(Reading("b: 100.0\na:\n- 1.0\n- x\n- ~\n").node)
        let other = try #require(Reading(#"{"a": [1, "x", null], "b": "1e2"}"#).node)
        #expect(left.isEqual(to: right))
        #expect(left.structuralHash == right.structuralHash)
        #expect(!left.isEqual(to: other))
    }
}
