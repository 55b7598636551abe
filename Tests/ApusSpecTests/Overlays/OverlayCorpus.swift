import ApusSource
import Foundation

/// The public conformance sets of overlays, next to the checkout (`../shared`, or the path in `APUS_SHARED`).
enum OverlayCorpus {
    /// Nil, with a message, when there is no such folder.
    static func findFolder(_ path: String) -> String? {
        let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../..")
        let shared =
            ProcessInfo.processInfo.environment["APUS_SHARED"] ?? package.appendingPathComponent("../shared").path
        let folder = "\(shared)/corpus/torture/oai-overlay/\(path)"
        if FileManager.default.fileExists(atPath: folder) { return folder }
        print("skipped: there is no \(folder)")
        return nil
    }

    static func list(_ folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }

    static func read(_ path: String) throws -> SourceNode {
        let files = SourceFiles()
        return try files.parse(files.load(path))
    }
}
