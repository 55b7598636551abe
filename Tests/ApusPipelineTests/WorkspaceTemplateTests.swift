import Testing

@testable import ApusPipeline

struct WorkspaceTemplateTests {
    @Test(arguments: [
        ("specs/acme/openapi.yaml", "Acme"), ("pet-store.v2.json", "PetStore"), ("openapi.yaml", "Openapi"),
        ("specs/2fa/swagger.json", "API2fa"), ("specs/acme/billing api.yaml", "BillingApi"), ("", "API"),
    ])
    func namesTheClientAfterItsDocument(spec: String, name: String) throws {
        #expect(WorkspaceTemplate.text(spec: spec, name: nil).contains("  - name: \"\(name)\"\n"))
    }

    @Test func whatItWritesCanBeRead() throws {
        let text = WorkspaceTemplate.text(spec: "specs/a\"b\\c.yaml", name: "Pets")
        let (workspace, findings) = try readConfiguration(text)
        #expect(findings.text == "")
        #expect(
            workspace.clients == [
                ClientConfiguration(name: "Pets", spec: "specs/a\"b\\c.yaml", output: "Generated/Pets")
            ])
    }

    /// Somebody removes the `#` before any line; the example must do for its key.
    @Test func everyCommentedKeyCanBeUsed() throws {
        let text = WorkspaceTemplate.text(spec: nil, name: nil).replacing("    # ", with: "    ")
        let (_, findings) = try readConfiguration(text)
        #expect(findings.text == "")
        for key in ConfigurationKey.all { #expect(text.contains("\(key.name): ")) }
    }
}
