import Foundation
import TestSupport
import Testing

/// A package that depends on a tagged Apus, as its SwiftPM sees it.
@Suite("An adopter's package", .serialized, .timeLimit(.minutes(5)))
struct AdopterTests {
    @Test("an app that calls over URLSession resolves three packages")
    func pinsAreFew() async throws {
        let adopter = try await Adopter(products: ["ApusRuntime", "ApusURLSession", "ApusXML", "ApusTesting"])
        defer { adopter.remove() }
        let outcome = try await adopter.run("swift", "package", "resolve")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try adopter.pins() == ["apus", "swift-argument-parser", "swift-http-types"])
    }

    /// The tool is then not built: what it is made of is not resolved, and libyaml is not looked for.
    @Test("with a prebuilt tool, an app resolves two packages", .enabled(if: Adopter.canZip))
    func aPrebuiltToolNeedsNothing() async throws {
        let adopter = try await Adopter(products: ["ApusRuntime", "ApusURLSession"], hasBundle: true)
        defer { adopter.remove() }
        let outcome = try await adopter.run("swift", "package", "show-dependencies")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try adopter.pins() == ["apus", "swift-http-types"])
        #expect(!(outcome.output + outcome.errors).contains("yaml"))
    }

    /// The dependencies of a trait are resolved only with that trait.
    @Test(
        "a trait resolves what its product needs",
        arguments: [("Webhooks", ["swift-asn1", "swift-crypto"])])
    func traitsAddTheirOwn(trait: String, further: [String]) async throws {
        let adopter = try await Adopter(products: ["Apus" + trait], traits: [trait])
        defer { adopter.remove() }
        let outcome = try await adopter.run("swift", "package", "resolve")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try adopter.pins() == (["apus", "swift-argument-parser", "swift-http-types"] + further).sorted())
    }

    @Test("a product without its trait is one sentence that names the trait")
    func aMissingTraitIsNamed() async throws {
        let adopter = try await Adopter(products: ["ApusWebhooks"])
        defer { adopter.remove() }
        let outcome = try await adopter.run("swift", "build")
        #expect(outcome.status == 1)
        let lines = (outcome.output + outcome.errors).split(separator: "\n")
        let errors = lines.filter { $0.contains(".swift:") && $0.contains(": error: ") }
        let sentences = Set(errors.compactMap { $0.components(separatedBy: ": error: ").last })
        #expect(
            sentences == [
                #"ApusWebhooks needs the trait Webhooks: .package(url: …, traits: ["Webhooks"])"#
            ])
    }

    @Test("every trait has its sentence", arguments: ["AsyncHTTPClient", "Observability", "Webhooks"])
    func traitsHaveTheirSentences(trait: String) async throws {
        let file = "Sources/Traits/\(trait)/\(trait)Trait.swift"
        let without = try await Adopter.run(["swiftc", "-typecheck", file], in: Repository.url(of: ""))
        #expect(without.status == 1)
        #expect(without.errors.contains("Apus\(trait) needs the trait \(trait): "))
        #expect(without.errors.contains("traits: [\"\(trait)\"]"))
        let with = try await Adopter.run(["swiftc", "-typecheck", "-D", trait, file], in: Repository.url(of: ""))
        #expect(with.status == 0 && with.errors.isEmpty, "\(with.errors)")
    }
}

/// The repository as it lies here, tagged, and beside it a package that depends on it.
private struct Adopter {
    private let folder: URL
    private var package: URL { folder.appending(path: "App") }

    static let canZip = FileManager.default.isExecutableFile(atPath: "/usr/bin/zip")

