import Foundation

/// The optional folder of public documents next to the checkout (`../shared`, or the path in `APUS_SHARED`). Tests that
/// need it are skipped with a message when it is absent.
enum SharedCorpus {
    static let root: String = {
        if let path = ProcessInfo.processInfo.environment["APUS_SHARED"] { return path }
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return package.deletingLastPathComponent().appendingPathComponent("shared").path
    }()

    /// Nil, with a message, when the corpus has no such folder.
    static func findFolder(_ path: String) -> String? {
        let folder = "\(root)/corpus/\(path)"
        if FileManager.default.fileExists(atPath: folder) { return folder }
        print("skipped: there is no \(folder)")
        return nil
    }

    /// Paths relative to the folder, sorted.
    static func listFiles(_ folder: String, where isWanted: (String) -> Bool) -> [String] {
        (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []).filter(isWanted).sorted()
    }

    static func readBytes(_ path: String) throws -> [UInt8] {
        try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
    }
}
