import ApusSource
import TestSupport
import Testing

@testable import ApusPipeline

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

struct WorkspaceTests {
    private static func workspace(folder: String, _ names: String...) -> Workspace {
        let clients = names.map { ClientConfiguration(name: $0, spec: "a.yaml", output: "Generated/" + $0) }
        return Workspace(folder: folder, clients: clients)
    }

    @Test func loadsAFile() throws {
        let temporary = try TemporaryFolder()
        try temporary.write("apus.yaml", "clients: [{ name: Pets, spec: specs/pets.yaml }]")
        let workspace = try Workspace.load(temporary.path + "/apus.yaml")
        #expect(workspace.folder == temporary.path)
        #expect(workspace.locate("specs/pets.yaml") == temporary.path + "/specs/pets.yaml")
        #expect(workspace.locate("/specs/pets.yaml") == "/specs/pets.yaml")
    }

    @Test(arguments: [
        ("clients: [", "[invalid-yaml]"), ("clients: 1", "clients must be a list, not 1"),
    ])
    func saysWhyAFileCannotBeUsed(text: String, part: String) throws {
        let temporary = try TemporaryFolder()
        try temporary.write("apus.yaml", text)
        let problem = #expect(throws: WorkspaceProblem.self) { try Workspace.load(temporary.path + "/apus.yaml") }
        #expect(problem?.text.hasPrefix("the workspace file cannot be used\n") == true)
        #expect(problem?.text.contains(part) == true)
    }

    @Test func saysThatThereIsNoFile() throws {
        let temporary = try TemporaryFolder()
        let path = temporary.path + "/apus.yaml"
        let problem = #expect(throws: WorkspaceProblem.self) { try Workspace.load(path) }
        #expect(problem?.text.contains("there is no workspace file \(path); `apus init DOCUMENT` writes one") == true)
        try temporary.write("apus.yaml", "clients: []")
        let empty = #expect(throws: WorkspaceProblem.self) { try Workspace.load(path) }
        #expect(empty?.text.hasPrefix("there is no client in \(path)") == true)
    }

    @Test func selectsByName() throws {
        let workspace = Self.workspace(folder: "", "Pets", "Shop", "Farm")
        #expect(try workspace.selecting([]) == workspace)
        #expect(try workspace.selecting(["Farm", "Pets"]).clients.map(\.name) == ["Pets", "Farm"])
        let near = #expect(throws: WorkspaceProblem.self) { try workspace.selecting(["Shp"]) }
        #expect(near?.text == "there is no client \"Shp\"; did you mean \"Shop\"?")
        let far = #expect(throws: WorkspaceProblem.self) { try workspace.selecting(["Universe"]) }
        #expect(far?.text == "there is no client \"Universe\"; the workspace has Pets, Shop, Farm")
    }

    @Test(arguments: ["", "app", "../app", "/app"])
    func redirectsRelativeToTheProcess(folder: String) throws {
        var workspace = Self.workspace(folder: folder, "Pets")
        try workspace.redirect(to: "out")
        let location = URL(filePath: workspace.locate(workspace.clients[0].output)).standardizedFileURL
        #expect(location == URL(filePath: "out").standardizedFileURL)
        try workspace.redirect(to: "/out")
        #expect(workspace.locate(workspace.clients[0].output) == "/out")
    }

    @Test func redirectsOneClientOnly() {
        var workspace = Self.workspace(folder: "", "Pets", "Shop")
        let problem = #expect(throws: WorkspaceProblem.self) { try workspace.redirect(to: "out") }
        #expect(problem?.text.hasPrefix("--output needs exactly one client, and the workspace has 2; ") == true)
    }

    @Test func honoursTheConfigurationOfSwiftOpenAPIGenerator() throws {
        let temporary = try TemporaryFolder()
        try temporary.write(
            "openapi-generator-config.yaml",
            """
            generate: [types, client]
            accessModifier: package
            additionalImports: [Foo]
            nameOverrides: { pet: Animal }
            typeOverrides: { schemas: { Money: Decimal } }
            filter: { operations: [listPets], tags: [shop], paths: [/pets] }
            """)
        var client = ClientConfiguration(name: "Pets", spec: "a.yaml", output: "out")
        client.generatorConfig = temporary.path + "/openapi-generator-config.yaml"
        let pipeline = Pipeline(client: client, workspace: Workspace.single(client))
        var expected = client
        expected.access = .package
        expected.imports = ["Foo"]
        expected.rename = ["pet": "Animal"]
        expected.types = ["Money": "Decimal"]
        expected.selection.include = ["listPets", "/pets", "tag:shop"]
        expected.settingsFiles = pipeline.client.settingsFiles
        #expect(pipeline.client == expected)
        #expect(pipeline.diagnostics.all.isEmpty)
        #expect(expected.settingsFiles.map(\.path) == [temporary.path + "/openapi-generator-config.yaml"])
    }
}
