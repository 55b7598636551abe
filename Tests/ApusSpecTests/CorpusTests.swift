import ApusSource
import ApusSpec
import Foundation
import TestSupport
import Testing

/// Real documents next to the checkout; skipped without them. A debug build takes minutes for the large ones, so they
/// are read only with `APUS_CORPUS=all`.
struct CorpusTests {
    private static let isComplete = ProcessInfo.processInfo.environment["APUS_CORPUS"] == "all"

    /// Paths of the root documents, from the columns "group", "file" and "bytes" of the index.
    static let documents: [String] = {
        guard let shared = SharedFolder.root,
            let index = try? String(contentsOfFile: shared + "/corpus/INDEX.tsv", encoding: .utf8)
        else { return [] }
        return index.split(separator: "\n").compactMap { row in
            let columns = row.split(separator: "\t", omittingEmptySubsequences: false)
            guard columns.count > 10, columns[0] == "open", let bytes = Int(columns[10]) else { return nil }
            return isComplete || bytes < 100_000 ? String(columns[2]) : nil
        }
    }()

    @Test func everyRealDocumentIsRead() {
        guard let shared = SharedFolder.root, !Self.documents.isEmpty else {
            print("skipped: there is no ../shared/corpus")
            return
        }
        for path in Self.documents {
            let files = SourceFiles()
            var diagnostics = Diagnostics()
            guard let file = try? files.load(shared + "/corpus/" + path, shownAs: path) else {
                Issue.record("cannot load \(path)")
                continue
            }
            let document = DocumentReader.read(
                file, files: files, loader: .folder(shared + "/corpus"), diagnostics: &diagnostics)
            #expect(document != nil, "\(path) gives no document")
            #expect(!diagnostics.hasErrors, "\(path) has errors")
        }
        print("read \(Self.documents.count) documents")
    }
}
