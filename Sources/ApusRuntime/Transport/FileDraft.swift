import ApusPlatform

/// A file that is complete or absent: it is written under another name in the same folder, and renamed at the end.
/// Otherwise the draft is removed and an existing file remains.
final class FileDraft: Sendable {
    private let path: String
    /// Nil for devices and pipes, which are written to directly.
    private let draft: String?
    private let isReplacing: Bool
    private let file: FileDescriptor

    /// - Throws: ``FileProblem`` for an existing file, unless it is to be replaced, and where no file can be created.
    init(_ path: String, replacing: Bool) throws(FileProblem) {
        if path.isEmpty { throw FileProblem(path: path, code: ENOENT) }
        let found = FileEntry(at: path)
        if path.utf8.last == UInt8(ascii: "/") || found?.kind == .folder {
            throw FileProblem(path: path, code: EISDIR)
        }
        isReplacing = replacing
        if found?.kind == .other {
            (self.path, draft, file) = (path, nil, try FileDescriptor.open(writing: path))
            return
        }
        if !replacing, found != nil || FileEntry.isLink(path) { throw Self.occupied(path) }
        // A link is kept; the file that it leads to is replaced.
        let target = found?.path ?? path
        self.path = target
        let folder = target.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(target[...$0]) } ?? ""
        let name = folder + ".apus-\(String(UInt64.random(in: .min ... .max), radix: 16)).part"
        // A replaced file keeps its permissions.
        let mode = found?.permissions ?? 0o644
        file = try FileDescriptor.open(creating: name, mode: mode, shownAs: path)
        draft = name
    }

    deinit {
        if let draft { _ = unlink(draft) }
    }

    func write(_ bytes: [UInt8]) throws(FileProblem) {
        try file.write(bytes)
    }

    /// Gives the file its final name.
    func keep() throws(FileProblem) {
        guard let draft else { return }
        if !isReplacing {
            // A hard link, which `deinit` makes the only name: unlike renaming, it never replaces a file that was
            // created meanwhile.
            if link(draft, path) == 0 { return }
            if errno == EEXIST { throw Self.occupied(path) }
            // For file systems without hard links.
            do { _ = try FileDescriptor.open(creating: path, mode: 0o644) } catch {
                throw error.code == EEXIST ? Self.occupied(path) : error
            }
        }
        if rename(draft, path) != 0 { throw FileProblem(path: path, code: errno) }
    }

    private static func occupied(_ path: String) -> FileProblem {
        .exists(path, reason: "there is a file already; it is replaced only where that is asked for")
    }
}
