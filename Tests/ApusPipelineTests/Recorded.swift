import Testing

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Files of the repository that record expected results. `APUS_UPDATE=1` writes them again, and fails, so that
/// recording is never mistaken for a passing run.
enum Recorded {
    static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(
        separator: "/")

    static func read(_ path: String) -> String? {
        FileManager.default.contents(atPath: root + "/" + path).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The names in a folder, sorted.
    static func folders(in path: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: root + "/" + path)) ?? []).sorted()
    }

    static func expect(_ text: String, at path: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        if ProcessInfo.processInfo.environment["APUS_UPDATE"] == "1", read(path) != text {
            try Data(text.utf8).write(to: URL(filePath: root + "/" + path), options: .atomic)
            Issue.record("recorded \(path); run again", sourceLocation: sourceLocation)
        } else {
            #expect(text == read(path), "\(path) differs; APUS_UPDATE=1 records it", sourceLocation: sourceLocation)
        }
    }
}
