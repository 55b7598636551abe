/// One event of a `text/event-stream`.
public struct ServerSentEvent<Payload: APIValue>: Sendable {
    /// The `event` field; nil: a plain message.
    public let name: String?
    public let data: Payload
    /// The last `id` that the stream has named.
    public let id: String?
    /// What this event says about the time before a reconnection.
    public let retry: Duration?

    public init(name: String? = nil, data: Payload, id: String? = nil, retry: Duration? = nil) {
        self.name = name
        self.data = data
        self.id = id
        self.retry = retry
    }
}

extension ServerSentEvent: Equatable where Payload: Equatable {}
extension ServerSentEvent: Hashable where Payload: Hashable {}
