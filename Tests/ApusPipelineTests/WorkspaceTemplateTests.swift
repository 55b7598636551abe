import ApusSource
import TestSupport
import Testing

@testable import ApusPipeline

struct WorkspaceTemplateTests {
    @Test func whatItWritesCanBeRead() throws {
        let text = WorkspaceTemplate(name: "Pets", spec: "specs/a\"b\\c.yaml").workspace
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
        let paths = (0..<operations).map { index in
            let tag = tags > 0 ? "tags: [tag\(index % tags)], " : ""
            return "  /a\(index): { get: { operationId: a\(index), \(tag)responses: { '204': { description: d } } } }\n"
        }
        try folder.write(
            "openapi.yaml", "openapi: 3.1.0\ninfo: { title: Pets, version: '1' }\npaths:\n" + paths.joined())
        let spec = folder.path + "/openapi.yaml"
        let client = ClientConfiguration(name: "Pets", spec: spec, output: "out")
        var pipeline = Pipeline(client: client, workspace: Workspace(folder: "", clients: []))
        let read = pipeline.readDocument()
        let signs = DocumentSigns(try #require(read), of: pipeline)
        #expect(signs.hasNamespaces == isPinned)
        let text = WorkspaceTemplate(name: "Pets", spec: spec, hasNamespaces: isPinned).workspace
        #expect(try readConfiguration(text).0.clients.first?.hasNamespaces == isPinned)
        let model = try Inspection.dump(.model, of: client).text
        #expect(model.contains("namespace tag0: Tag0Operations") == (isPinned == true))
        let findings = Inspection.lint(client).diagnostics.all.map(\.id)
        #expect(findings.contains("default-namespaces") == (isPinned == true))
    }

    /// Somebody removes the `#` before any line; the example must do for its key.
    @Test func everyCommentedKeyCanBeUsed() throws {
        let text = WorkspaceTemplate().workspace.replacing("    # ", with: "    ")
        for key in ConfigurationKey.all { #expect(text.contains("\(key.name): ")) }
        // A client has models of its own, or those of another module.
        let own = text.replacing("    models: ", with: "    # models: ")
        let (_, findings) = try readConfiguration(own)
        #expect(findings.text == "")
        let others = WorkspaceTemplate().workspace.replacing("    # models: ", with: "    models: ")
            .replacing("    # generate: [models, client]", with: "    generate: [client]")
        #expect(try readConfiguration(others).1.text == "")
    }
}
