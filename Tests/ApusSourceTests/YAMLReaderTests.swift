import ApusSource
import Testing

struct YAMLReaderTests {
    /// Plain scalars and their types by the core schema of YAML 1.2; YAML 1.1 gave types to the second block.
    @Test(arguments: [
        ("null", "null"), ("~", "null"), ("Null", "null"), ("NULL", "null"), ("", "null"), ("nULL", "\"nULL\""),
        ("true", "true"), ("True", "true"), ("TRUE", "true"), ("False", "false"), ("tRue", "\"tRue\""),
        ("0", "0"), ("-12", "-12"), ("+3", "+3"), ("0o17", "0o17"), ("0x1F", "0x1F"), ("0x", "\"0x\""),
        ("0o8", "\"0o8\""),
        ("1.5", "1.5"), (".5", ".5"), ("5.", "5."), ("1e2", "1e2"), ("-1.5E+3", "-1.5E+3"), ("1e", "\"1e\""),
        (".inf", ".inf"), ("-.INF", "-.INF"), (".nan", ".nan"), ("+.nan", "\"+.nan\""), ("inf", "\"inf\""),
        ("-", "[null]"),
        ("yes", "\"yes\""), ("on", "\"on\""), ("No", "\"No\""), ("y", "\"y\""), ("012", "\"012\""),
        ("01.5", "\"01.5\""),
        ("1_000", "\"1_000\""), ("2020-01-01", "\"2020-01-01\""), ("12:30:45", "\"12:30:45\""), ("0b11", "\"0b11\""),
        ("1.2.3", "\"1.2.3\""), ("'5'", "\"5\""), ("\"true\"", "\"true\""), ("|\n  5\n", "\"5\\n\""),
        ("!!str 5", "\"5\""), ("!!int '5'", "5"), ("!!float 5", "5"), ("!!bool 'true'", "true"), ("!local 5", "\"5\""),
    ])
    func typesScalars(_ text: String, _ expected: String) {
        let reading = Reading("- \(text)")
        #expect(reading.node?.outline.replacing("\n", with: "\\n") == "[\(expected)]")
        #expect(reading.diagnostics.isEmpty)
    }

    @Test func numbersKnowTheirValue() {
        let node = Reading("[5, 5.0, 1e2, 0.5, 0x1F, 0o17, -.inf, 9007199254740993, 1e30, 99999999999999999999]").node
        let numbers = node?.sequence?.compactMap(\.number) ?? []
        #expect(numbers.map(\.integer) == [5, 5, 100, nil, 31, 15, nil, 9_007_199_254_740_993, nil, nil])
        #expect(numbers.map(\.double).prefix(7) == [5, 5, 100, 0.5, 31, 15, -.infinity])
    }

