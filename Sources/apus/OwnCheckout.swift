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
        guard let program = ownPath() else { return nil }
        var folder = URL(filePath: program).resolvingSymlinksInPath().deletingLastPathComponent()
        while folder.pathComponents.count > 1 {
            let path = folder.path(percentEncoded: false)
            if PackageScaffold.isCheckout(path) { return path }
            folder.deleteLastPathComponent()
        }
        return nil
    }

    /// The tool's own file.
    private static func ownPath() -> String? {
        #if canImport(Darwin)
            var size = UInt32(0)
            _ = _NSGetExecutablePath(nil, &size)
            var bytes = [CChar](repeating: 0, count: Int(size) + 1)
            guard _NSGetExecutablePath(&bytes, &size) == 0 else { return nil }
            return String(decoding: bytes.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        #else
            return try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        #endif
    }
}
