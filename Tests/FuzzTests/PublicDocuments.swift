import Foundation
import Fuzzing
import TestSupport

/// The documents of vendors in the corpus beside the checkout, where it is there.
enum PublicDocuments {
    /// Root documents up to a size, in an order that mixes vendors and sizes, the same in every run.
    static func paths(bytes: Int) -> [String] {
        guard let folder = SharedFolder.root.map({ $0 + "/corpus" }),
            let index = try? String(contentsOfFile: folder + "/INDEX.tsv", encoding: .utf8)
        else { return [] }
        let files = index.split(separator: "\n").dropFirst().compactMap { line -> String? in
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard columns.count > 2, columns[0] == "open" else { return nil }
            return folder + "/" + columns[2]
        }
        return files.filter { path in
            let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
            return size.map { $0 <= bytes } ?? false
        }.sorted { (Shuffle.hash($0), $0) < (Shuffle.hash($1), $1) }
    }
}

/// An order without a reason.
enum Shuffle {
    /// FNV-1a of a file's name and its folder's, since Swift's hashes differ from run to run.
    static func hash(_ path: String) -> UInt64 {
        let name = path.split(separator: "/").suffix(2).joined(separator: "/")
        return name.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}
