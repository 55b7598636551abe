import ApusSource
import TestSupport
import Testing

@testable import ApusPipeline

/// A setting that nothing in the document matches is a finding at its location in the configuration.
struct UnmatchedSettingTests {
    private static let folder = "specs/invalid/unmatched-setting"

    @Test func everyKindIsFoundWithItsLocation() throws {
        let workspace = try Workspace.read(
            Array(try #require(Repository.read(Self.folder + "/apus.yaml")).utf8), shownAs: Self.folder + "/apus.yaml",
            folder: Repository.root + "/" + Self.folder)
        let findings = findings(of: workspace)
        let own = findings.diagnostics.all.filter { $0.id == "unmatched-setting" }
        let renderer = DiagnosticRenderer(files: findings.files)
        try Recording.expect(own.map { renderer.text($0) + "\n" }.joined(), at: Self.folder + "/expected.txt")
        #expect(own.allSatisfy { $0.mark != nil && $0.pointer?.hasPrefix("/clients/0/") == true })
        #expect(!findings.isFailure)
    }

    @Test func strictMakesItAnError() throws {
        let folder = try TemporaryFolder()
        try folder.write("pets.yaml", try #require(Repository.read(Self.folder + "/pets.yaml")))
        let configuration =
            "{ name: Library, spec: pets.yaml, namespaces: none, idempotent: [booksList], strict: true }"
        try folder.write("apus.yaml", "clients: [\(configuration)]")
        #expect(findings(of: try Workspace.load(folder.path + "/apus.yaml")).isFailure)
        try folder.write("apus.yaml", "clients: [\(configuration.replacing("booksList", with: "books_list"))]")
        #expect(!findings(of: try Workspace.load(folder.path + "/apus.yaml")).isFailure)
    }

    @Test func otherConfigurationsHaveLocationsToo() throws {
        let folder = try TemporaryFolder()
        try folder.write("pets.yaml", try #require(Repository.read(Self.folder + "/pets.yaml")))
        try folder.write(
            "config.yaml", "filter: { operations: [books_list], tags: [boks] }\nnameOverrides: { Bock: Volume }\n")
        var client = ClientConfiguration(
            name: "Library", spec: folder.path + "/pets.yaml", output: folder.path + "/out")
        client.generatorConfig = folder.path + "/config.yaml"
        let pointers = findings(of: Workspace.single(client)).diagnostics.all.filter { $0.id == "unmatched-setting" }
            .map(\.pointer)
        #expect(pointers == ["/filter/tags/0", "/nameOverrides/Bock"])
    }

    private func findings(of workspace: Workspace) -> Findings {
        var options = Generator.Options()
        options.isDryRun = true
        return Generator.generate(workspace.clients[0], of: workspace, options: options).findings
    }
}
