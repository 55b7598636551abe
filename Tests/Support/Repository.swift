public import Foundation

/// The checkout that the tests belong to, found from the path of this file. Paths are relative to it.
public enum Repository {
    /// Without a slash at its end.
    public static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(
        separator: "/")

    public static func url(of path: String) -> URL {
        URL(filePath: root + "/" + path)
    }

    public static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root + "/" + path)
    }

    /// The text of a file; nil where there is no such file. Bytes that are no UTF-8 are replaced.
    public static func read(_ path: String) -> String? {
        FileManager.default.contents(atPath: root + "/" + path).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Writes a file, and the folders that it needs.
    public static func write(_ text: String, to path: String) throws {
        let file = url(of: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file, options: .atomic)
    }

    /// The names of what is directly in a folder, sorted; hidden ones are left out.
    public static func names(in path: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root + "/" + path)) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted()
    }
}
