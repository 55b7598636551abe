public import ApusRuntime
public import HTTPTypes

/// Lets nothing out: what is not answered before it, by examples or a replay, fails.
public struct ClosedTransport: HTTPTransport {
    public init() {}

    public func send(
        _ request: HTTPRequest, body: HTTPBody, options: TransportOptions
    ) async throws(TransportProblem) -> HTTPResponseStream {
        throw TransportProblem(.cannotConnect, "this client's transport is closed: nothing leaves the test")
    }
}

extension HTTPTransport where Self == ClosedTransport {
    /// For clients whose middleware answers every call.
    public static var closed: ClosedTransport { ClosedTransport() }
}
