import ApusSource
import TestSupport
import Testing

@testable import ApusPipeline

/// `apus lint` proposes a paging rule where it sees the signs, with the line to paste; it applies none.
struct UnconfiguredPagingTests {
    private static let folder = "specs/invalid/unconfigured-paging"

    private func findings(of text: String) throws -> Findings {
        let workspace = try Workspace.read(
            Array(text.utf8), shownAs: Self.folder + "/apus.yaml", folder: Repository.root + "/" + Self.folder)
        return try Inspection.lint(workspace.clients[0], of: workspace)
    }

    @Test func eachOperationHasItsLine() throws {
        let findings = try findings(of: try #require(Repository.read(Self.folder + "/apus.yaml")))
        #expect(Set(findings.diagnostics.all.map(\.id)) == ["unconfigured-paging"])
        #expect(!findings.isFailure)
        let renderer = DiagnosticRenderer(files: findings.files)
        let text = findings.diagnostics.all.map { renderer.text($0) + "\n" }.joined()
        try Recording.expect(text, at: Self.folder + "/expected.txt")
    }

    /// Pasted as it is, each line is a rule that the generator uses, and nothing is left to propose.
    @Test func theLinesAreRules() throws {
        let first = try findings(of: "clients: [{ name: Pets, spec: pets.yaml, strict: true }]")
        let lines = first.diagnostics.all.compactMap { $0.hint?.split(separator: "`").first }.map(String.init)
        #expect(lines.count == 4)
        let rules = lines.map { $0.dropFirst("paging: { ".count).dropLast(2) }.joined(separator: ", ")
        let second = try findings(of: "clients: [{ name: Pets, spec: pets.yaml, strict: true, paging: { \(rules) } }]")
        #expect(second.diagnostics.all.map(\.message) == [])
    }
}
