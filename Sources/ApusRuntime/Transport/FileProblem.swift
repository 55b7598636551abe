/// Why a file of the file system cannot be read or written.
public struct FileProblem: Error, Sendable, Hashable, CustomStringConvertible {
    public let path: String
    /// The system's error number (`errno`).
    public let code: Int32
    /// The system's words for it.
    public let reason: String

    public var description: String { "\(path): \(reason)" }
}
