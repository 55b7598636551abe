import Foundation

/// The checkout of Apus in which this tool was built.
enum OwnCheckout {
    /// nil where the tool was built elsewhere, for example for a plugin, or was copied.
    static func path() -> String? {
        guard var folder = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent() else {
            return nil
        }
        while folder.pathComponents.count > 1 {
            if isApus(folder) { return folder.path(percentEncoded: false) }
            folder.deleteLastPathComponent()
        }
        return nil
    }

    /// Recognizes the checkout by the runtime's source, because a manifest contains only the package's own name.
    private static func isApus(_ folder: URL) -> Bool {
        ["Package.swift", "Sources/ApusRuntime"].allSatisfy {
            FileManager.default.fileExists(atPath: folder.appending(path: $0).path(percentEncoded: false))
        }
    }
}
