import ApusSource
import Foundation
import Testing

/// All real documents: none crashes, and every refusal has a location.
struct OpenCorpusTests {
    @Test func readsEveryDocument() throws {
        guard let folder = SharedCorpus.findFolder("open") else { return }
        let paths = SharedCorpus.listFiles(folder) { path in
            [".json", ".yaml", ".yml"].contains { path.hasSuffix($0) }
        }
        var refused: [String] = []
        for path in paths {
            let reading = Reading(bytes: try SharedCorpus.readBytes("\(folder)/\(path)"), path: path)
            if reading.node == nil { refused.append(reading.rendered) }
        }
        print("open corpus: \(paths.count - refused.count) of \(paths.count) documents read")
        #expect(paths.count > 40)
        #expect(refused.isEmpty, "\(refused.joined(separator: "\n"))")
    }
}
