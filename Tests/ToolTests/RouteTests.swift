import Foundation
import TestSupport
import Testing

/// The ways to a client in README.md, and the READMEs of the modules: what is to be typed there is typed here.
@Suite(.serialized, .timeLimit(.minutes(5)))
final class RouteTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "apus-" + UUID().uuidString)
        .resolvingSymlinksInPath()
    private let readme: Markdown

    init() throws {
        readme = try Markdown(String(contentsOf: Repository.url(of: "README.md"), encoding: .utf8))
        try write("openapi.yaml", try #require(readme.blocks(under: "## Start", in: "yaml").first))
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    @Test func theBuildPlugin() async throws {
        let blocks = readme.blocks(under: "### Build plugin", in: "swift")
        let manifest = try await self.manifest(try #require(blocks.first), in: "package")
        #expect(manifest.targets.map(\.name) == ["Acme"])
        try write("package/Sources/Acme/main.swift", try #require(blocks.last))
        // As the plugin calls it.
        try await apus(
            "generate", "--spec", "openapi.yaml", "--name", "Acme", "--module", "Acme", "--shards", "6", "--output",
            "package/Sources/Acme/Generated")
        #expect(try await Compiler.check(files(in: "package/Sources/Acme"), named: "Acme", in: folder) == "")
    }

    @Test func theCommandPlugin() async throws {
        let blocks = readme.blocks(under: "### Command plugin", in: "swift")
        let whole = try #require(blocks.first)
        let before = whole.split(separator: "\n").filter { !$0.contains("// generated") }.joined(separator: "\n")
        #expect(try await manifest(before, in: ".").targets.map(\.name) == ["App"])
        let commands = readme.commands(under: "### Command plugin").compactMap { line -> [String]? in
            line.firstIndex { $0.hasPrefix("apus") }.map { Array(line[($0 + 1)...]) }
        }
        #expect(commands == [["init", "openapi.yaml"], ["generate"], ["check"]])
        for command in commands { try await apus(command) }
        #expect(try await manifest(whole, in: ".").targets.map(\.name) == ["App", "Acme"])
        try write("Sources/App/main.swift", try #require(blocks.last))
        try await compileBoth("Sources/Acme", "Sources/App")
        try await theREADMEOfATarget()
    }

    /// In the catalogue of the module that was just generated.
    private func theREADMEOfATarget() async throws {
        let text = try String(contentsOf: folder.appending(path: "Sources/Acme/Acme.docc/README.md"), encoding: .utf8)
        #expect(text.contains("`Acme` is a target of the package `App`"))
        let blocks = Markdown(text).blocks(under: "# Acme", in: "swift")
        let manifest = try await self.manifest(
            """
            // swift-tools-version: 6.1
            import PackageDescription
            let package = Package(
                name: "App", dependencies: [.package(url: "…", from: "0.1.0", traits: ["AsyncHTTPClient"])],
                targets: [
            \(try #require(blocks.first))
            ])
            """, in: "readme")
        #expect(manifest.targets.map(\.name) == ["Acme", "App"])
        try write("readme/Sources/App/main.swift", blocks.dropFirst().joined(separator: "\n"))
        try await compileBoth("Sources/Acme", "readme/Sources/App")
    }

    @Test func theTool() async throws {
        let commands = readme.commands(under: "### The tool").filter { $0.first == "apus" }.map {
            Array($0.dropFirst())
        }
        #expect(commands.count == 4)
        for command in commands.dropLast() { try await apus(command) }
        try await apus(commands[3].map { $0 == "…" ? "https://git.example/apus.git" : $0 })
        let manifest = try Package(try await Self.dump(folder.appending(path: "Acme")))
        #expect(manifest.targets.map(\.name) == ["Acme"])
    }

    /// SwiftPM finds the product in the package that the README names, and has nothing to say about the files.
    @Test func theREADMEOfAPackage() async throws {
        try await apus(
            "generate", "--spec", "openapi.yaml", "--output", "Acme", "--package", "--apus-path", Repository.root)
        let text = try String(contentsOf: folder.appending(path: "Acme/README.md"), encoding: .utf8)
        let blocks = Markdown(text).blocks(under: "# Acme", in: "swift")
        let lines = try #require(blocks.first)
            .replacing("ApusAsyncHTTPClient", with: "ApusURLSession").replacing("[\"AsyncHTTPClient\"]", with: "[]")
        try write(
            "App/Package.swift",
            """
            // swift-tools-version: 6.1
            import PackageDescription
            let package = Package(
                name: "App", platforms: [.macOS(.v13)],
            \(lines)
            )
            """)
        try write("App/Sources/App/main.swift", "print(1)\n")
        let outcome = try await Self.run(["swift", "package", "show-dependencies"], in: folder.appending(path: "App"))
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(!outcome.errors.contains("unhandled"), "\(outcome.errors)")
        try write("App/Sources/App/main.swift", blocks.dropFirst().joined(separator: "\n"))
        try await compileBoth("Acme/Sources/Acme", "App/Sources/App")
    }

    private func compileBoth(_ client: String, _ app: String) async throws {
        let module = ["-emit-module", "-o", "Acme.swiftmodule"]
        #expect(try await Compiler.check(files(in: client), named: "Acme", in: folder, module) == "")
        #expect(try await Compiler.check(files(in: app), named: "App", in: folder) == "")
    }

    private func apus(_ arguments: String...) async throws {
        try await apus(arguments)
    }

    private func apus(_ arguments: [String]) async throws {
        let outcome = try await Tool.run(arguments, in: folder)
        #expect(outcome.status == 0, "\(arguments): \(outcome)")
    }

    private func write(_ path: String, _ text: String) throws {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    private func files(in path: String) -> [String] {
        let names = FileManager.default.subpaths(atPath: folder.appending(path: path).path) ?? []
        return names.filter { $0.hasSuffix(".swift") }.sorted().map { path + "/" + $0 }
    }

    /// A manifest that SwiftPM reads, and whose products, plugins and traits Apus has.
    private func manifest(_ text: String, in path: String) async throws -> Package {
        try write(path + "/Package.swift", text.replacing("\"…\"", with: "\"https://git.example/apus.git\""))
        let package = try Package(try await Self.dump(folder.appending(path: path)))
        let apus = try Package(try await Self.dump(Repository.url(of: "")))
        #expect(package.uses.isSubset(of: apus.products), "\(package.uses.subtracting(apus.products))")
        #expect(package.wantedTraits.isSubset(of: apus.traits))
        return package
    }

    /// `swift test` holds the lock of the repository's build folder while the tests run, so the command has one of its own.
    private static func dump(_ folder: URL) async throws -> String {
        let scratch = try TemporaryFolder()
        let outcome = try await run(
            ["swift", "package", "--scratch-path", scratch.path, "dump-package"], in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        return outcome.output
    }

    static func run(_ command: [String], in folder: URL) async throws -> ChildProcess {
        try await Tool.run(command, in: folder, executable: URL(filePath: "/usr/bin/env"))
    }
}

/// The output of `swift package dump-package`.
private struct Package {
    struct Target {
        let name: String
    }

    private(set) var targets: [Target] = []
    private(set) var products: Set<String> = []
    private(set) var traits: Set<String> = []
    /// Products and plugins of other packages.
    private(set) var uses: Set<String> = []
    private(set) var wantedTraits: Set<String> = []

    init(_ text: String) throws {
        let root = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        func names(_ key: String) -> [String] {
            (root[key] as? [[String: Any]] ?? []).compactMap { $0["name"] as? String }
        }
        targets = names("targets").map(Target.init)
        products = Set(names("products"))
        traits = Set(names("traits"))
        for target in root["targets"] as? [[String: Any]] ?? [] {
            for entry in target["dependencies"] as? [[String: Any]] ?? [] {
                if let name = (entry["product"] as? [Any])?.first as? String { uses.insert(name) }
            }
            for entry in target["pluginUsages"] as? [[String: Any]] ?? [] {
                if let name = (entry["plugin"] as? [Any])?.first as? String { uses.insert(name) }
            }
        }
        for entry in root["dependencies"] as? [[String: Any]] ?? [] {
            for location in (entry["sourceControl"] as? [[String: Any]] ?? []) {
                for trait in location["traits"] as? [[String: Any]] ?? [] {
                    if let name = trait["name"] as? String { wantedTraits.insert(name) }
                }
            }
        }
    }
}

/// The code of a page.
private struct Markdown {
    private let lines: [Substring]

    init(_ text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    }

    /// The blocks of one language from a heading to the next one of its level or above.
    func blocks(under heading: String, in language: String) -> [String] {
        let level = heading.prefix { $0 == "#" }.count
        var isIn = false
        var fence: Substring?
        var block: [Substring] = []
        var blocks: [String] = []
        for line in lines {
            if let open = fence {
                guard line == "```" else {
                    block.append(line)
                    continue
                }
                if isIn, open == language { blocks.append(block.joined(separator: "\n") + "\n") }
                (fence, block) = (nil, [])
            } else if line.hasPrefix("```") {
                fence = line.dropFirst(3)
            } else if line.hasPrefix("#"), line.prefix(while: { $0 == "#" }).count <= level {
                isIn = line.hasPrefix(heading)
            }
        }
        return blocks
    }

    /// The words of each command, without comments.
    func commands(under heading: String) -> [[String]] {
        blocks(under: heading, in: "sh").flatMap { $0.split(separator: "\n") }.map { line in
            line.split(separator: "#").first.map { $0.split(separator: " ").map(String.init) } ?? []
        }
    }
}
