import ApusPlatform

extension OpenFolder {
    /// A file has a temporary name in the output folder until it is complete; a killed run leaves it.
    private static let part = (prefix: ".apus-", suffix: ".part")

    /// Writes a file completely or not at all. A link at its path is replaced, and its target is not changed.
    func write(_ bytes: [UInt8], to name: String) throws(OutputProblem) {
        guard let (parent, last) = try parent(of: name, creating: true) else {
            throw problem(name, "write", FileFault.describe(ENOENT))
        }
        let draft = "\(Self.part.prefix)\(String(UInt64.random(in: .min ... .max), radix: 16))\(Self.part.suffix)"
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
        let file = Descriptor(openat(descriptor, draft, flags, 0o666))
        guard file.isOpen else { throw problem(name, "write", FileFault.describe(errno)) }
        var status = stat()
        if fstatat(parent.number, last, &status, AT_SYMLINK_NOFOLLOW) == 0, status.st_mode & S_IFMT == S_IFREG {
            // A file that is replaced keeps its permissions.
            _ = fchmod(file.number, status.st_mode & 0o777)
        }
        guard file.writeAll(bytes), renameat(descriptor, draft, parent.number, last) == 0 else {
            let reason = FileFault.describe(errno)
            _ = unlinkat(descriptor, draft, 0)
            throw problem(name, "write", reason)
        }
    }

    /// Removes a file, and folders that become empty, up to the output folder itself.
    func remove(_ name: String) throws(OutputProblem) {
        guard let (holder, last) = try parent(of: name) else { return }
        if unlinkat(holder.number, last, 0) != 0, errno != ENOENT {
            throw problem(name, "remove", FileFault.describe(errno))
        }
        var parts = name.split(separator: "/").dropLast()
        while !parts.isEmpty {
            guard let (outer, folder) = try parent(of: parts.joined(separator: "/")),
                unlinkat(outer.number, folder, AT_REMOVEDIR) == 0
            else { return }
            parts = parts.dropLast()
        }
    }

    /// The incomplete files of killed runs. Only the holder of the folder's lock may remove them.
    func findParts() -> [String] {
        let own = Descriptor(dup(descriptor))
        return names(in: own).filter { $0.hasPrefix(Self.part.prefix) && $0.hasSuffix(Self.part.suffix) }
    }

    /// The sorted names in a folder; empty for an unreadable folder.
    func names(in folder: Descriptor) -> [String] {
        // Opens the same folder again, because a copied descriptor shares the reading position.
        let again = openat(folder.number, ".", Self.folderFlags)
        guard again >= 0 else { return [] }
        guard let stream = fdopendir(again) else {
            _ = close(again)
            return []
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: pointer.pointee)) {
                    String(cString: $0)
                }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }
}
