import Foundation
import TestSupport
import Testing

/// `apus init` in folders as a new user has them.
struct InitTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "apus-" + UUID().uuidString)

    private static func document(_ title: String) -> String {
        """
        openapi: 3.1.0
        info: { title: \(title), version: 1.0.0, description: At most 60 requests per minute. }
        paths:
          /pets:
            get:
              operationId: listPets
              parameters: [{ name: page, in: query, schema: { type: integer } }]
              responses:
                '200':
                  description: The pets.
                  content: { application/json: { schema: { type: array, items: { type: string } } } }
        """
    }

    private func write(_ path: String, _ text: String) throws {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    private func read(_ path: String) -> String {
        (try? String(contentsOf: folder.appending(path: path), encoding: .utf8)) ?? ""
    }

    @Test func besideAPackage() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try write("Package.swift", "// swift-tools-version: 6.1\n")
        try write("openapi.yaml", Self.document("Pet Store"))
        try write("farm.yaml", Self.document("Farm"))
        try write("Sources/Farm/Mine.swift", "let mine = 1\n")
        let first = try await Tool.run(["init", "openapi.yaml"], in: folder)
        #expect(first.status == 0, "\(first)")
        #expect(first.output.hasPrefix("wrote apus.yaml with the client PetStore\nPetStore: 1 operations"))
        #expect(
            first.output.contains(
                #".target(name: "PetStore", dependencies: [.product(name: "ApusRuntime", package: "Apus")]),"#))
        #expect(read("Sources/PetStore/PetStoreClient.swift").contains("struct PetStoreClient"))
        let before = read("apus.yaml")
        #expect(before.contains("    # paging: { listPets: { style: pageNumber, parameter: page } }  # an operation"))
        #expect(before.contains("    # rateLimit: { requests: 60, per: 60s }  # the document says"))
        let second = try await Tool.run(["init", "farm.yaml"], in: folder)
        #expect(
            second.status == 0 && second.output.hasPrefix("added the client FarmAPI to apus.yaml\nFarmAPI: "),
            "\(second)")
        #expect(read("apus.yaml").hasPrefix(before) && read("apus.yaml").contains("output: \"Sources/FarmAPI\""))
        #expect(read("Sources/Farm/Mine.swift") == "let mine = 1\n")
        #expect(try await Tool.run(["check"], in: folder).status == 0)
        // The comments can be used.
        try write(
            "apus.yaml",
            read("apus.yaml").replacing("    # paging", with: "    paging").replacing(
                "    # rateLimit", with: "    rateLimit"))
        let again = try await Tool.run(["generate"], in: folder)
        #expect(again.status == 0 && again.errors.isEmpty, "\(again)")
        #expect(read("Sources/PetStore/PetStoreClient.swift").contains("rateLimit"))
    }

    @Test func withoutAPackage() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try write("openapi.yaml", Self.document("Pet Store"))
        let outcome = try await Tool.run(["init", "openapi.yaml", "--name", "Store"], in: folder)
        #expect(outcome.status == 0 && outcome.output.contains("apus generate --package"), "\(outcome)")
        #expect(read("Generated/Store/StoreClient.swift").contains("struct StoreClient"))
        let package = try await Tool.run(
            ["generate", "--package", "--apus-path", Repository.root, "--output", "Store"], in: folder)
        #expect(package.status == 0, "\(package)")
        #expect(read("Store/Package.swift").contains("name: \"Store\"") && read("Store/README.md").contains("../Store"))
        let check = ["check", "--package", "--apus-path", Repository.root, "--output", "Store"]
        #expect(try await Tool.run(check, in: folder).status == 0)
    }

    @Test func nothingIsWrittenForADocumentWithErrors() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try write("openapi.yaml", "asyncapi: 3.0.0\n")
        let outcome = try await Tool.run(["init", "openapi.yaml"], in: folder)
        #expect(outcome.status == 1 && outcome.errors.contains("[not-openapi]"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["openapi.yaml"])
    }

    @Test func standardInputIsReadOnce() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try write("document/openapi.yaml", Self.document("Pet Store"))
        let input = folder.appending(path: "document/openapi.yaml")
        let outcome = try await Tool.run(["init", "-"], in: folder, input: input)
        #expect(
            outcome.status == 0 && outcome.output.hasPrefix("wrote apus.yaml with the client PetStore"), "\(outcome)")
        #expect(try await Tool.run(["generate"], in: folder, input: input).status == 0)
        #expect(read("Generated/PetStore/PetStoreClient.swift").contains("Generated by Apus from -."))
    }
}
