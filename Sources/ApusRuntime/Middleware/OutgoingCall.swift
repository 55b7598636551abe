public import HTTPTypes

/// A request before it is sent, as middleware sees it. Credentials are added after all middleware.
public struct OutgoingCall: Sendable {
    public var request: HTTPRequest
    public var body: HTTPBody
    public var transport: TransportOptions
    public let operation: OperationDescriptor
    public let options: CallOptions
}
