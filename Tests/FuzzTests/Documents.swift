import Foundation
import Fuzzing
import TestSupport

/// The documents next to this file, which together use every construct.
enum Documents {
    static let folder = Repository.url(of: "Tests/FuzzTests")

    static let names: [String] = list("Documents")

    static func read(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: "Documents/" + name)))
    }

    /// The files of a folder next to this one, sorted, without hidden ones.
    static func list(_ path: String) -> [String] {
        Repository.names(in: "Tests/FuzzTests/" + path)
    }

    /// The time limit of a longer run; nil in ordinary runs, which have a fixed number of steps.
    static let seconds = ProcessInfo.processInfo.environment["FUZZ_SECONDS"].flatMap(Double.init)
}
