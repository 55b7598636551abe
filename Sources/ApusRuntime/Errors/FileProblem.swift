import ApusPlatform

/// The reason why a file of the file system cannot be read or written.
public struct FileProblem: APIProblem, Hashable {
    public let path: String
    /// The system's error number (`errno`).
    public let code: Int32
    /// The system's message, or the conflict.
    public let reason: String

    init(path: String, code: Int32, reason: String? = nil) {
        self.path = path
        self.code = code
        self.reason = reason ?? String(cString: strerror(code))
    }

    /// The problem for an existing file that would be overwritten, with `EEXIST`.
    package static func exists(_ path: String, reason: String) -> FileProblem {
        FileProblem(path: path, code: EEXIST, reason: reason)
    }

    public var description: String { ShownText.escape("\(path): \(reason)") }
}
