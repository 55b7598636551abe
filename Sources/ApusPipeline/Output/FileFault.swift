import ApusPlatform

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The reason why a file could not be read, written or removed, in our own words: `FoundationEssentials` has no localized descriptions, and those of
/// Foundation and of the system differ between platforms.
enum FileFault {
    static func describe(_ error: any Error) -> String {
        guard let code = (error as? CocoaError)?.code else { return "\(error)" }
        return switch code {
        case .fileNoSuchFile, .fileReadNoSuchFile: "the file does not exist"
        case .fileWriteNoPermission, .fileReadNoPermission: "it is not permitted"
        case .fileWriteOutOfSpace: "the disk is full"
        case .fileWriteVolumeReadOnly: "the disk is read-only"
        case .fileWriteFileExists: "there is a file instead of a folder"
        case .fileWriteInvalidFileName, .fileReadInvalidFileName: "the name is not valid"
        default: "the system refuses (Cocoa error \(code.rawValue))"
        }
    }

    /// - Parameter code: An `errno`.
    static func describe(_ code: Int32) -> String {
        switch code {
        case ENOENT: "the file does not exist"
        case EACCES, EPERM: "it is not permitted"
        case ENOSPC: "the disk is full"
        case EDQUOT: "the user's share of the disk is full"
        case EROFS: "the disk is read-only"
        case ENOTDIR, EEXIST: "there is a file instead of a folder"
        case EISDIR: "it is a folder"
        case ELOOP: "it is a link"
        case EILSEQ, EINVAL, ENAMETOOLONG: "the name is not valid"
        case EMFILE, ENFILE: "too many files are open"
        default: "the system refuses (error \(code))"
        }
    }
}
