import ApusSource
import Testing

/// Tabs that YAML 1.2 allows and libyaml refuses. Tabs as indentation are still refused.
struct YAMLTabTests {
    @Test(arguments: [
        ("a: 1\n\t\nb: 2", #"{"a": 1, "b": 2}"#),
        ("a: 1\n \t \t\nb: 2", #"{"a": 1, "b": 2}"#),
        ("a: 1\n\t# note\nb: 2", #"{"a": 1, "b": 2}"#),
        ("a: text\n\t\n\t# note\nb: 2", #"{"a": "text", "b": 2}"#),
        ("a:\n  - x\n\t\n  - y\n\t\t# end\nb: 2", #"{"a": ["x", "y"], "b": 2}"#),
        ("\t# first\na: 1", #"{"a": 1}"#),
        ("a: 1\n\t", #"{"a": 1}"#),
        ("a: 1\r\n\t\r\nb: 2\r\n", #"{"a": 1, "b": 2}"#),
        ("-\tx\n- \ty", #"["x", "y"]"#),
        ("a:\n \tx\nb: {c: 1}\n\t", #"{"a": "x", "b": {"c": 1}}"#),
        ("a:\n \t{b: 1}\n\t\nc: 1", #"{"a": {"b": 1}, "c": 1}"#),
        ("a: |\n  text\n\t\nb: 2", "{\"a\": \"text\\n\", \"b\": 2}"),
        ("a: |\n  text\n\t# note\nb: 2", "{\"a\": \"text\\n\", \"b\": 2}"),
        ("a: |\n  one\n\t\n  two\nb: 2", "{\"a\": \"one\\n\\ntwo\\n\", \"b\": 2}"),
        ("a: |\n  run:\n  \tmake\n  \t# all\n\t\nb: 2", "{\"a\": \"run:\\n\\tmake\\n\\t# all\\n\", \"b\": 2}"),
        ("a: >-\n  \tcode\nb: 2", "{\"a\": \"\\tcode\", \"b\": 2}"),
        ("a: &x !!str |2 # note\n    text\n\t\nb: 2", "{\"a\": \"  text\\n\", \"b\": 2}"),
        ("- |\n text\n\t\n- b", "[\"text\\n\", \"b\"]"),
        ("a: \"x |\n\t\n  y\"\nb: 2\n\t\nc: 3", "{\"a\": \"x |\\ny\", \"b\": 2, \"c\": 3}"),
    ])
    func isRead(_ text: String, _ expected: String) {
        let reading = Reading(text)
        #expect(reading.node?.outline.replacing("\n", with: "\\n").replacing("\t", with: "\\t") == expected)
        #expect(reading.diagnostics.isEmpty)
    }

    @Test(arguments: ["a:\n\tb: 1", "a:\n  b: 1\n\tc: 2", "a:\n \tb: 1", "-\t- x", "-\ta: 1\n\tb: 2"])
    func indentationIsRefused(_ text: String) {
        #expect(Reading(text).node == nil)
    }

    @Test func marksStayWhereTheyAre() throws {
        let text = "ä: 1\n\t\n \t# nöte\nb: |\n  \ttext\n\t\nc: [x]\n"
        let reading = Reading(text)
        let mapping = try #require(reading.node?.mapping)
        #expect(mapping.keys == ["ä", "b", "c"])
        let lines = mapping.entries.map { reading.files.position(of: $0.keyMark).line }
        #expect(lines == [1, 4, 7])
        #expect(mapping.entries.allSatisfy { reading.files.position(of: $0.keyMark).column == 1 })
        #expect(mapping["b"]?.string == "\ttext\n")
    }

    /// An error after such lines still has its own location.
    @Test func anotherErrorKeepsItsLocation() throws {
        let reading = Reading("a: 1\n\t\nb: [\n")
        #expect(reading.node == nil)
        #expect(reading.diagnostics.first?.id == "invalid-yaml")
    }
}
