import Foundation
import TestSupport
import Testing

/// `minimal: true` compiles with every form of a model, and takes the conformances away.
struct MinimalTests {
    /// Objects, unions, tuples, enums and XML, sent and received.
    private static let documents = ["wire", "XMLShop"]

    private static let caller = """
        func describe(_ values: [any CustomStringConvertible]) -> String { "\\(values)" }
        func describe(_ pet: Pet) -> String { describe([pet]) }
        """
    private static let demanding = """
        func unite(_ pets: [Pet]) -> Set<Pet> { Set(pets) }
        """

    @Test(arguments: documents) func compiles(document: String) async throws {
        let folder = try await generate(document)
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(try await Compiler.check(Self.files(in: folder), named: "Acme", in: folder) == "")
    }

    @Test func modelsAreDescribedAndNotCompared() async throws {
        let folder = try await generate("XMLShop")
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(Self.caller.utf8).write(to: folder.appending(path: "out/Caller.swift"))
        #expect(try await Compiler.check(Self.files(in: folder), named: "Acme", in: folder) == "")
        try Data(Self.demanding.utf8).write(to: folder.appending(path: "out/Demanding.swift"))
        let output = try await Compiler.check(Self.files(in: folder), named: "Acme", in: folder)
        #expect(output.contains("type 'Pet' does not conform to protocol 'Hashable'"), "\(output.prefix(1_000))")
    }

    private func generate(_ document: String) async throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "apus-" + UUID().uuidString)
            .resolvingSymlinksInPath()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let text = try String(
            contentsOf: Repository.url(of: "Tests/GoldenTests/Documents/\(document).yaml"), encoding: .utf8)
        try Data(text.utf8).write(to: folder.appending(path: "acme.yaml"))
        let workspace = "clients: [{ name: Acme, spec: acme.yaml, output: out, minimal: true }]\n"
        try Data(workspace.utf8).write(to: folder.appending(path: "apus.yaml"))
        let outcome = try await Tool.run(["generate", "--quiet"], in: folder)
        #expect(outcome.status == 0, "\(outcome)")
        return folder
    }

    private static func files(in folder: URL) -> [String] {
        let names = FileManager.default.subpaths(atPath: folder.appending(path: "out").path) ?? []
        return names.filter { $0.hasSuffix(".swift") }.sorted().map { "out/" + $0 }
    }
}
