/// One event of a `text/event-stream`.
public struct ServerSentEvent<Payload: APIValue>: Sendable {
    /// The `event` field; nil: a plain message.
    public let name: String?
    public let data: Payload
    /// The last `id` of the stream.
    public let id: String?
    /// This event's delay before a reconnection.
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
