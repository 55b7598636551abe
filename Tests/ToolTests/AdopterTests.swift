import Foundation
import TestSupport
import Testing

/// A package that depends on a tagged Apus, as its SwiftPM sees it.
@Suite("An adopter's package", .serialized)
struct AdopterTests {
    @Test("an app that calls over URLSession resolves three packages")
    func pinsAreFew() async throws {
        let adopter = try await Adopter(products: ["ApusRuntime", "ApusURLSession", "ApusXML", "ApusTesting"])
        defer { adopter.remove() }
        let outcome = try await adopter.run("swift", "package", "resolve")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try adopter.pins() == ["apus", "swift-argument-parser", "swift-http-types"])
    }

    /// What a trait brings stays with that trait.
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

    init(products: [String], traits: [String] = []) async throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "apus-" + UUID().uuidString)
        let apus = folder.appending(path: "Apus")
        let sources = package.appending(path: "Sources/App")
        try FileManager.default.createDirectory(at: sources, withIntermediateDirectories: true)
        try Data("print(1)\n".utf8).write(to: sources.appending(path: "App.swift"))
        try Data(manifest(apus: apus, products, traits).utf8).write(to: package.appending(path: "Package.swift"))
        // A repository of its own with the files that are here: what was changed and not committed is tried, too.
        let git = ["git", "-c", "user.name=Apus", "-c", "user.email=apus@example.com", "-c", "core.autocrlf=false"]
        let tree = ["--git-dir", apus.path + "/.git", "--work-tree", Repository.root]
        for command in [
            ["git", "init", "--quiet", apus.path], git + tree + ["add", "--all"],
            git + tree + ["commit", "--quiet", "--message", "As it is here"], git + tree + ["tag", "1.0.0"],
        ] {
            let outcome = try await Self.run(command, in: Repository.url(of: ""))
            guard outcome.status == 0 else { throw Failure(text: outcome.errors) }
        }
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
