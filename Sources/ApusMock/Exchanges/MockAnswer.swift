public import HTTPTypes

/// The answer to a request.
public struct MockAnswer: Sendable {
    /// The bytes of an answer.
    public enum Body: Sendable {
        case bytes([UInt8])
        /// Pieces that are sent one by one, with the pause between them.
        case pieces([[UInt8]], pause: Duration)
    }

    /// From 200 to 599.
    public var status: Int
    /// The header fields, without `Content-Length`.
    public var headers: HTTPFields
    /// Empty for an answer to `HEAD` and for statuses without a body.
    public var body: Body
    /// The time before the answer is sent.
    public var delay = Duration.zero

    init(status: Int, headers: HTTPFields = [:], body: Body = .bytes([])) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// All bytes of the body.
    public var bytes: [UInt8] {
        switch body {
        case .bytes(let bytes): bytes
        case .pieces(let pieces, _): pieces.flatMap { $0 }
        }
    }
}
