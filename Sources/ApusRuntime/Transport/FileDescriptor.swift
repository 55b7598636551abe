import ApusPlatform

/// An open file, closed when the last reference to it goes. POSIX rather than `FileHandle`, which is all of Foundation.
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

    /// A device or a pipe, which has no contents that could be lost.
    static func open(writing path: String) throws(FileProblem) -> FileDescriptor {
        try open(path, O_WRONLY | O_CLOEXEC)
    }

    /// Makes a file that is not there yet, by default one that only this user may read.
    ///
    /// - Parameter shown: The path that problems name instead.
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

    /// The length of a file in bytes, before anything of it is read; nil for what has none: a pipe, a folder, a device that never ends.
    ///
    /// Found by seeking, because Apple lets an app call `fstat` only with a privacy manifest. What says that it ends at 0 and gives a byte
    /// all the same has no length, nor has what gives no byte at the beginning.
    var length: Int64? {
        let end = lseek(number, 0, SEEK_END)
        guard end >= 0, lseek(number, 0, SEEK_SET) == 0 else { return nil }
        var first: UInt8 = 0
        return pread(number, &first, 1, 0) == (end == 0 ? 0 : 1) ? Int64(end) : nil
    }

    /// Up to `count` bytes; none at the end.
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

    /// Where reading or writing goes on.
    package func move(to offset: Int64) throws(FileProblem) {
        if lseek(number, off_t(offset), SEEK_SET) < 0 { throw Self.problem(path) }
    }

    /// Gives the space of what is written back.
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
