import Foundation

/// The folders that tests read, found from the location of this file.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// Documents outside of the project; nil where they are absent.
    static let shared: String? = {
        let path = ProcessInfo.processInfo.environment["APUS_SHARED"] ?? root + "/../shared"
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }()

    static func folders(in path: String) -> [String] {
        let found = (try? FileManager.default.contentsOfDirectory(atPath: root + "/" + path)) ?? []
        return found.filter { !$0.hasPrefix(".") }.sorted()
    }

    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root + "/" + path)
    }

    static func read(_ path: String) -> String? {
        try? String(contentsOfFile: root + "/" + path, encoding: .utf8)
    }

    static func write(_ text: String, to path: String) throws {
        try text.write(toFile: root + "/" + path, atomically: true, encoding: .utf8)
    }
}
