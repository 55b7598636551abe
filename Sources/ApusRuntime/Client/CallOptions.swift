public import HTTPTypes

/// What one call does differently.
public struct CallOptions: Sendable {
    /// For each attempt; nil: the client's. See ``TransportOptions/timeout``.
    public var timeout: Duration?
    /// Set over those of the operation and of the client.
    public var headers: HTTPFields
    /// Appended to the operation's; encoded here.
    public var query: [(name: String, value: String)]
    /// Sent as `Idempotency-Key`; the same in every attempt.
    public var idempotencyKey: String?
    /// Instead of the client's and of the operation's own.
    public var server: ServerURL?

    public init(
        timeout: Duration? = nil, headers: HTTPFields = [:], query: [(name: String, value: String)] = [],
        idempotencyKey: String? = nil, server: ServerURL? = nil
    ) {
        self.timeout = timeout
        self.headers = headers
        self.query = query
        self.idempotencyKey = idempotencyKey
        self.server = server
    }

    public static let standard = CallOptions()
}
