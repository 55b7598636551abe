internal import ApusPlatform

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// The file system's entry at a path; symbolic links are followed.
///
/// By `FileManager`, because Apple lets an app call `stat` and `lstat` only with a privacy manifest that says what it does with the times
/// of files. Kind and permissions are all that is looked at here.
struct FileEntry {
    enum Kind {
        case file, folder
        /// Devices and pipes.
        case other
    }

    /// Without links.
    let path: String
    let kind: Kind
    /// The lower nine bits of a POSIX mode; nil where the system does not tell them.
    let permissions: UInt16?

    /// Nil where there is nothing.
    init?(at path: String) {
        guard access(path, F_OK) == 0 else { return nil }
        // A pipe that `/dev/stdout` leads to has no path.
        guard let resolved = realpath(path, nil) else {
            (self.path, kind, permissions) = (path, .other, nil)
            return
        }
        defer { free(resolved) }
        self.path = String(cString: resolved)
        let found = try? FileManager.default.attributesOfItem(atPath: self.path)
        switch found?[.type] as? FileAttributeType {
        case .typeRegular: kind = .file
        case .typeDirectory: kind = .folder
        default: kind = .other
        }
        // An `NSNumber` in all of Foundation, an integer in its essentials: both print the number.
        permissions = found?[.posixPermissions].flatMap { UInt16("\($0)") }.map { $0 & 0o777 }
    }

    /// Whether the path is a link, also to nothing.
    static func isLink(_ path: String) -> Bool {
        var byte: CChar = 0
        return readlink(path, &byte, 1) >= 0
    }
}
