import ApusPlatform

/// An open file, closed when the last reference to it is released. POSIX rather than `FileHandle`, which would require
/// all of Foundation.
package final class FileDescriptor: Sendable {
    private let number: Int32
    private let path: String

    private init(_ number: Int32, _ path: String) {
        self.number = number
        self.path = path
    }

    deinit {
        _ = close(number)
    }

    static func open(reading path: String) throws(FileProblem) -> FileDescriptor {
        try open(path, O_RDONLY | O_CLOEXEC)
    }

    /// Opens a device or a pipe, which has no content to lose.
    static func open(writing path: String) throws(FileProblem) -> FileDescriptor {
        try open(path, O_WRONLY | O_CLOEXEC)
    }

    /// Creates a new file, by default readable by this user only.
    ///
    /// - Parameter shown: The path that problems show instead.
    package static func open(
        creating path: String, mode: UInt16 = 0o600, shownAs shown: String? = nil
    ) throws(FileProblem) -> FileDescriptor {
        try open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode: mode_t(mode), shownAs: shown)
    }

    private static func open(
        _ path: String, _ flags: Int32, mode: mode_t = 0o644, shownAs shown: String? = nil
    ) throws(FileProblem) -> FileDescriptor {
        let number = ApusPlatform.open(path, flags, mode)
        guard number >= 0 else { throw problem(shown ?? path) }
        return FileDescriptor(number, shown ?? path)
    }

    /// The length in bytes; nil for a file without one, such as a pipe.
    var length: Int64? {
        let end = lseek(number, 0, SEEK_END)
        guard end >= 0, lseek(number, 0, SEEK_SET) == 0 else { return nil }
        var first: UInt8 = 0
        return pread(number, &first, 1, 0) == (end == 0 ? 0 : 1) ? Int64(end) : nil
    }

    /// Reads up to `count` bytes; none at the end.
    package func read(upTo count: Int) throws(FileProblem) -> [UInt8] {
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            let result = posixRead(buffer.baseAddress, count)
            if result < 0 { failure = errno }
            filled = max(0, result)
        }
        if failure != 0 { throw Self.problem(path, failure) }
        return bytes
    }

    private func posixRead(_ base: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
        while true {
            let result = ApusPlatform.read(number, base, count)
            if result >= 0 || errno != EINTR { return result }
        }
    }

    /// Moves the position for reading or writing.
    package func move(to offset: Int64) throws(FileProblem) {
        if lseek(number, off_t(offset), SEEK_SET) < 0 { throw Self.problem(path) }
    }

    /// Frees the space of the written content.
    package func empty() throws(FileProblem) {
        if ftruncate(number, 0) != 0 { throw Self.problem(path) }
    }

    package func write(_ bytes: [UInt8]) throws(FileProblem) {
        var failure: Int32 = 0
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty, failure == 0 {
                let base = UnsafeRawBufferPointer(rebasing: rest)
                let result = ApusPlatform.write(number, base.baseAddress, base.count)
                if result > 0 {
                    rest = rest.dropFirst(result)
                } else if errno != EINTR {
                    failure = errno
                }
            }
        }
        if failure != 0 { throw Self.problem(path, failure) }
    }

    private static func problem(_ path: String, _ code: Int32 = errno) -> FileProblem {
        FileProblem(path: path, code: code)
    }
}
