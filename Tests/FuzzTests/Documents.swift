import Foundation
import Fuzzing

/// The documents next to this file, which together use every construct.
enum Documents {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()

    static let names: [String] = list("Documents")

    static func read(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: "Documents/" + name)))
    }

    /// The files of a folder next to this one, sorted, without hidden ones.
    static func list(_ path: String) -> [String] {
        let found = (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: path).path)) ?? []
        return found.filter { !$0.hasPrefix(".") }.sorted()
    }

    /// The time limit of a longer run; nil in ordinary runs, which have a fixed number of steps.
    static let seconds = ProcessInfo.processInfo.environment["FUZZ_SECONDS"].flatMap(Double.init)
}
