#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Why a file could not be written or removed, in our own words: `FoundationEssentials` has no localized descriptions, and those of
/// Foundation differ between platforms.
enum FileFault {
    static func describe(_ error: any Error) -> String {
        guard let code = (error as? CocoaError)?.code else { return "\(error)" }
        return switch code {
        case .fileNoSuchFile, .fileReadNoSuchFile: "there is no such file"
        case .fileWriteNoPermission, .fileReadNoPermission: "it is not permitted"
        case .fileWriteOutOfSpace: "the disk is full"
        case .fileWriteVolumeReadOnly: "the disk is read-only"
        case .fileWriteFileExists: "a file is in the place of a folder"
        case .fileWriteInvalidFileName, .fileReadInvalidFileName: "the name is not valid"
        default: "the system refuses (Cocoa error \(code.rawValue))"
        }
    }
}