    /// - Parameter hasBundle: Whether the repository has an `apus.artifactbundle.zip`, with a script instead of the tool.
    init(products: [String], traits: [String] = [], hasBundle: Bool = false) async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "apus-" + UUID().uuidString)
        let apus = folder.appending(path: "Apus")
        let sources = package.appending(path: "Sources/App")
        try FileManager.default.createDirectory(at: sources, withIntermediateDirectories: true)
        try Data("print(1)\n".utf8).write(to: sources.appending(path: "App.swift"))
        try Data(manifest(apus: apus, products, traits).utf8).write(to: package.appending(path: "Package.swift"))
        // A repository of its own with the files that are here: what was changed and not committed is tried, too.
        let git = ["git", "-c", "user.name=Apus", "-c", "user.email=apus@example.com", "-c", "core.autocrlf=false"]
        let tree = ["--git-dir", apus.path + "/.git", "--work-tree", Repository.root]
        try await Self.succeed(["git", "init", "--quiet", apus.path], in: Repository.url(of: ""))
        try await Self.succeed(git + tree + ["add", "--all"], in: Repository.url(of: ""))
        if hasBundle {
            let zip = try await makeBundle()
            let blob = try await Self.succeed(git + tree + ["hash-object", "-w", zip.path], in: Repository.url(of: ""))
            let entry = "100644,\(blob.trimmingCharacters(in: .whitespacesAndNewlines)),apus.artifactbundle.zip"
            try await Self.succeed(
                git + tree + ["update-index", "--add", "--cacheinfo", entry], in: Repository.url(of: ""))
        }
        try await Self.succeed(
            git + tree + ["commit", "--quiet", "--message", "As it is here"], in: Repository.url(of: ""))
        try await Self.succeed(git + tree + ["tag", "1.0.0"], in: Repository.url(of: ""))
    }

    private func makeBundle() async throws -> URL {
        let part = folder.appending(path: "apus.artifactbundle/part")
        try FileManager.default.createDirectory(at: part, withIntermediateDirectories: true)
        try Data("#!/bin/sh\n".utf8).write(to: part.appending(path: "apus"))
        let triples = ["x86_64", "aarch64"].map { "\"\($0)-unknown-linux-gnu\"" } + ["\"arm64-apple-macosx\""]
        let variant = "{ \"path\": \"part/apus\", \"supportedTriples\": [\(triples.joined(separator: ", "))] }"
        let info =
            "{ \"schemaVersion\": \"1.0\", \"artifacts\": { \"apus\": { \"type\": \"executable\", \"version\": \"1.0.0\", "
            + "\"variants\": [\(variant)] } } }"
        try Data(info.utf8).write(to: folder.appending(path: "apus.artifactbundle/info.json"))
        let zip = folder.appending(path: "apus.artifactbundle.zip")
        try await Self.succeed(["zip", "-q", "-r", zip.path, "apus.artifactbundle"], in: folder)
        return zip
    }

    /// The output of a command that must not fail.
    @discardableResult
    private static func succeed(_ command: [String], in folder: URL) async throws -> String {
        let outcome = try await run(command, in: folder)
        guard outcome.status == 0 else { throw Failure(text: outcome.errors) }
        return outcome.output
    }

    private func manifest(apus: URL, _ products: [String], _ traits: [String]) -> String {
        let list = traits.isEmpty ? "" : ", traits: [" + traits.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
        let used = products.map { ".product(name: \"\($0)\", package: \"Apus\")" }.joined(separator: ", ")
        return """
            // swift-tools-version: 6.1
            import PackageDescription

            let package = Package(
                name: "App",
                platforms: [.macOS(.v13)],
                dependencies: [.package(url: "\(apus.absoluteString)", from: "1.0.0"\(list))],
                targets: [.executableTarget(name: "App", dependencies: [\(used)])])

            """
    }

    func remove() {
        try? FileManager.default.removeItem(at: folder)
    }

    func run(_ command: String...) async throws -> ChildProcess {
        try await Self.run(command, in: package)
    }

    static func run(_ command: [String], in folder: URL) async throws -> ChildProcess {
        try await ChildProcess.run(command, in: folder)
    }

    /// The packages of `Package.resolved`.
    func pins() throws -> [String] {
        struct Resolved: Decodable {
            struct Pin: Decodable { let identity: String }

            let pins: [Pin]
        }
        let data = try Data(contentsOf: package.appending(path: "Package.resolved"))
        return try JSONDecoder().decode(Resolved.self, from: data).pins.map(\.identity).sorted()
    }

    struct Failure: Error, CustomStringConvertible {
        let text: String
        var description: String { text }
    }
}
