import ApusLowering
import ApusPlatform

/// Finds Swift files in a folder of Apus's own that are compiled with the client and that nobody generates: what an older version left, or
/// somebody put there.
struct OutputStrays {
    /// The maximum number of examined files and folders.
    private static let budget = 50_000

    private let disk: OpenFolder
    private let known: Set<String>
    /// The path of Apus's own folder in it: `Sources/Pets/`; empty for the whole folder.
    private let own: String
    private var left = Self.budget
    private var strays: [String] = []

    /// The paths inside the folder, sorted.
    ///
    /// - Parameters:
    ///   - disk: The output folder.
    ///   - own: The folder in there that is Apus's own, nil where all of it is. Around a package, other targets are the user's.
    ///   - known: The generated files, and those that the manifest lists.
    static func find(in disk: OpenFolder, below own: String?, excluding known: some Sequence<String>) -> [String] {
        var search = OutputStrays(disk: disk, known: Set(known.map(DiskName.fold)), own: own.map { $0 + "/" } ?? "")
        search.walk(Descriptor(dup(disk.descriptor)), prefix: "")
        return search.strays.sorted()
    }

    private init(disk: OpenFolder, known: Set<String>, own: String) {
        self.disk = disk
        self.known = known
        self.own = own
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
                guard isOwn(prefix + name + "/") || own.utf8.starts(with: (prefix + name + "/").utf8) else { continue }
                let next = Descriptor(openat(folder.number, name, OpenFolder.folderFlags))
                // No path is longer than the file system's maximum.
                if next.isOpen, prefix.utf8.count < 4_096 { walk(next, prefix: prefix + name + "/") }
            } else if name.hasSuffix(".swift"), isOwn(prefix), !known.contains(DiskName.fold(prefix + name)) {
                strays.append(prefix + name)
            }
        }
    }

    private func isOwn(_ folder: String) -> Bool { folder.utf8.starts(with: own.utf8) }
}
