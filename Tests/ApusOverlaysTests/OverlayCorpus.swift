import ApusSource
import Foundation
import TestSupport

/// The public conformance sets of overlays, next to the checkout (`../shared`, or the path in `APUS_SHARED`).
enum OverlayCorpus {
    /// Nil, with a message, when there is no such folder.
    static func findFolder(_ path: String) -> String? {
        SharedFolder.find("corpus/torture/oai-overlay/" + path)
    }

    static func list(_ folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }

    static func read(_ path: String) throws -> SourceNode {
        let files = SourceFiles()
        return try files.parse(files.load(path))
    }
}
