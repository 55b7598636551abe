import Testing

@testable import ApusPipeline

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

    @Test func nothingIsNearToNoWords() {
        #expect(Spelling.nearest(to: "name", among: []) == nil)
    }
}
