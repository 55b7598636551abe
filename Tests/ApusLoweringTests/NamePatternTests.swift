import Testing

@testable import ApusLowering

struct NamePatternTests {
    @Test(
        arguments: [
            ("*Dto", "BookDto", ["Book"]), ("*Dto", "Dto", [""]), ("*Dto", "BookDtos", nil), ("*Dto", "Book.Dto", nil),
            ("API*", "APIBook", ["Book"]), ("Book.*_at", "Book.created_at", ["created"]),
            ("Book.*_at", "Book.a.b_at", nil),
            ("*.*", "Book.title", ["Book", "title"]), ("a*b*c", "aXbYc", ["X", "Y"]), ("a*b*c", "abc", ["", ""]),
            ("a*b*c", "ac", nil), ("*", "Book", ["Book"]), ("*", "Book.title", nil), ("*é", "caf\u{E9}", ["caf"]),
            ("*ab", "aab", ["a"]), ("**", "x", ["", "x"]),
        ] as [(String, String, [String]?)])
    func matches(pattern: String, name: String, found: [String]?) throws {
        #expect(try #require(NamePattern(pattern)).match(name) == found)
    }

    @Test(arguments: [("*", "Book"), ("My*", "MyBook"), ("Fixed", "Fixed"), ("*And*", "BookAnd")])
    func fills(text: String, result: String) {
        #expect(NamePattern.fill(text, with: ["Book"]) == result)
    }

    @Test func namesWithoutAStarAreNoPatterns() {
        #expect(NamePattern("Book") == nil)
    }

    @Test func theNameItselfAndThenTheLongestPatternCounts() {
        var table = NameTable(["*": 1, "Book*": 2, "BookDto": 3, "Nothing": 4], hasPatterns: true)
        #expect(table.find("BookDto")?.value == 3)
        #expect(table.find("BookShelf")?.value == 2)
        #expect(table.find("Shelf")?.value == 1)
        #expect(table.find("a.b") == nil)
        #expect(table.unused == ["Nothing"])
        #expect(table.findAll("BookDto") == [3, 2, 1])
    }
}
