/// A file of the output could not be read, written, removed or placed.
public struct OutputProblem: Error, Hashable, Sendable, CustomStringConvertible {
    public let path: String
    public let action: String
    public var reason: String?

    public var description: String {
        "cannot \(action) \(path)" + (reason.map { ": " + $0 } ?? "")
    }
}
