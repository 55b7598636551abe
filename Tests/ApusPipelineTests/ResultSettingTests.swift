import ApusLowering
import ApusSource
import TestSupport
import Testing

@testable import ApusPipeline

/// `result`: what it accepts, and rules that fit no answer. `Tests/MappingTests/Mappings/results.md` has what becomes of it.
struct ResultSettingTests {
    @Test(
        arguments: [
            ("{ default: /data, listPets: /pets/data }", true), ("{ listPets: '' }", true),
            ("{ listPets: data }", false),
            ("/data", false), ("{ listPets: [/data] }", false),
        ])
    func readsPointers(text: String, isValid: Bool) throws {
        let (_, findings) = try readConfiguration("clients: [{ name: Pets, spec: pets.yaml, result: \(text) }]")
        #expect(findings.diagnostics.all.map(\.id) == (isValid ? [] : ["invalid-configuration"]))
    }

    @Test func rulesThatFitNothingAreFound() throws {
        let folder = "specs/invalid/unusable-result"
        let workspace = try Workspace.read(
            Array(try #require(Repository.read(folder + "/apus.yaml")).utf8), shownAs: folder + "/apus.yaml",
            folder: Repository.root + "/" + folder)
        var options = Generator.Options()
        options.isDryRun = true
        let findings = Generator.generate(workspace.clients[0], of: workspace, options: options).findings
        #expect(Set(findings.diagnostics.all.map(\.id)) == ["unusable-result"])
        #expect(!findings.isFailure)
        let renderer = DiagnosticRenderer(files: findings.files)
        let text = findings.diagnostics.all.map { renderer.text($0) + "\n" }.joined()
        try Recording.expect(text, at: folder + "/expected.txt")
    }
}
