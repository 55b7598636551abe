import Testing

@testable import ApusCodec

/// The short way from a written scalar to a tree gives what the tape gives, and nothing for what the tape refuses.
struct JSONScalarTests {
    private static let short = [
        "null", "true", "false", "0", "-0", "7", "-12", "123456789012345678901234567890", #""""#, #""a""#, #""é🙂""#,
        #""/ 1""#,
    ]
    private static let long = [
        "1.5", "1e3", #""a\"b""#, #""a\\b""#, #""\u0007""#, "[]", "{}", "[1]", #"{"a":1}"#,
    ]
    private static let wrong = [
        "", "nul", "nulll", "True", "falsetrue", "-", "--1", "01", "-01", "1-2", "1 2", #"""#, #""a"#, #""a""b""#,
        "\"a\nb\"", "'a'",
    ]

    @Test(arguments: short)
    func shortTextsTakeTheShortWay(text: String) throws {
        let tree = try JSONDecoding.decode(JSONValue.self, from: Array(text.utf8))
        let read = try #require(Self.read(text))
        #expect(read.tree == tree)
        #expect(read.json == text)
    }

    @Test(arguments: long)
    func otherTextsTakeTheTape(text: String) throws {
        #expect(Self.read(text) == nil)
        #expect(try JSONDecoding.decode(JSONValue.self, from: Array(text.utf8)).description == text)
    }

    @Test(arguments: wrong)
    func whatTheTapeRefusesIsNoScalar(text: String) {
        #expect(Self.read(text) == nil)
        #expect(throws: DecodingProblem.self) { try JSONDecoding.decode(JSONValue.self, from: Array(text.utf8)) }
    }

    private static func read(_ text: String) -> WrittenValue? {
        Array(text.utf8).withUnsafeBufferPointer(JSONScalar.read)
    }
}
