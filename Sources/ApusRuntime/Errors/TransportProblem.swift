/// Why no complete response came. The kinds are the same for every transport.
public struct TransportProblem: Error, Sendable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Nobody listens at that address and port.
        case connectionRefused
        /// The host's name has no address.
        case hostNotFound
        /// The address cannot be reached, for a reason other than the two above.
        case cannotConnect
        /// The certificate or the handshake was not acceptable.
        case tls
        /// No progress within ``TransportOptions/timeout``.
        case timedOut
        /// The call as a whole took longer than ``CallOptions/deadline``.
        case deadlineExceeded
        /// The connection ended before the head of the response was complete.
        case closedEarly
        /// The connection ended inside the body of the response.
        case truncatedBody
        /// What came is not HTTP.
        case invalidResponse
        /// The stream that gives the request's body failed, or gave another number of bytes than it had announced.
        case requestBody
        /// The request cannot be put on the wire: no host, a scheme that the transport does not speak.
        case invalidRequest
        /// A body longer than the reader allows.
        case bodyTooLarge
        /// A response's stream was iterated twice.
        case bodyConsumed
        /// The calling task was cancelled.
        case cancelled
        case other
    }

    public let kind: Kind
    /// For people; never holds a credential.
    public let message: String
    /// What the network library threw.
    public let underlying: (any Error)?

    public init(_ kind: Kind, _ message: String, underlying: (any Error)? = nil) {
        self.kind = kind
        self.message = message
        self.underlying = underlying
    }
}

extension TransportProblem: CustomStringConvertible {
    public var description: String {
        message.isEmpty ? kind.rawValue : ErrorText.line("\(kind.rawValue): \(message)")
    }
}
