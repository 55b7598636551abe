import Foundation
import TestSupport
import Testing

/// The build plugin's own decisions, in a program that is compiled from its files: a plugin cannot be linked into a test.
@Suite(.serialized, .timeLimit(.minutes(5)))
final class PluginTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "apus-" + UUID().uuidString)
        .resolvingSymlinksInPath()

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    private func write(_ path: String, _ text: String) throws {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    private func read(_ path: String) -> String {
        (try? String(contentsOf: folder.appending(path: path), encoding: .utf8)) ?? ""
    }

    private static func swiftc(_ arguments: [String], in folder: URL) async throws -> ChildProcess {
        try await Tool.run(["swiftc"] + arguments, in: folder, executable: URL(filePath: "/usr/bin/env"))
    }

    private static func plugin(_ names: String...) -> [String] {
        names.map { Repository.url(of: "Plugins/\($0)").path }
    }

    /// Lines of `layout NAME`, `clients FILE…` or `watch LIST FILE…`.
    private func compileProbe() async throws -> URL {
        try write(
            "probe/main.swift",
            """
            import Foundation
            let words = Array(CommandLine.arguments.dropFirst(2))
            switch CommandLine.arguments[1] {
            case "layout": for file in Layout.files(client: words[0]).sorted() { print(file) }
            case "clients":
                do {
                    let files = words.map { URL(filePath: $0) }
                    for client in try ClientInput.find(in: files, target: "App", module: "App") {
                        print(client.name, client.arguments.dropFirst().joined(separator: " "))
                    }
                } catch { print(error) }
            default:
                var watched = WatchedFiles()
                for file in words.dropFirst() { watched.add(URL(filePath: file)) }
                try watched.save(to: URL(filePath: words[0]))
                for file in watched.files { print(file.path) }
            }
            """)
        let sources = Self.plugin(
            "ApusPlugin/Layout.swift", "ApusPlugin/ClientInput.swift", "ApusPlugin/WatchedFiles.swift")
        let outcome = try await Self.swiftc(
            ["-swift-version", "6", "-o", "probe/probe", "probe/main.swift"] + sources, in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return folder.appending(path: "probe/probe")
    }

    private func probe(_ executable: URL, _ arguments: String...) async throws -> [String] {
        let outcome = try await Tool.run(arguments, in: folder, executable: executable)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return outcome.output.split(separator: "\n").map { String($0).replacing(folder.path + "/", with: "") }
    }

    private static let document = """
        openapi: 3.1.0
        info: { title: Pets, version: 1.0.0 }
        paths:
          /pets:
            get:
              operationId: list_NAME
              responses:
                '200': { description: It., content: { application/json: { schema: { $ref: '../Shared/pet.yaml' } } } }
        """

    @Test func decides() async throws {
        let executable = try await compileProbe()
        try await files(executable)
        try await clients(executable)
        try await inputs(executable)
    }

    /// A build names its outputs before it runs.
    private func files(_ executable: URL) async throws {
        try write("Shared/pet.yaml", "{ type: string }")
        try write("pets/openapi.yaml", Self.document)
        let outcome = try await Tool.run(
            [
                "generate", "--spec", "pets/openapi.yaml", "--allow-root", "Shared", "--output", "out", "--name",
                "Pets",
                "--shards", "6",
            ], in: folder)
        #expect(outcome.status == 0, "\(outcome)")
        let written = FileManager.default.subpaths(atPath: folder.appending(path: "out").path) ?? []
        #expect(try await probe(executable, "layout", "Pets") == written.filter { $0.hasSuffix(".swift") }.sorted())
    }

    private func clients(_ executable: URL) async throws {
        #expect(
            try await probe(executable, "clients", "App/openapi.yaml", "App/parts/openapi.yaml", "App/data.json")
                == ["App --spec App/openapi.yaml"])
        #expect(
            try await probe(executable, "clients", "App/api/openapi.json", "App/openapi-generator-config.yml")
                == ["App --spec App/api/openapi.json --generator-config App/openapi-generator-config.yml"])
        #expect(
            try await probe(
                executable, "clients", "App/acme/openapi.yaml", "App/acme/openapi-generator-config.yaml",
                "App/big-bank/apus.yaml", "App/big-bank/swagger.json")
                == [
                    "Acme --spec App/acme/openapi.yaml --generator-config App/acme/openapi-generator-config.yaml",
                    "Big_bank --workspace App/big-bank/apus.yaml",
                ])
        #expect(try await probe(executable, "clients", "App/data.json").first?.contains("has no document") == true)
        #expect(
            try await probe(executable, "clients", "App/a/v1/openapi.yaml", "App/b/v1/openapi.yaml").first?
                .contains("two folders of the same name") == true)
    }

    /// A file that a document reads is an input, wherever it is.
    private func inputs(_ executable: URL) async throws {
        try write("Shared/pet.yaml", "{ type: object, properties: { owner: { $ref: 'my people/o%20w.yaml#/Owner' } } }")
        try write("Shared/my people/o w.yaml", "Owner: { type: string }")
        try write("roots/deep/a.yaml", "{}")
        try write("look/struct.mustache", "")
        try write("fixes.yaml", "overlay: 1.0.0")
        try write("App/openapi.yaml", Self.document)
        try write(
            "App/apus.yaml",
            "clients:\n  - {name: App, spec: openapi.yaml, overlays: ../fixes.yaml, roots: [../roots], templates: '../look'}"
        )
        let found = try await probe(executable, "watch", "list", "App/apus.yaml", "App/openapi.yaml")
        let expected = [
            "App/apus.yaml", "App/openapi.yaml", "Shared/my people/o w.yaml", "Shared/pet.yaml", "fixes.yaml",
            "look/struct.mustache", "roots/deep/a.yaml",
        ]
        #expect(found == expected)
        let list = read("list")
        #expect(list.split(separator: "\n").count == expected.count)
        // Another file that the tool reads is added, and is found the next time.
        try write("Shared/odd", "{ type: string }")
        try write("App/openapi.yaml", Self.document.replacing("Shared/pet.yaml", with: "Shared/odd"))
        let generate = [
            "generate", "--spec", "App/openapi.yaml", "--allow-root", "Shared", "--output", "again", "--name", "App",
            "--watched", "list",
        ]
        #expect(try await Tool.run(generate, in: folder).status == 0)
        #expect(read("list").replacing(list, with: "").hasSuffix("/Shared/odd\n"))
        let completed = read("list")
        #expect(try await Tool.run(generate, in: folder).status == 0)
        #expect(read("list") == completed)
        let next = try await probe(executable, "watch", "list", "App/apus.yaml", "App/openapi.yaml")
        #expect(Set(next) == Set(expected + ["Shared/odd"]))
        #expect(read("list").contains("/Shared/odd\n"))
    }

    /// Xcode's module exists on a Mac only; this has its documented interface, as far as the plugins use it.
    private static let xcode = """
        public import Foundation
        public import PackagePlugin
        public struct XcodeProject { public let directoryURL: URL }
        public struct XcodePluginContext {
            public let xcodeProject: XcodeProject
            public let pluginWorkDirectoryURL: URL
            public func tool(named name: String) throws -> PluginContext.Tool { fatalError() }
        }
        public struct XcodeTarget {
            public let displayName: String
            public let inputFiles: FileList
        }
        public protocol XcodeBuildToolPlugin: BuildToolPlugin {
            func createBuildCommands(context: XcodePluginContext, target: XcodeTarget) throws -> [Command]
        }
        public protocol XcodeCommandPlugin: CommandPlugin {
            func performCommand(context: XcodePluginContext, arguments: [String]) throws
        }
        """

    @Test(arguments: [["ApusPlugin", "ClientInput", "WatchedFiles", "Layout"], ["ApusCommand"]])
    func compilesForXcode(files: [String]) async throws {
        let info = try await Self.swiftc(["-print-target-info"], in: Repository.url(of: "")).output
        let line = try #require(info.split(separator: "\n").first { $0.contains("\"runtimeResourcePath\"") })
        let library = try #require(line.split(separator: "\"").dropFirst(2).first { $0.hasPrefix("/") })
        let api = [
            "-I", library + "/pm/PluginAPI", "-swift-version", "6", "-enable-upcoming-feature",
            "InternalImportsByDefault",
            "-package-description-version", "6.1",
        ]
        try write("Xcode.swift", Self.xcode)
        let stub = try await Self.swiftc(
            [
                "-emit-module", "-module-name", "XcodeProjectPlugin", "Xcode.swift", "-o",
                "XcodeProjectPlugin.swiftmodule",
            ] + api,
            in: folder)
        #expect(stub.status == 0, "\(stub.errors)")
        let sources = files.flatMap { Self.plugin("\(files[0])/\($0).swift") }
        let outcome = try await Self.swiftc(["-typecheck", "-parse-as-library", "-I", "."] + api + sources, in: folder)
        #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    }
}
