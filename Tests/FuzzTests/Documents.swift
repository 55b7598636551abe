import Foundation
import Fuzzing

/// The documents beside this file, which between them use every construct there is.
enum Documents {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()

    static let names: [String] = list("Documents")

    static func read(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: "Documents/" + name)))
    }

    /// The files of a folder beside this one, sorted; hidden ones are left out.
    static func list(_ path: String) -> [String] {
        let found = (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: path).path)) ?? []
        return found.filter { !$0.hasPrefix(".") }.sorted()
    }

    /// How long a longer run may take; nil in ordinary runs, which have a fixed number of steps.
    static let seconds = ProcessInfo.processInfo.environment["FUZZ_SECONDS"].flatMap(Double.init)
}
