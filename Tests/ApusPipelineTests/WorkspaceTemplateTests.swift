import ApusSource
import TestSupport
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

    /// One more operation must not change every call of a client that was set up before.
    @Test(arguments: [(31, 2, true), (30, 2, false), (31, 1, false), (3, 0, nil)] as [(Int, Int, Bool?)])
    func namespacesAreWrittenOut(operations: Int, tags: Int, isPinned: Bool?) throws {
        let folder = try TemporaryFolder()
        let paths = (0..<operations).map { place in
            let tag = tags > 0 ? "tags: [tag\(place % tags)], " : ""
            return "  /a\(place): { get: { operationId: a\(place), \(tag)responses: { '204': { description: d } } } }\n"
        }
        try folder.write(
            "openapi.yaml", "openapi: 3.1.0\ninfo: { title: Pets, version: '1' }\npaths:\n" + paths.joined())
        let spec = folder.path + "/openapi.yaml"
        #expect(WorkspaceTemplate.hasNamespaces(spec) == isPinned)
        let text = WorkspaceTemplate.text(spec: spec, name: "Pets", hasNamespaces: isPinned)
        #expect(try readConfiguration(text).0.clients.first?.hasNamespaces == isPinned)
        let client = ClientConfiguration(name: "Pets", spec: spec, output: "out")
        let model = try Inspection.dump(.model, of: client).text
        #expect(model.contains("namespace tag0: Tag0Operations") == (isPinned == true))
        let findings = Inspection.lint(client).diagnostics.all.map(\.id)
        #expect(findings.contains("default-namespaces") == (isPinned == true))
    }

    /// Somebody removes the `#` before any line; the example must do for its key.
    @Test func everyCommentedKeyCanBeUsed() throws {
        let text = WorkspaceTemplate.text(spec: nil, name: nil).replacing("    # ", with: "    ")
        let (_, findings) = try readConfiguration(text)
        #expect(findings.text == "")
        for key in ConfigurationKey.all { #expect(text.contains("\(key.name): ")) }
    }
}
