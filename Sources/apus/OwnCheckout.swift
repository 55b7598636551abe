import ApusPipeline
import ApusPlatform

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The checkout of Apus in which this tool was built.
enum OwnCheckout {
    /// nil where the tool was built elsewhere, for example for a plugin, or was copied.
    static func path() -> String? {
        guard let program = OwnFile.path() else { return nil }
        var folder = URL(filePath: program).resolvingSymlinksInPath().deletingLastPathComponent()
        while folder.pathComponents.count > 1 {
            let path = folder.path(percentEncoded: false)
            if PackageScaffold.isCheckout(path) { return path }
            folder.deleteLastPathComponent()
        }
        return nil
    }
}
