import Foundation
import TestSupport

/// The optional public documents of the shared folder.
enum SharedCorpus {
    /// Nil, and a line that says so, when the corpus has no such folder.
    static func findFolder(_ path: String) -> String? {
        SharedFolder.find("corpus/" + path)
    }

    /// Paths relative to the folder, sorted.
    static func listFiles(_ folder: String, where isWanted: (String) -> Bool) -> [String] {
        (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []).filter(isWanted).sorted()
    }

    static func readBytes(_ path: String) throws -> [UInt8] {
        try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
    }
}
