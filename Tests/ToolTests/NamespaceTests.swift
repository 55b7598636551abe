import Foundation
import TestSupport
import Testing

/// Two clients of one module, each in a namespace; the models of one are in a module of their own.
struct NamespaceTests {
    private static let workspace = """
        clients:
          - { name: Wire, spec: wire.yaml, output: Sources/App/Wire, namespace: Wire, namespaces: tags }
          - { name: ShopModels, spec: shop.yaml, output: Sources/ShopModels, namespace: Shop, generate: [models] }
          - { name: Shop, spec: shop.yaml, output: Sources/App/Shop, namespace: Shop, generate: [client], models: ShopModels }
        """

    /// A caller of both, with a type of its own that has a name of theirs.
    private static let caller = """
        import ShopModels

        struct Servers {}

        func list(_ wire: Wire.WireClient, _ shop: Shop.ShopClient, _ pet: Shop.Pet) -> Servers { Servers() }
        """

    @Test func bothCompile() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "apus-" + UUID().uuidString)
            .resolvingSymlinksInPath()
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = [
            "Package.swift": "// swift-tools-version: 6.1\n", "apus.yaml": Self.workspace,
            "wire.yaml": try Self.document("wire"), "shop.yaml": try Self.document("XMLShop"),
            "Sources/App/App.swift": Self.caller,
        ]
        for (path, text) in files {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        let outcome = try await Tool.run(["generate", "--quiet"], in: folder)
        #expect(outcome.status == 0, "\(outcome)")
        let names = try await Self.compile(folder)
        #expect(Set(names).count == names.count, "a module has no two files of one name")
        let readme = try String(
            contentsOf: folder.appending(path: "Sources/App/Shop/Shop.docc/README.md"), encoding: .utf8)
        #expect(readme.contains("import App\n") && readme.contains("let client = Shop.ShopClient("))
        // Formatted as all that is generated.
        let style = try await RouteTests.run(
            [
                "swift", "format", "lint", "--strict", "--recursive", "--configuration",
                Repository.root + "/.swift-format",
            ]
                + ["Sources/App/Wire", "Sources/App/Shop", "Sources/ShopModels"], in: folder)
        #expect(style.status == 0, "\(style.errors.prefix(2_000))")
    }

    /// The build plugin runs a process for each client of a target, so each reads what the clients before it declare.
    @Test func twoClientsOfATargetShareNoName() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "apus-" + UUID().uuidString)
            .resolvingSymlinksInPath()
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        func write(_ path: String, _ text: String) throws {
            try Data(text.utf8).write(to: folder.appending(path: path))
        }
        try write("wire.yaml", try Self.document("wire"))
        try write("shop.yaml", try Self.document("XMLShop"))
        try write("apus.yaml", "clients: [{ name: Second, spec: wire.yaml, output: unused, namespace: Second }]")
        func generate(_ name: String, _ source: [String], beside others: [String]) async throws -> ChildProcess {
            try await Tool.run(
                ["generate"] + source + ["--name", name, "--module", "App", "--output", "out/" + name, "--shards", "6"]
                    + ["--quiet", "--declared", name + ".names"] + others.flatMap { ["--beside", $0 + ".names"] },
                in: folder)
        }
        let first = try await generate("First", ["--spec", "wire.yaml"], beside: [])
        #expect(first.status == 0, "\(first)")
        let other = try await generate("Shop", ["--spec", "shop.yaml"], beside: ["First", "Missing"])
        #expect(other.status == 0, "\(other)")
        let second = try await generate("Second", ["--spec", "wire.yaml"], beside: ["First", "Shop"])
        #expect(second.status == 1)
        let sentence = "First and Second are compiled as one module, App, and both declare "
        #expect(second.errors.contains(sentence) && second.errors.contains("[colliding-clients]"), "\(second.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "out/Second").path))
        let apart = try await generate("Second", ["--workspace", "apus.yaml"], beside: ["First", "Shop"])
        #expect(apart.status == 0, "\(apart)")
        #expect(try await Compiler.check(Self.files(in: "out", of: folder), named: "App", in: folder) == "")
    }

    /// - Returns: The names of the files of the module App.
    private static func compile(_ folder: URL) async throws -> [String] {
        let models = files(in: "Sources/ShopModels", of: folder)
        let app = files(in: "Sources/App", of: folder)
        let module = ["-emit-module", "-wmo", "-o", "ShopModels.swiftmodule"]
        #expect(try await Compiler.check(models, named: "ShopModels", in: folder, module) == "")
        #expect(try await Compiler.check(app, named: "App", in: folder) == "")
        return app.map { String($0.split(separator: "/").last ?? "") }
    }

    private static func document(_ name: String) throws -> String {
        try String(
            contentsOf: Repository.url(of: "Tests/GoldenTests/Documents/\(name).yaml"), encoding: .utf8)
    }

    private static func files(in path: String, of folder: URL) -> [String] {
        let names = FileManager.default.subpaths(atPath: folder.appending(path: path).path) ?? []
        return names.filter { $0.hasSuffix(".swift") }.sorted().map { path + "/" + $0 }
    }
}
