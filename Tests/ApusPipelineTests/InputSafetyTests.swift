import TestSupport
import Testing

@testable import ApusPipeline

/// The paths of a workspace file, and the symbolic links beside it, read nothing outside of the checkout.
struct InputSafetyTests {
    private let temporary: TemporaryFolder

    init() throws {
        temporary = try TemporaryFolder()
        try temporary.write("checkout/.git/HEAD", "ref: refs/heads/main\n")
        try temporary.write("checkout/pets.yaml", Self.document)
        try temporary.write("victim/pets.yaml", Self.document)
        try temporary.write("victim/overlay.yaml", Self.overlay)
        try temporary.write("victim/templates/enum.mustache", "// secret")
    }

    private static let document = """
        openapi: 3.1.0
        info: { title: Pets, version: 1.0.0 }
        paths: { /a: { get: { operationId: a, responses: { '204': { description: None } } } } }
        """
    private static let overlay = """
        overlay: 1.0.0
        info: { title: Words, version: 1.0.0 }
        actions: [{ target: $.info, update: { summary: Words } }]
        """

    /// - Parameter keys: Of the only client, beside its name.
    private func generate(
        _ keys: String, in folder: String = "checkout", isPermitted: Bool = false
    ) async throws -> ClientReport {
        let path = "\(folder)/apus.yaml"
        try temporary.write(path, "clients: [{ name: Pets, output: gen, \(keys) }]")
        var workspace = try Workspace.load(temporary.path + "/" + path)
        if isPermitted { workspace.checkout = nil }
        return try #require(await Generator.generate(workspace).first)
    }

    @Test(arguments: [
        ("spec: ../victim/pets.yaml", "victim/pets.yaml"),
        ("spec: linked/pets.yaml", "victim/pets.yaml"),
        ("spec: linked.yaml", "victim/pets.yaml"),
        ("spec: pets.yaml, overlays: [../victim/overlay.yaml]", "victim/overlay.yaml"),
        ("spec: pets.yaml, overlays: [linked/overlay.yaml]", "victim/overlay.yaml"),
        ("spec: pets.yaml, templates: ../victim/templates", "victim/templates"),
        ("spec: pets.yaml, templates: linked/templates", "victim/templates"),
        ("spec: pets.yaml, templates: own", "victim/templates/enum.mustache"),
        ("spec: pets.yaml, roots: [../victim]", "victim"),
        ("spec: pets.yaml, roots: [linked]", "victim"),
        ("spec: pets.yaml, roots: [/]", "/"),
    ])
    func nothingOutsideIsRead(keys: String, named: String) async throws {
        try temporary.link("checkout/linked", to: "../victim")
        try temporary.link("checkout/linked.yaml", to: "../victim/pets.yaml")
        try temporary.write("checkout/own/struct.txt", "")
        try temporary.link("checkout/own/enum.mustache", to: "../../victim/templates/enum.mustache")
        let report = try await generate(keys)
        let problem = try #require(report.problem)
        #expect(problem.contains("\(named), outside of ") && problem.contains("--allow-outside"), "\(problem)")
        #expect(!temporary.exists("checkout/gen/PetsClient.swift"))
        let permitted = try await generate(keys, isPermitted: true)
        #expect(permitted.problem == nil && !permitted.isFailure)
    }

    /// A link, a folder beside and a folder above are somebody's way to lay out a repository.
    @Test(arguments: [
        "spec: ../pets.yaml", "spec: ../shared/linked.yaml", "spec: ../pets.yaml, overlays: [../shared/overlay.yaml]",
        "spec: ../pets.yaml, templates: ../shared/templates", "spec: ../pets.yaml, roots: [../shared, ..]",
    ])
    func theWholeCheckoutMayBeRead(keys: String) async throws {
        try temporary.write("checkout/shared/overlay.yaml", Self.overlay)
        try temporary.write("checkout/shared/one/enum.mustache", "// of the checkout")
        try temporary.write("checkout/shared/templates/note.txt", "")
        try temporary.link("checkout/shared/templates/enum.mustache", to: "../one/enum.mustache")
        try temporary.link("checkout/shared/linked.yaml", to: "../pets.yaml")
        let report = try await generate(keys, in: "checkout/clients")
        #expect(report.problem == nil && !report.isFailure)
    }

    /// Without git, a package is the checkout; without either, the folder of the workspace file.
    @Test func theCheckoutIsFound() throws {
        try temporary.write("package/Package.swift", "")
        try temporary.write("package/Sources/Pets/apus.yaml", "")
        try temporary.write("plain/inner/apus.yaml", "")
        let real = RealPath(temporary.path).text
        for (folder, root) in [
            ("checkout", "checkout"), ("checkout/a/b", "checkout"), ("package/Sources/Pets", "package"),
            ("plain/inner", "plain/inner"),
        ] {
            #expect(Workspace.findCheckout(around: temporary.path + "/" + folder) == real + "/" + root)
        }
    }

    /// A path of the command line may be anywhere.
    @Test func theCommandLineNamesWhatItLikes() async throws {
        let output = temporary.path + "/gen"
        let client = ClientConfiguration(name: "Pets", spec: temporary.path + "/victim/pets.yaml", output: output)
        let workspace = Workspace.single(client)
        let report = try #require(await Generator.generate(workspace).first)
        #expect(report.problem == nil && !report.isFailure)
    }
}
