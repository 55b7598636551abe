import ApusPlatform

#if !canImport(Darwin)
    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif
#endif

/// The file of this tool.
enum OwnFile {
    /// nil where the system does not tell.
    static func path() -> String? {
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
