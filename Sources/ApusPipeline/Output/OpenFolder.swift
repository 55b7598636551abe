import ApusPlatform

/// An open output folder. All paths in it are resolved part by part from its descriptor, and no part may be a link:
/// whatever a checkout contains, and whatever changes meanwhile, nothing outside is read, written or removed.
final class OpenFolder {
    enum Entry {
        case none, link
        case file([UInt8])
    }

    /// The size limit of compared files.
    private static let sizeLimit = 64 << 20
    static let folderFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC

    /// The path for messages.
    let path: String
    let descriptor: Int32

    private init(path: String, descriptor: Int32) {
        self.path = path
        self.descriptor = descriptor
    }

    deinit {
        _ = close(descriptor)
    }

    /// Nil if there is no folder and none is to be created.
    ///
    /// - Throws: ``OutputProblem`` with the part that is a link or a file, or the reason why the folder cannot be
    ///   created.
    static func open(_ location: OutputLocation, shownAs path: String, creating: Bool = false) throws(OutputProblem)
        -> OpenFolder?
    {
        var current = Descriptor(openat(AT_FDCWD, location.anchor, O_RDONLY | O_DIRECTORY | O_CLOEXEC))
        guard current.isOpen else {
            if errno == ENOTDIR { throw inTheWay(of: path, location.anchor, isLink: false) }
            throw OutputProblem(path: path, action: "read", reason: FileFault.describe(errno))
        }
        var shown = location.anchor
        for part in location.parts {
            shown += "/" + part
            guard let next = try enter(part, from: current, creating: creating, shownAs: shown, for: path) else {
                return nil
            }
            current = next
        }
        return OpenFolder(path: path, descriptor: current.release())
    }

    /// The kind of item at a name.
    func look(at name: String) throws(OutputProblem) -> Entry {
        guard let (parent, last) = try parent(of: name) else { return .none }
        let file = Descriptor(openat(parent.number, last, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC))
        guard file.isOpen else {
            if errno == ENOENT { return .none }
            if Self.isLink(last, in: parent) { return .link }
            throw problem(name, "read", FileFault.describe(errno))
        }
        var status = stat()
        guard fstat(file.number, &status) == 0 else { throw problem(name, "read", FileFault.describe(errno)) }
        if status.st_mode & S_IFMT == S_IFDIR { throw problem(name, "read", "it is a folder") }
        guard status.st_mode & S_IFMT == S_IFREG else { throw problem(name, "read", "it is not a regular file") }
        guard Int(status.st_size) <= Self.sizeLimit else { throw problem(name, "read", "it is too large") }
        guard let bytes = file.readAll(expecting: Int(status.st_size), limit: Self.sizeLimit) else {
            throw problem(name, "read", FileFault.describe(errno))
        }
        return .file(bytes)
    }

    /// The bytes of a file; nil where there is none.
    func read(_ name: String) throws(OutputProblem) -> [UInt8]? {
        guard case .file(let bytes) = try look(at: name) else { return nil }
        return bytes
    }

    /// The folder of a name, and the last part of the name; nil if that folder is missing and not created.
    func parent(of name: String, creating: Bool = false) throws(OutputProblem) -> (Descriptor, String)? {
        var parts = name.utf8.split(separator: UInt8(ascii: "/")).map { String(decoding: $0, as: UTF8.self) }
        let last = parts.popLast() ?? name
        var current = Descriptor(dup(descriptor))
        guard current.isOpen else { throw problem(name, "read", FileFault.describe(errno)) }
        var shown = path
        for part in parts {
            shown += "/" + part
            let next = try Self.enter(part, from: current, creating: creating, shownAs: shown, for: path + "/" + name)
            guard let next else { return nil }
            current = next
        }
        return (current, last)
    }

    func problem(_ name: String, _ action: String, _ reason: String) -> OutputProblem {
        OutputProblem(path: path + "/" + name, action: action, reason: reason)
    }

    private static func enter(
        _ part: String, from folder: Descriptor, creating: Bool, shownAs shown: String, for path: String
    ) throws(OutputProblem) -> Descriptor? {
        var next = Descriptor(openat(folder.number, part, folderFlags))
        if !next.isOpen, errno == ENOENT, creating {
            guard mkdirat(folder.number, part, 0o777) == 0 || errno == EEXIST else {
                throw OutputProblem(path: path, action: "write", reason: FileFault.describe(errno))
            }
            next = Descriptor(openat(folder.number, part, folderFlags))
        }
        if next.isOpen { return next }
        let code = errno
        if code == ENOENT { return nil }
        if code == ENOTDIR || code == ELOOP { throw inTheWay(of: path, shown, isLink: isLink(part, in: folder)) }
        throw OutputProblem(path: path, action: "read", reason: FileFault.describe(code))
    }

    private static func inTheWay(of path: String, _ location: String, isLink: Bool) -> OutputProblem {
        OutputProblem(
            path: path, action: "write",
            reason: isLink
                ? "\(location) is a link, which is not followed out of the output folder; replace it with a folder"
                : "\(location) is a file and not a folder")
    }

    static func isLink(_ name: String, in folder: Descriptor) -> Bool {
        var status = stat()
        return fstatat(folder.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }
}
