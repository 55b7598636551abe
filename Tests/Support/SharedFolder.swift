import Foundation

/// The optional folder of public documents beside the checkout (`../shared`, or where `APUS_SHARED` says). Tests that need it skip with a
/// line that says so.
public enum SharedFolder {
    /// Nil where there is none.
    public static let root: String? = {
        let path = ProcessInfo.processInfo.environment["APUS_SHARED"] ?? Repository.root + "/../shared"
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }()

    /// The whole path of a file or folder in it; nil, and a line that says so, where it is absent.
    public static func find(_ path: String) -> String? {
        if let root, FileManager.default.fileExists(atPath: root + "/" + path) { return root + "/" + path }
        print("skipped: there is no \(path) in the shared folder")
        return nil
    }

    /// The names of what is directly in a folder of it, sorted; none where it is absent.
    public static func names(in path: String) -> [String] {
        guard let root else { return [] }
        return ((try? FileManager.default.contentsOfDirectory(atPath: root + "/" + path)) ?? []).sorted()
    }

    /// The paths of all files below a folder of it, relative to that folder, sorted.
    public static func files(in path: String, where isWanted: (String) -> Bool) -> [String] {
        guard let root else { return [] }
        let found = FileManager.default.enumerator(atPath: root + "/" + path)?.compactMap { $0 as? String } ?? []
        return found.filter(isWanted).sorted()
    }
}
