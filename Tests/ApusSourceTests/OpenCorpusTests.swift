import ApusSource
import Foundation
import TestSupport
import Testing

/// All real documents: none crashes, and every refusal has a location.
struct OpenCorpusTests {
    @Test func readsEveryDocument() throws {
        guard let folder = SharedFolder.find("corpus/open") else { return }
        let paths = SharedFolder.files(in: "corpus/open") { path in
            [".json", ".yaml", ".yml"].contains { path.hasSuffix($0) }
        }
        var refused: [String] = []
        for path in paths {
            let reading = try Reading(bytes: [UInt8](Data(contentsOf: URL(filePath: "\(folder)/\(path)"))), path: path)
            if reading.node == nil { refused.append(reading.rendered) }
        }
        print("open corpus: \(paths.count - refused.count) of \(paths.count) documents read")
        #expect(paths.count > 40)
        #expect(refused.isEmpty, "\(refused.joined(separator: "\n"))")
    }
}
