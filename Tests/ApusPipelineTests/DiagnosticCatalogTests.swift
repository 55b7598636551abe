import TestSupport
import Testing

@testable import ApusPipeline

struct DiagnosticCatalogTests {
    @Test func findsByIDAndSuggests() throws {
        let explanation = try #require(DiagnosticCatalog.find("duplicate-key"))
        #expect(explanation.id == "duplicate-key")
        #expect(DiagnosticCatalog.find("duplicate-keys") == nil)
        #expect(DiagnosticCatalog.nearest(to: "dupicate-key") == "duplicate-key")
        #expect(DiagnosticCatalog.nearest(to: "nonsense") == nil)
    }

    @Test func listIsSortedAndWithoutRepetition() {
        let ids = DiagnosticCatalog.all.map(\.id)
        #expect(ids == ids.sorted())
        #expect(Set(ids).count == ids.count)
    }

    @Test func textHasAllParts() {
        let explanation = Explanation(
            id: "some-id", title: "Something is wrong", meaning: "It matters.", before: "a:\n\n  b", says: "b is wrong",
            instead: "It is ignored.", after: "a")
        #expect(
            explanation.text == """
                Something is wrong [some-id]

                It matters.

                Before:

                    a:

                      b

                Apus says:

                    b is wrong

                It is ignored.

                After:

                    a

                """)
    }

    @Test(arguments: DiagnosticCatalog.all)
    func explanationIsShortAndComplete(explanation: Explanation) {
        let parts = [
            explanation.title, explanation.meaning, explanation.before, explanation.says, explanation.instead,
            explanation.after,
        ]
        #expect(parts.allSatisfy { !$0.isEmpty })
        #expect(!explanation.title.hasSuffix(".") && explanation.title.count <= 70)
        #expect(explanation.meaning.hasSuffix(".") && explanation.instead.hasSuffix("."))
        #expect(explanation.before != explanation.after)
        #expect(explanation.text.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }

    /// The message is one that Apus prints: the id's case contains it too, apart from quoted names and numbers.
    @Test(arguments: DiagnosticCatalog.all)
    func messageIsTheRealOne(explanation: Explanation) throws {
        guard let expected = Repository.read("specs/invalid/\(explanation.id)/expected.txt") else { return }
        let found = try Self.leaveOutNames(expected).split(separator: "\n")
        let message = try Self.leaveOutNames(explanation.says) + " [" + explanation.id + "]"
        #expect(found.contains { $0.hasSuffix(": " + message) }, "no line of the case's expected.txt ends with this")
    }

    /// `cannot find "#/a" in 12` → `cannot find "" in 0`; code in backticks likewise.
    private static func leaveOutNames(_ text: String) throws -> String {
        var text = text
        for (pattern, stand) in [(#""[^"\n]*""#, "\"\""), ("`[^`\n]*`", "``"), ("[0-9.]+", "0")] {
            text = text.replacing(try Regex(pattern), with: stand)
        }
        return text
    }
}
