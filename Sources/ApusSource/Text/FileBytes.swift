import ApusPlatform

/// Reads a whole file up to a limit. Only regular files are read: reading a pipe, a socket or a device may never end,
/// or never begin.
package enum FileBytes {
    package enum Problem: Error {
        case unreadable(reason: String)
        case tooLarge
    }

    /// - Parameters:
    ///   - path: The path; links are followed.
    ///   - limit: The maximum number of bytes.
    package static func read(_ path: String, limit: Int) throws(Problem) -> [UInt8] {
        // Opening a pipe would otherwise wait for a writer.
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(reason: describeError()) }
        defer { close(descriptor) }
        var information = stat()
        guard fstat(descriptor, &information) == 0 else { throw .unreadable(reason: describeError()) }
        if information.st_mode & S_IFMT == S_IFDIR { throw .unreadable(reason: "it is a directory") }
        if information.st_mode & S_IFMT != S_IFREG {
            throw .unreadable(reason: "it is not a regular file but a pipe, a socket or a device")
        }
        if Int(information.st_size) > limit { throw .tooLarge }
        return try readAll(descriptor, expected: Int(information.st_size), limit: limit)
    }

    /// Standard input up to its end, of any kind.
    static func readStandardInput(limit: Int) throws(Problem) -> [UInt8] {
        try readAll(0, expected: 0, limit: limit)
    }

    /// Files may grow, so the limit is checked while reading.
    private static func readAll(_ descriptor: Int32, expected: Int, limit: Int) throws(Problem) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(expected)
        var chunk = [UInt8](repeating: 0, count: max(4096, min(expected + 1, 1 << 20)))
        while true {
            let count = chunk.withUnsafeMutableBytes { platformRead(descriptor, $0) }
            if count < 0, errno == EINTR { continue }
            if count < 0 { throw .unreadable(reason: describeError()) }
            if count == 0 { return bytes }
            bytes.append(contentsOf: chunk[..<count])
            if bytes.count > limit { throw .tooLarge }
        }
    }

    private static func platformRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
        ApusPlatform.read(descriptor, buffer.baseAddress, buffer.count)
    }

    static let absent = "the file does not exist"

    /// Frequent errors have Apus's own messages, which are the same on every platform.
    private static func describeError() -> String {
        switch errno {
        case ENOENT, ENOTDIR: absent
        case EACCES, EPERM: "reading it is not permitted"
        case EISDIR: "it is a directory"
        case ENXIO: "it is not a regular file but a pipe, a socket or a device"
        case let code: String(cString: strerror(code))
        }
    }
}
