public import HTTPTypes

/// A request before it is sent, as middleware sees it. Credentials are added after all middleware.
public struct OutgoingCall: Sendable {
    public var request: HTTPRequest
    public var body: APIBody
    public let operation: OperationDescriptor
    /// The options of the call and the client's. Middleware may change ``CallOptions/timeout``,
    /// ``CallOptions/credentials``, ``CallOptions/redirects`` and ``CallOptions/bodyLimit`` of an attempt; the other
    /// options have taken effect before.
    public var options: CallOptions
}
