import ApusLowering
import ApusSource
import TestSupport
import Testing

@testable import ApusPipeline

/// `clientParameters`: what it accepts, and what it finds in a document. `Tests/MappingTests/Mappings/client.md` has what becomes of it.
struct ClientParameterSettingTests {
    @Test(
        arguments: [
            ("{ companyID: company_id }", ["companyID: company_id"]),
            ("{ b: [x, y], a: z }", ["b: x, y", "a: z"]),
            ("{ companyID: [] }", nil), ("{ companyID: '' }", nil), ("{ companyID: 1 }", nil),
            ("{ company-id: company_id }", nil), ("{ class: company_id }", nil), ("{ options: company_id }", nil),
            ("{ a: x, b: x }", nil), ("[company_id]", nil),
        ] as [(String, [String]?)])
    func readsNames(text: String, expected: [String]?) throws {
        let (workspace, findings) = try readConfiguration(
            "clients: [{ name: Pets, spec: pets.yaml, clientParameters: \(text) }]")
        #expect(findings.diagnostics.all.map(\.id) == (expected == nil ? ["invalid-configuration"] : []))
        guard let expected else { return }
        let parameters = workspace.clients.first?.rules.clientParameters ?? []
        #expect(parameters.map { $0.name + ": " + $0.keys.joined(separator: ", ") } == expected)
    }

    @Test func typesThatDisagreeAreAnError() throws {
        let folder = "specs/invalid/disagreeing-types"
        let workspace = try Workspace.read(
            Array(try #require(Repository.read(folder + "/apus.yaml")).utf8), shownAs: folder + "/apus.yaml",
            folder: Repository.root + "/" + folder)
        var options = Generator.Options()
        options.isDryRun = true
        let findings = Generator.generate(workspace.clients[0], of: workspace, options: options).findings
        #expect(findings.diagnostics.all.map(\.id) == ["disagreeing-types"])
        #expect(findings.isFailure)
        let renderer = DiagnosticRenderer(files: findings.files)
        let text = findings.diagnostics.all.map { renderer.text($0) + "\n" }.joined()
        try Recording.expect(text, at: folder + "/expected.txt")
    }
}
