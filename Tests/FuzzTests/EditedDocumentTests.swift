import Foundation
import Fuzzing
import Testing

/// Documents whose parts were moved, doubled and exchanged at random: whatever is generated from them compiles.
struct EditedDocumentTests {
    @Test(arguments: Documents.names)
    func editedDocumentsCompile(document: String) throws {
        try compile(document, seed: 7)
    }

    /// `FUZZ_SECONDS=600 swift test --filter goesOn`, as `make fuzz` does.
    @Test(.enabled(if: Documents.seconds != nil))
    func goesOnEditing() throws {
        let end = Date(timeIntervalSinceNow: Documents.seconds ?? 0)
        var seed = UInt64(ProcessInfo.processInfo.environment["FUZZ_SEED"] ?? "") ?? 1_000
        while Date() < end {
            for document in Documents.names { try compile(document, seed: seed) }
            seed += 1
        }
        print("edited documents: went on up to seed \(seed)")
    }

    /// Several edits in one document, since compiling costs more than editing.
    private func compile(_ document: String, seed: UInt64) throws {
        var tree = try #require(TextTree(parsing: try Documents.read(document)))
        var mutation = TreeMutation(seed: seed)
        for _ in 0..<12 {
            let edited = mutation.mutate(tree)
            // Edits at the root produce no document.
            if edited["paths"] != nil, try !GeneratedClient.generate(Array(edited.json.utf8)).files.isEmpty {
                tree = edited
            }
        }
        let client = try GeneratedClient.generate(Array(tree.json.utf8))
        #expect(GeneratedCode.findProblems(in: client) == [], "\(document), seed \(seed)")
        let said = try Compiler.findProblems(in: client.swiftFiles)
        #expect(said == "", "\(document), seed \(seed)")
    }
}
