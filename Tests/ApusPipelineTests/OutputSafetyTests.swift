import ApusEmission
import TestSupport
import Testing

@testable import ApusPipeline

/// Nothing outside of the output folder is read, written or removed, whatever links and manifests a checkout contains.
struct OutputSafetyTests {
    private let temporary: TemporaryFolder
    private let folder: OutputFolder

    init() throws {
        temporary = try TemporaryFolder()
        folder = OutputFolder(path: temporary.path + "/checkout/gen")
    }

    private func files(_ files: KeyValuePairs<String, String>) -> [GeneratedFile] {
        files.map { GeneratedFile(path: $0.key, contents: $0.value) }
    }

    private func refuse(_ files: [GeneratedFile], by folder: OutputFolder) -> String? {
        #expect(throws: OutputProblem.self) { try folder.write(files) }?.description
    }

    private func list(_ path: String, _ contents: String) throws {
        let digest = OutputManifest.digest(of: contents.utf8)
        try temporary.write("checkout/gen/.apus-manifest", "# Written by Apus\n\(digest)  \(path)\n")
    }

    @Test(arguments: [true, false]) func aLinkedFolderIsNotFollowed(isForced: Bool) throws {
        try temporary.write("victim/LICENSE", "well known")
        try temporary.write("victim/Pet.swift", "well known")
        try list("Models/LICENSE", "well known")
        try temporary.link("checkout/gen/Models", to: "../../victim")
        let folder = OutputFolder(path: folder.path, isForced: isForced)
        let stale = try #require(refuse(files(["Client.swift": "1"]), by: folder))
        #expect(stale.contains("gen/Models/LICENSE") && stale.contains("gen/Models is a link"))
        let written = try #require(refuse(files(["Client.swift": "1", "Models/Pet.swift": "2"]), by: folder))
        #expect(written.contains("gen/Models is a link"))
        #expect(temporary.read("victim/LICENSE") == "well known")
        #expect(temporary.read("victim/Pet.swift") == "well known")
        #expect(!temporary.exists("checkout/gen/Client.swift"))
    }

    @Test(arguments: ["../victim.txt", "/victim.txt", "Models/../../victim.txt", ".git/config"])
    func aListThatLeadsOutIsRefused(path: String) throws {
        try temporary.write("checkout/victim.txt", "well known")
        try list(path, "well known")
        let refusal = try #require(refuse(files(["Client.swift": "1"]), by: folder))
        #expect(
            refusal.contains("gen/.apus-manifest") && refusal.contains("\"\(path)\"") && refusal.contains("--force"))
        #expect(!temporary.exists("checkout/gen/Client.swift"))
        let forced = OutputFolder(path: folder.path, isForced: true)
        #expect(try forced.write(files(["Client.swift": "1"])).removed == [])
        #expect(temporary.read("checkout/victim.txt") == "well known")
    }

    /// The file with the same name behind the link is not touched, whether it is removed, compared or replaced by
    /// force.
    @Test func aLinkedFileIsLeftAlone() throws {
        try temporary.write("victim.swift", "well known")
        try list("Old.swift", "well known")
        try temporary.link("checkout/gen/Old.swift", to: "../../victim.swift")
        try temporary.link("checkout/gen/Client.swift", to: "../../victim.swift")
        #expect(refuse(files(["Client.swift": "1"]), by: folder)?.contains("Client.swift (it is a link)") == true)
        let forced = OutputFolder(path: folder.path, isForced: true)
        let changes = try forced.write(files(["Client.swift": "1"]))
        #expect(changes.written == ["Client.swift"] && changes.removed == [] && changes.kept == ["Old.swift"])
        #expect(temporary.read("victim.swift") == "well known")
        #expect(temporary.read("checkout/gen/Client.swift") == "1")
    }

    @Test func aLinkedListIsNotRead() throws {
        try temporary.write("victim.txt", "# Written by Apus\n")
        try temporary.write("checkout/gen/Other.txt", "")
        try temporary.link("checkout/gen/.apus-manifest", to: "../../victim.txt")
        #expect(refuse(files(["Client.swift": "1"]), by: folder)?.contains(".apus-manifest (it is a link)") == true)
        #expect(temporary.read("victim.txt") == "# Written by Apus\n")
    }

    private func generate(_ output: String, _ change: (inout Workspace) throws -> Void = { _ in }) async throws
        -> String?
    {
        try temporary.write(
            "checkout/pets.yaml",
            "openapi: 3.1.0\ninfo: { title: Pets, version: 1.0.0 }\n"
                + "paths: { /a: { get: { operationId: a, responses: { '204': { description: None } } } } }\n")
        try temporary.write("checkout/apus.yaml", "clients: [{ name: Pets, spec: pets.yaml, output: '\(output)' }]")
        var workspace = try Workspace.load(temporary.path + "/checkout/apus.yaml")
        try change(&workspace)
        return try #require(await Generator.generate(workspace).first).problem
    }

    @Test(arguments: ["../victim", "gen/../../victim", "linked", "linked/deep", "/"])
    func outputsStayInTheWorkspace(output: String) async throws {
        try temporary.write("victim/README.md", "mine")
        try temporary.write("checkout/gen/Other.txt", "")
        try temporary.link("checkout/linked", to: "../victim")
        let output = output == "/" ? temporary.path + "/victim" : output
        let problem = try #require(try await generate(output))
        #expect(problem.contains("outside of") && problem.contains("/victim") && problem.contains("--allow-outside"))
        let problemOfCheck = try #require(try await generate(output))
        #expect(problemOfCheck == problem)
        #expect(!temporary.exists("victim/.apus-manifest") && !temporary.exists("victim/deep"))
    }

    @Test func whatIsPermittedMayBeOutside() async throws {
        #expect(try await generate("../elsewhere") { $0.home = nil } == nil)
        #expect(temporary.exists("elsewhere/PetsClient.swift"))
        #expect(try await generate("gen") { try $0.redirect(to: temporary.path + "/named") } == nil)
        #expect(temporary.exists("named/PetsClient.swift"))
    }

    /// A link inside of the workspace is a legitimate layout of folders.
    @Test func aLinkInsideOfTheWorkspaceIsFine() async throws {
        try temporary.write("checkout/build/Other.txt", "")
        try temporary.link("checkout/gen", to: "build")
        #expect(try await generate("gen/Pets") == nil)
        #expect(temporary.exists("checkout/build/Pets/PetsClient.swift"))
    }
}
