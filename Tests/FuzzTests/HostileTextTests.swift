import ApusSource
import Foundation
import Fuzzing
import Testing

/// Text of a document never becomes code, a path or invisible output, at any location of the document.
struct HostileTextTests {
    /// The number of rounds in ordinary runs, so that each finishes in seconds; `make fuzz` runs the others.
    private static let rounds = 12
    private static let compiled = 2

    @Test func thereAreDocuments() throws {
        #expect(Documents.names.count >= 3)
        for name in Documents.names {
            let client = try GeneratedClient.generate(try Documents.read(name))
            let noise = client.diagnostics.filter { $0.severity > .note }.map(\.message)
            #expect(noise == [], "\(name) should have no findings")
            #expect(GeneratedCode.findProblems(in: client) == [])
        }
    }

    /// Every location of every document, without the compiler.
    @Test(arguments: Documents.names)
    func nothingLeavesItsLiteral(document: String) throws {
        for round in 0..<Self.rounds {
            let client = try generate(document, seed: 1, round: round)
            let problems = GeneratedCode.findProblems(in: client)
            #expect(problems == [], "\(document), seed 1, round \(round)")
        }
    }

    @Test(arguments: Documents.names)
    func compilesWhateverItSays(document: String) throws {
        for round in 0..<Self.compiled { try compile(document, seed: 2, round: round) }
    }

    /// `FUZZ_SECONDS=600 swift test --filter goesOn`, as `make fuzz` does.
    @Test(.enabled(if: Documents.seconds != nil))
    func goesOn() throws {
        let end = Date(timeIntervalSinceNow: Documents.seconds ?? 0)
        var seed = UInt64(ProcessInfo.processInfo.environment["FUZZ_SEED"] ?? "") ?? 1_000
        while Date() < end {
            for document in Documents.names {
                try compile(document, seed: seed, round: Int(seed % UInt64(Self.rounds)))
            }
            seed += 1
        }
        print("hostile text: went on up to seed \(seed)")
    }

    private func compile(_ document: String, seed: UInt64, round: Int) throws {
        let client = try generate(document, seed: seed, round: round)
        #expect(GeneratedCode.findProblems(in: client) == [], "\(document), seed \(seed), round \(round)")
        let said = try Compiler.findProblems(in: client.swiftFiles)
        #expect(said == "", "\(document), seed \(seed), round \(round)")
    }

    private func generate(_ document: String, seed: UInt64, round: Int) throws -> GeneratedClient {
        let tree = try #require(TextTree(parsing: try Documents.read(document)))
        let hostile = HostileDocument.make(tree, seed: seed, round: round, of: Self.rounds)
        return try GeneratedClient.generate(Array(hostile.json.utf8))
    }
}
