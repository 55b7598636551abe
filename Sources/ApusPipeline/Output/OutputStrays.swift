import ApusLowering

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Finds Swift files in an output folder that are compiled with the client and that nothing generates: from an older
/// version, or added by hand.
struct OutputStrays {
    /// The maximum number of examined files and folders.
    private static let budget = 50_000

    private let disk: OpenFolder
    private let known: Set<String>
    private var left = Self.budget
    private var strays: [String] = []

    /// The paths inside the folder, sorted.
    ///
    /// - Parameters:
    ///   - disk: The output folder.
    ///   - known: The generated files, and those in the manifest.
    static func find(in disk: OpenFolder, besides known: some Sequence<String>) -> [String] {
        var search = OutputStrays(disk: disk, known: Set(known.map(DiskName.fold)))
        search.walk(Descriptor(dup(disk.descriptor)), prefix: "")
        return search.strays.sorted()
    }

    private init(disk: OpenFolder, known: Set<String>) {
        self.disk = disk
        self.known = known
    }

    /// Skips hidden folders, links and folders that are separate outputs.
    private mutating func walk(_ folder: Descriptor, prefix: String) {
        let names = disk.names(in: folder)
        if !prefix.isEmpty, names.contains(OutputManifest.fileName) { return }
        for name in names where !name.hasPrefix(".") && left > 0 {
            left -= 1
            var status = stat()
            guard fstatat(folder.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { continue }
            if status.st_mode & S_IFMT == S_IFDIR {
                let next = Descriptor(openat(folder.number, name, OpenFolder.folderFlags))
                // No path is longer than the file system's maximum.
                if next.isOpen, prefix.utf8.count < 4_096 { walk(next, prefix: prefix + name + "/") }
            } else if name.hasSuffix(".swift"), !known.contains(DiskName.fold(prefix + name)) {
                strays.append(prefix + name)
            }
        }
    }
}
