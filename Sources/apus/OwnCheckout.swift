import Foundation

/// The checkout of Apus that this tool was built in.
enum OwnCheckout {
    /// nil where the tool was built elsewhere, such as for a plugin, or copied away.
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

    /// By the runtime's source: a manifest says only what a package calls itself.
    private static func isApus(_ folder: URL) -> Bool {
        ["Package.swift", "Sources/ApusRuntime"].allSatisfy {
            FileManager.default.fileExists(atPath: folder.appending(path: $0).path(percentEncoded: false))
        }
    }
}
