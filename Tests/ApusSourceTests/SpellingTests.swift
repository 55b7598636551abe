import ApusSource
import Testing

struct SpellingTests {
    private static let words = ["name", "spec", "overlays", "output", "include", "exclude", "keepUnusedTypes"]

    @Test(arguments: [
        ("overlay", "overlays"), ("nmae", "name"), ("SPEC", "spec"), ("inclde", "include"), ("outptu", "output"),
        ("keepUnusedType", "keepUnusedTypes"), ("keep_unused_types", "keepUnusedTypes"),
    ])
    func findsTheNearest(typed: String, expected: String) {
        #expect(Spelling.nearest(to: typed, among: Self.words) == expected)
    }

    @Test(arguments: ["", "x", "colour", String(repeating: "name", count: 100)])
    func suggestsNothingFarAway(typed: String) {
        #expect(Spelling.nearest(to: typed, among: Self.words) == nil)
    }

    @Test(arguments: [("booksList", "books_list"), ("BooksList", "books_list"), ("listBooks", "books_list")])
    func otherSpellingsOfTheSameWordsAreNearest(typed: String, expected: String) {
        #expect(Spelling.nearest(to: typed, among: ["bookList", "books_listed", "books_list"]) == expected)
    }

    @Test func signsAloneAreNoWord() {
        #expect(Spelling.nearest(to: "/*", among: ["--", "/abc"]) == nil)
    }

    @Test func nothingIsNearToNoWords() {
        #expect(Spelling.nearest(to: "name", among: [String]()) == nil)
    }
}
