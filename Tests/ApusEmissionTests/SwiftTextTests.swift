import ApusModel
import Testing

@testable import ApusEmission

@Suite("Text of a document never becomes code")
struct SwiftTextTests {
    @Test(
        "as a literal",
        arguments: [
            ("plain", #""plain""#),
            (#"say "hi""#, #""say \"hi\"""#),
            (#"\(exit(1))"#, #""\\(exit(1))""#),
            ("a\nb\r\tc\0", #""a\nb\r\tc\0""#),
            ("a\u{2028}b\u{202E}c\u{FEFF}", #""a\u{2028}b\u{202E}c\u{FEFF}""#),
            ("👩‍🚀é", "\"👩‍🚀é\""),
            ("\u{1B}[31m", #""\u{1B}[31m""#),
        ])
    func literal(_ text: String, _ expected: String) {
        #expect(SwiftSource.literal(text) == expected)
    }

    @Test(
        "as a comment, where every line end splits",
        arguments: ["\n", "\r\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}"])
    func lineEnds(_ end: String) {
        #expect(DocText.comment(["a\(end)exit(1)"], depth: 0) == ["/// a", "/// exit(1)"])
    }

    @Test("as a comment, wrapped at 120 columns with its indentation")
    func wraps() {
        let lines = DocText.comment([String(repeating: "word ", count: 60)], depth: 2)
        #expect(lines.count == 3)
        #expect(lines.allSatisfy { $0.count + 8 <= 120 && $0.hasPrefix("/// word") })
    }

    @Test("as the label of an argument", arguments: ["a", "`default`", "`var`", "`let`"])
    func label(_ name: String) {
        #expect(SwiftSource.label(name) == SwiftSource.bare(name))
        #expect(SwiftSource.label("`inout`") == "`inout`")
    }

    @Test("notes join a short summary, and are alone after a discussion")
    func notes() {
        let short = Doc(summary: "The id", notes: ["At least 1 character."])
        #expect(DocText.lines(short, depth: 0) == ["/// The id. At least 1 character."])
        let long = Doc(summary: "The id", discussion: "More.", notes: ["At least 1 character."])
        #expect(
            DocText.lines(long, depth: 0) == ["/// The id", "///", "/// More.", "///", "/// At least 1 character."])
    }
}
