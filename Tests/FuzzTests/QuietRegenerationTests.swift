import ApusEmission
import Foundation
import Fuzzing
import TestSupport
import Testing

/// A document that changes a little changes little: files that have nothing to do with the change stay as they are, byte for byte.
struct QuietRegenerationTests {
    /// The vendors' documents, and those of the fuzzers.
    static let documents: [String] = {
        let own = Documents.names.map { Documents.folder.appending(path: "Documents/" + $0) }
        let vendors = ["salescaptain", "chatcaptain", "salesmsg", "developer-api"].flatMap { vendor in
            ["openapi.yaml", "openapi.json", "swagger.json"].map { Repository.url(of: "specs/\(vendor)/\($0)") }
        }
        return (own + vendors).map(\.path).filter { FileManager.default.fileExists(atPath: $0) }
    }()

    @Test(arguments: documents)
    func formDoesNotMatter(document: String) throws {
        let bytes = try read(document)
        let tree = try #require(TextTree(parsing: bytes))
        let swift = try generate(bytes)
        #expect(swift.count > 3)
        #expect(differences(swift, try generate(Array("# a comment\n\n".utf8) + bytes)) == [], "a comment")
        #expect(differences(swift, try generate(Array(tree.json.utf8))) == [], "JSON, spaced otherwise")
    }

    @Test(arguments: documents)
    func additionsChangeWhatMentionsThem(document: String) throws {
        let tree = try #require(TextTree(parsing: try read(document)))
        let before = try generate(Array(tree.json.utf8))
        var addition = DocumentAddition(tree, seed: 11)
        for step in 0..<18 { _ = try change(before, by: &addition, step, in: document) }
    }

    /// The public documents of the corpus beside the checkout, in an order that mixes vendors: as many as fit in a minute, each with four
    /// additions. `APUS_QUIET=all` selects all documents that can be read alone, each with ten additions.
    @Test func additionsToPublicDocumentsChangeWhatMentionsThem() throws {
        let isWhole = ProcessInfo.processInfo.environment["APUS_QUIET"] == "all"
        let clock = ContinuousClock()
        let end = clock.now + (isWhole ? .seconds(6 * 3600) : .seconds(50))
        var counts = Changes()
        for path in PublicDocuments.paths(bytes: isWhole ? 1 << 20 : 150_000) where clock.now < end {
            guard let tree = TextTree(parsing: try read(path)) else { continue }
            let before = try generate(Array(tree.json.utf8))
            guard before.count > 3 else { continue }
            counts.documents += 1
            var addition = DocumentAddition(tree, seed: Shuffle.hash(path))
            let steps = isWhole ? 10 : 4
            for step in 0..<steps where isWhole || clock.now < end {
                counts += try change(before, by: &addition, step + counts.documents, in: path)
            }
        }
        print(
            "quiet: \(counts.additions) additions to \(counts.documents) documents changed \(counts.files) files, \(counts.lines) lines"
        )
        #expect(PublicDocuments.paths(bytes: .max).isEmpty || counts.additions > 0)
    }

    private struct Changes {
        var documents = 0
        var additions = 0
        var files = 0
        var lines = 0

        static func += (left: inout Changes, right: Changes) {
            left.additions += right.additions
            left.files += right.files
            left.lines += right.lines
        }
    }

    /// Adds one thing, and expects that only files that mention it are others than before.
    private func change(
        _ before: [String: String], by addition: inout DocumentAddition, _ step: Int, in document: String
    ) throws -> Changes {
        let (what, edited) = addition.make(step)
        guard let edited else { return Changes() }
        let after = try generate(Array(edited.json.utf8))
        let changed = differences(before, after)
        // A type that operations share has a file of its own, which may be new.
        let strangers = changed.filter { path in
            let isNew = before[path] == nil && path.hasPrefix("Failures/")
            return !isNew && !mentionsProbe(after[path] ?? "")
        }
        let lines = strangers.prefix(3).map { firstDifference(before[$0] ?? "", after[$0] ?? "") }
        #expect(strangers == [], "\(what) in \(document), step \(step): \(lines)")
        let count = changed.reduce(0) { $0 + countChangedLines(before[$1] ?? "", after[$1] ?? "") }
        return Changes(additions: 1, files: changed.count, lines: count)
    }

    private func countChangedLines(_ left: String, _ right: String) -> Int {
        right.split(separator: "\n").difference(from: left.split(separator: "\n")).count
    }

    private func read(_ document: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: document)))
    }

    private func generate(_ bytes: [UInt8]) throws -> [String: String] {
        let files = try GeneratedClient.generate(bytes).files.filter { $0.path.hasSuffix(".swift") }
        return Dictionary(uniqueKeysWithValues: files.map { ($0.path, withoutBoxes($0.contents)) })
    }

    /// A type that becomes wide is stored indirectly by its owners, which declare it: the words that may change
    /// elsewhere.
    private func withoutBoxes(_ text: String) -> String {
        text.replacing(/@\w*Indirect |\bindirect (?=case)/, with: "")
            .replacing(/_(?<name>\w+) = \.init\((?<value>.*)\)/) { "\($0.output.name) = \($0.output.value)" }
            .replacing(/\b_(?<name>\w+)\.place\b/) { "\($0.output.name)" }
    }

    private func mentionsProbe(_ text: String) -> Bool {
        text.lowercased().replacing("_", with: "").contains("zzprobe")
    }

    private func firstDifference(_ left: String, _ right: String) -> String {
        let (left, right) = (left.split(separator: "\n"), right.split(separator: "\n"))
        let index = zip(left, right).prefix { $0 == $1 }.count
        return "\(left.dropFirst(index).first ?? "") became \(right.dropFirst(index).first ?? "")"
    }

    private func differences(_ left: [String: String], _ right: [String: String]) -> [String] {
        Set(left.keys).union(right.keys).filter { left[$0] != right[$0] }.sorted()
    }
}
