/// The reason why no complete response was received. The kinds are the same for every transport.
public struct TransportProblem: APIProblem {
    /// The kinds of problems. Later versions may add some, and a transport of your own may define others.
    public struct Kind: RawRepresentable, Sendable, Hashable {
        public let rawValue: String

        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// No process listens at that address and port.
        public static let connectionRefused = Kind(rawValue: "connectionRefused")
        /// The host's name has no address.
        public static let hostNotFound = Kind(rawValue: "hostNotFound")
        /// The address cannot be reached, for a reason other than the two above.
        public static let cannotConnect = Kind(rawValue: "cannotConnect")
        /// The certificate or the handshake was not acceptable.
        public static let tls = Kind(rawValue: "tls")
        /// No progress within ``TransportOptions/timeout``.
        public static let timedOut = Kind(rawValue: "timedOut")
        /// The call as a whole took longer than ``CallOptions/deadline``.
        public static let deadlineExceeded = Kind(rawValue: "deadlineExceeded")
        /// The connection ended before the head of the response was complete.
        public static let closedEarly = Kind(rawValue: "closedEarly")
        /// The connection ended inside the body of the response.
        public static let truncatedBody = Kind(rawValue: "truncatedBody")
        /// The response is not HTTP.
        public static let invalidResponse = Kind(rawValue: "invalidResponse")
        /// The stream that gives the request's body failed, or gave another number of bytes than it had announced.
        public static let requestBody = Kind(rawValue: "requestBody")
        /// The request cannot be put on the wire: no host, a scheme that the transport does not speak.
        public static let invalidRequest = Kind(rawValue: "invalidRequest")
        /// A body longer than the reader allows.
        public static let bodyTooLarge = Kind(rawValue: "bodyTooLarge")
        /// A response's stream was iterated twice.
        public static let bodyConsumed = Kind(rawValue: "bodyConsumed")
        /// The calling task was cancelled.
        public static let cancelled = Kind(rawValue: "cancelled")
        public static let other = Kind(rawValue: "other")
    }

    public let kind: Kind
    /// For people; never holds a credential.
    public let message: String
    /// The error of the network library.
    public let underlying: (any Error)?

    public init(_ kind: Kind, _ message: String, underlying: (any Error)? = nil) {
        self.kind = kind
        self.message = message
        self.underlying = underlying
    }
}

extension TransportProblem {
    public var description: String {
        message.isEmpty ? kind.rawValue : "\(kind.rawValue): \(ShownText.escape(message))"
    }
}
