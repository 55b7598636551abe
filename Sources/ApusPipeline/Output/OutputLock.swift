import ApusPlatform

/// One run at a time in an output folder: a file in it that the system locks for the process (flock(2)), with the
/// holder's name. The system releases the lock with the process, so that a killed run blocks nobody.
final class OutputLock {
    static let fileName = ".apus-lock"
    private static let title = "# Held by Apus: "
    private static let pause: UInt32 = 50_000

    private let disk: OpenFolder
    private let file: Descriptor

    private init(_ disk: OpenFolder, _ file: Descriptor) {
        self.disk = disk
        self.file = file
    }

    /// The file is removed before the lock is released: a waiting run sees that the file has changed, and starts again.
    func release() {
        _ = unlinkat(disk.descriptor, Self.fileName, 0)
    }

    /// - Parameter patience: The maximum waiting time for another run.
    /// - Throws: ``OutputProblem`` with the holder's name, or the reason why the file cannot be created.
    static func acquire(in disk: OpenFolder, patience: Duration) throws(OutputProblem) -> OutputLock {
        let clock = ContinuousClock()
        let end = clock.now + patience
        while true {
            let file = try open(in: disk)
            if !isTaken(file), isCurrent(file, in: disk) {
                try check(file, in: disk)
                sign(file)
                return OutputLock(disk, file)
            }
            guard clock.now < end else { throw busy(disk, holder(of: file), patience) }
            usleep(pause)
        }
    }

    /// Whether the file exists, of a running or killed run.
    static func isThere(in disk: OpenFolder) -> Bool {
        var status = stat()
        return fstatat(disk.descriptor, fileName, &status, AT_SYMLINK_NOFOLLOW) == 0
    }

    private static func open(in disk: OpenFolder) throws(OutputProblem) -> Descriptor {
        let flags = O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
        let file = Descriptor(openat(disk.descriptor, fileName, flags, 0o644))
        guard file.isOpen else { throw disk.problem(fileName, "write", FileFault.describe(errno)) }
        var status = stat()
        guard fstat(file.number, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw disk.problem(fileName, "write", "it is not a regular file")
        }
        return file
    }

    /// A file system without locks has no holder.
    private static func isTaken(_ file: Descriptor) -> Bool {
        while flock(file.number, LOCK_EX | LOCK_NB) != 0 {
            if errno == EINTR { continue }
            return errno == EWOULDBLOCK
        }
        return false
    }

    /// Whether the open file is still the one with its name.
    private static func isCurrent(_ file: Descriptor, in disk: OpenFolder) -> Bool {
        var (own, named) = (stat(), stat())
        guard fstat(file.number, &own) == 0,
            fstatat(disk.descriptor, fileName, &named, AT_SYMLINK_NOFOLLOW) == 0
        else { return false }
        return own.st_ino == named.st_ino && own.st_dev == named.st_dev
    }

    /// A file that is not Apus's is not changed.
    private static func check(_ file: Descriptor, in disk: OpenFolder) throws(OutputProblem) {
        let text = contents(of: file)
        guard text.isEmpty || text.starts(with: title.utf8) else {
            throw disk.problem(fileName, "overwrite", "Apus did not write it; move it away")
        }
    }

    private static func sign(_ file: Descriptor) {
        var name = [CChar](repeating: 0, count: 256)
        let isNamed = gethostname(&name, name.count - 1) == 0
        let host =
            isNamed ? String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self) : "?"
        _ = ftruncate(file.number, 0)
        _ = lseek(file.number, 0, SEEK_SET)
        _ = file.writeAll(Array("\(title)process \(getpid()) on \(host)\n".utf8))
    }

    /// Only plain text of the file is shown.
    private static func holder(of file: Descriptor) -> String {
        let text = contents(of: file)
        guard text.starts(with: title.utf8) else { return "another run" }
        let name = text.dropFirst(title.utf8.count).prefix(120).filter { (0x20..<0x7F).contains($0) }
        return String(decoding: name, as: UTF8.self)
    }

    private static func contents(of file: Descriptor) -> [UInt8] {
        _ = lseek(file.number, 0, SEEK_SET)
        return file.readAll(expecting: 256, limit: 1 << 16) ?? []
    }

    private static func busy(_ disk: OpenFolder, _ holder: String, _ patience: Duration) -> OutputProblem {
        OutputProblem(
            path: disk.path, action: "generate into",
            reason: "\(holder) generates into it, and did not end within \(patience); run again when it has ended")
    }
}
