import ApusLowering
import ApusSource
import TestSupport
import Testing

@testable import ApusPipeline

/// `identity`: what it accepts, and entries that fit nothing. `Tests/MappingTests/Mappings/structs.md` has what becomes of it.
struct IdentitySettingTests {
    @Test(
        arguments: [
            ("{ Pet: pet_id, '*Dto': id }", true), ("{ Pet: '' }", true), ("pet_id", false), ("{ Pet: [a, b] }", false),
        ])
    func readsMembers(text: String, isValid: Bool) throws {
        let (workspace, findings) = try readConfiguration(
            "clients: [{ name: Pets, spec: pets.yaml, identity: \(text) }]")
        #expect(findings.diagnostics.all.map(\.id) == (isValid ? [] : ["invalid-configuration"]))
        #expect((workspace.clients.first?.identity.isEmpty ?? true) == !isValid)
    }

    @Test(arguments: ["unusable-identity", "missing-identity"])
    func entriesAndTypesThatDoNotFitAreFound(id: String) throws {
        let folder = "specs/invalid/" + id
        let workspace = try Workspace.read(
            Array(try #require(Repository.read(folder + "/apus.yaml")).utf8), shownAs: folder + "/apus.yaml",
            folder: Repository.root + "/" + folder)
        var options = Generator.Options()
        options.isDryRun = true
        let findings = Generator.generate(workspace.clients[0], of: workspace, options: options).findings
        #expect(findings.diagnostics.all.contains { $0.id == id })
        #expect(!findings.isFailure)
        let renderer = DiagnosticRenderer(files: findings.files)
        let text = findings.diagnostics.all.map { renderer.text($0) + "\n" }.joined()
        try Recording.expect(text, at: folder + "/expected.txt")
    }
}
