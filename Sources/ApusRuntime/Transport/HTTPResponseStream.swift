public import HTTPTypes

/// The head of a response, and its body as it arrives.
public struct HTTPResponseStream: Sendable {
    public var head: HTTPResponse
    /// Throws ``TransportProblem``. Can be iterated once.
    public var body: ByteStream

    public init(head: HTTPResponse, body: ByteStream) {
        self.head = head
        self.body = body
    }
}