    @Test(arguments: [
        ("200: ok\ntrue: b\n~: c\n1.0: d", #"{"200": "ok", "true": "b", "~": "c", "1.0": "d"}"#),
        ("a: &x {k: 1}\nb: *x", #"{"a": {"k": 1}, "b": {"k": 1}}"#),
        ("- &k key\n- *k : value", #"["key", {"key": "value"}]"#),
        ("- &a [&a 1, *a]\n- *a", "[[1, 1], [1, 1]]"),
        (
            "base: &b {x: 1, y: 2}\nmore:\n  y: 3\n  <<: *b\n  z: 4",
            #"{"base": {"x": 1, "y": 2}, "more": {"y": 3, "x": 1, "z": 4}}"#
        ),
        ("- &a {x: 1}\n- &b {x: 2, y: 2}\n- <<: [*a, *b]\n  y: 3", #"[{"x": 1}, {"x": 2, "y": 2}, {"x": 1, "y": 3}]"#),
        ("'<<': {a: 1}", #"{"<<": {"a": 1}}"#),
        ("", "null"), ("# nothing", "null"), ("---\n...", "null"),
        ("{a: 1, 'b': [x, y]}", #"{"a": 1, "b": ["x", "y"]}"#),
    ])
    func buildsTrees(_ text: String, _ expected: String) {
        let reading = Reading(text)
        #expect(reading.node?.outline == expected)
        #expect(reading.diagnostics.isEmpty)
    }

    /// Text that libyaml alone would refuse or break at; see ``YAMLText``.
    @Test(arguments: [
        (#""\ud83d\ude00!""#, "😀!"), (#""\uD83D\uDE00\ud83d\ude01""#, "😀😁"), (#""\ud83d x""#, "\u{FFFD} x"),
        (#""\ude00\ud83d""#, "\u{FFFD}\u{FFFD}"), (#""\\ud83d""#, #"\ud83d"#), (#""\\\ud83d\ude00""#, "\\😀"),
        (#"'\ud83d\ude00'"#, #"\ud83d\ude00"#), (#"plain \ud83d"#, #"plain \ud83d"#),
        ("\"a\u{7F}b\u{1}c\"", "a\u{7F}b\u{1}c"),
        ("a\u{2028}b", "a\u{2028}b"), ("'a\u{85}b\u{9F}'", "a\u{85}b\u{9F}"),
        ("x\u{FFFF}\u{FFFE}", "x\u{FFFF}\u{FFFE}"),
        ("\"\u{F0001}\\ud83d\\ude00\"", "\u{F0001}😀"), (#""\u00e9\/\x41""#, "é/A"),
    ])
    func readsCharactersBeyondLibYAML(_ text: String, _ expected: String) {
        let reading = Reading("- é\n- \(text)\n- end")
        #expect(reading.node?.sequence?[1].string.map { Array($0.unicodeScalars) } == Array(expected.unicodeScalars))
        #expect(reading.diagnostics.isEmpty)
        #expect(reading.node?.sequence?[2].mark.offset == UInt32("- é\n- \(text)\n- ".utf8.count))
    }

    @Test func marksPointAtValuesAndKeys() throws {
        let reading = Reading("größe:\n  naïve: [1, ü, {k: v}]\n")
        let root = try #require(reading.node)
        let entry = try #require(root["größe"]?.mapping?.entry("naïve"))
        func position(_ mark: SourceMark) -> SourcePosition { reading.files.position(of: mark) }
        #expect(position(root.mark) == SourcePosition(line: 1, column: 1))
        #expect(position(entry.keyMark) == SourcePosition(line: 2, column: 3))
        #expect(position(entry.value.mark) == SourcePosition(line: 2, column: 10))
        #expect(entry.value.sequence?.map { position($0.mark).column } == [11, 14, 17])
    }

    /// Over a hundred characters of two bytes before it, a mark is still exact.
    @Test func marksStayTrueInLongTexts() {
        let text = String(repeating: "# äöü€😀\n", count: 500) + "key: value"
        let reading = Reading(text)
        #expect(
            reading.node?["key"].map { reading.files.position(of: $0.mark) } == SourcePosition(line: 501, column: 6))
    }

    @Test func lastOfSeveralKeysWins() {
        let reading = Reading("a: 1\nb: 2\na: 3\n")
        #expect(reading.node?.outline == #"{"a": 3, "b": 2}"#)
        #expect(
            reading.rendered == """
                test.yaml:3:1: warning: the key "a" is written twice in this mapping [duplicate-key]
                    a: 3
                    ^
                  at #/a
                  help: the last one is used; remove one of them
                test.yaml:1:1: note: first written here
                    a: 1
                    ^
                """)
    }

    @Test func pointersLeadToKeysWrittenTwice() {
        let reading = Reading("list:\n- 0\n- a/b:\n  - ~: 1\n    ~: 2\n- <<: {x: 1, x: 2}\n")
        #expect(reading.diagnostics.map(\.pointer) == ["/list/1/a~1b/0/~0", "/list/2/x"])
    }

    @Test func firstOfSeveralDocumentsIsUsed() {
        let reading = Reading("a: 1\n---\nb: 2\n")
        #expect(reading.node?.outline == #"{"a": 1}"#)
        #expect(reading.diagnostics.map(\.id) == ["several-documents"])
    }

    @Test(arguments: [
        ("a: *x", "the alias *x has no anchor &x before it"),
        ("a: &x [*x]", "the alias *x is inside the value that it names"),
        ("? {a: 1}\n: 2", "a mapping cannot be a key"), ("[a]: 2", "a sequence cannot be a key"),
        ("<<: 1", "<< merges mappings, but this is a number"), ("a: !!int x", "\"x\" does not fit its tag !!int"),
        ("a: !!int 1.5", "\"1.5\" does not fit its tag !!int"),
        ("a: b: c", "mapping values are not allowed in this context"),
        ("a:\n\t- b", "found character that cannot start any token"), ("a: [1, 2", "did not find expected ',' or ']'"),
        ("a: @x", "found character that cannot start any token"), ("a: \"x", "found unexpected end of stream"),
        ("a: \"\\q\"", "found unknown escape character"),
    ])
    func refusesBrokenText(_ text: String, _ message: String) {
        let reading = Reading(text)
        #expect(reading.node == nil)
        #expect(reading.diagnostics.map(\.message) == ["cannot read the YAML: \(message)"])
        #expect(reading.diagnostics.map(\.id) == ["invalid-yaml"])
    }
}
