import Foundation
import Fuzzing
import Testing

/// Problems found by fuzzing stay fixed: `Regressions/<target>/` contains the inputs that caused harm.
struct RegressionTests {
    struct Find: CustomTestStringConvertible, Sendable {
        let target: FuzzTarget
        let name: String
        var testDescription: String { target.rawValue + "/" + name }
    }

    private static let finds = FuzzTarget.allCases.flatMap { target in
        Documents.list("Regressions/" + target.rawValue).map { Find(target: target, name: $0) }
    }

    @Test(arguments: finds)
    func staysMended(find: Find) async throws {
        let url = Documents.folder.appending(path: "Regressions/\(find.target.rawValue)/\(find.name)")
        let bytes = Array(try Data(contentsOf: url))
        #expect(await Self.problem(find.target, bytes) == nil)
    }

    /// On a separate thread: the checked code may wait for tasks, which tests must not block.
    private static func problem(_ target: FuzzTarget, _ bytes: [UInt8]) async -> String? {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                do {
                    try target.check(bytes)
                    continuation.resume(returning: nil)
                } catch {
                    continuation.resume(returning: "\(error)")
                }
            }
        }
    }

    /// Every file that the repository has of a kind passes the checks that fuzzing starts from.
    @Test(arguments: Documents.names)
    func seedsPass(document: String) throws {
        try FuzzTarget.generator.check(try Documents.read(document))
        try FuzzTarget.yaml.check(try Documents.read(document))
    }

    private static let texts: [Find] = FuzzTarget.allCases.flatMap { target in
        Documents.list("Seeds/" + target.rawValue).map { Find(target: target, name: $0) }
    }

    /// The seeds of text fuzzing, and a hundred edits of each, the same in every run.
    @Test(arguments: texts)
    func editedTextsDoNoHarm(seed: Find) async throws {
        let url = Documents.folder.appending(path: "Seeds/\(seed.target.rawValue)/\(seed.name)")
        let bytes = Array(try Data(contentsOf: url))
        #expect(await Self.problem(seed.target, bytes) == nil)
        var random = Randomness(seed: 12, purpose: seed.testDescription)
        for _ in 0..<100 {
            let edited = ByteEdits.edit(bytes, &random)
            let problem = await Self.problem(seed.target, edited)
            #expect(problem == nil, "\(String(decoding: edited, as: UTF8.self).debugDescription)")
        }
    }

    @Test func everyKindOfTextHasSeeds() {
        let kinds: [FuzzTarget] = [.servers, .redirects, .signatures, .oauth, .configuration, .manifest]
        #expect(kinds.allSatisfy { kind in Self.texts.count { $0.target == kind } >= 2 })
    }

    /// A few steps of `make fuzz`, the same in every run.
    @Test(arguments: Documents.names)
    func editedDocumentsDoNoHarm(document: String) throws {
        let tree = try #require(TextTree(parsing: try Documents.read(document)))
        for seed in UInt64(0)..<60 {
            var mutation = TreeMutation(seed: seed)
            let edited = mutation.mutate(mutation.mutate(tree))
            #expect(throws: Never.self, "\(document), seed \(seed)") {
                try FuzzTarget.generator.check(Array(edited.json.utf8))
            }
        }
    }
}
