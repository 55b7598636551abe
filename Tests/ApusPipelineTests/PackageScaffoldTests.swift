import ApusEmission
import TestSupport
import Testing

@testable import ApusPipeline

struct PackageScaffoldTests {
    private let files = [
        GeneratedFile(path: "PetsClient.swift", contents: "1"),
        GeneratedFile(path: "Pets.docc/README.md", contents: "2"),
    ]

    @Test func putsSourcesUnderTheModule() {
        let wrapped = PackageScaffold.dependingOn(url: "https://git.example/apus.git").wrap(
            files, module: "Pets", usesXML: false)
        #expect(wrapped.map(\.path) == ["Package.swift", "Sources/Pets/PetsClient.swift", "README.md"])
        let dependency = ".package(url: \"https://git.example/apus.git\", from: \"\(GeneratorVersion.current)\")"
        #expect(wrapped[0].contents.contains(dependency))
        #expect(!wrapped[0].contents.contains("ApusXML"))
    }

    /// Tests, further targets and whatever else the user puts beside the client in its package is theirs; in the client's own folder, a Swift
    /// file that nobody generates is a stray.
    @Test func theUsersOwnFilesAreNoStrays() throws {
        let temporary = try TemporaryFolder()
        var folder = OutputFolder(path: temporary.path)
        folder.own = PackageScaffold.folder(of: "Pets")
        let wrapped = PackageScaffold.dependingOn(path: "../apus").wrap(files, module: "Pets", usesXML: false)
        _ = try folder.write(wrapped)
        for name in ["Sources/PetsTool/main.swift", "Sources/Pets2/A.swift", "Tests/PetsTests/T.swift", "Other.swift"] {
            try temporary.write(name, "")
        }
        #expect(try folder.compare(with: wrapped).strays == [])
        try temporary.write("Sources/Pets/Deep/Old.swift", "")
        #expect(try folder.compare(with: wrapped).strays == ["Sources/Pets/Deep/Old.swift"])
    }

    /// As `apus generate --package` and `apus check` look at it.
    @Test func theGeneratorKnowsItsFolder() async throws {
        let temporary = try TemporaryFolder()
        try temporary.write(
            "pets.yaml",
            "openapi: 3.1.0\ninfo: { title: Pets, version: 1.0.0 }\n"
                + "paths: { /a: { get: { operationId: a, responses: { '204': { description: None } } } } }\n")
        let client = ClientConfiguration(
            name: "Pets", spec: temporary.path + "/pets.yaml", output: temporary.path + "/package")
        var options = Generator.Options()
        options.package = .dependingOn(path: "../apus")
        let workspace = Workspace.single(client)
        try temporary.write("package/Sources/Mine/main.swift", "")
        let report = try #require(await Generator.generate(workspace, options: options).first)
        #expect(report.problem == nil && report.changes?.strays == [])
        try temporary.write("package/Sources/Pets/Stray.swift", "")
        options.isDryRun = true
        let second = try #require(await Generator.generate(workspace, options: options).first)
        #expect(second.changes?.strays == ["Sources/Pets/Stray.swift"])
    }

    @Test func aCheckoutIsAbsoluteAndChecked() throws {
        let root = Repository.root
        let scaffold = try PackageScaffold.dependingOn(checkout: root + "/Sources/..")
        #expect(scaffold.wrap(files, module: "Pets", usesXML: false)[0].contents.contains("path: \"\(root)\", traits"))
        let problem = #expect(throws: OutputProblem.self) {
            try PackageScaffold.dependingOn(checkout: root + "/Tests")
        }
        #expect(problem?.description.contains("it is no checkout of Apus") == true)
    }

    @Test func dependsOnALocalCheckout() {
        let manifest = PackageScaffold.dependingOn(path: "../a\"b").wrap(
            files, module: "Pets", usesXML: true)[0].contents
        #expect(manifest.contains(".package(name: \"Apus\", path: \"../a\\\"b\", traits: [])"))
        #expect(manifest.contains(".product(name: \"ApusXML\", package: \"Apus\")"))
    }
}
