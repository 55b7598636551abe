public import ApusRuntime
public import HTTPTypes

/// Sends nothing: every call that is not answered before it, by examples or a replay, fails.
public struct ClosedTransport: HTTPTransport {
    public init() {}

    public func send(
        _ request: HTTPRequest, body: APIBody, options: TransportOptions
    ) async throws(TransportProblem) -> HTTPResponseStream {
        throw TransportProblem(.cannotConnect, "this client's transport is closed: nothing leaves the test")
    }
}

extension HTTPTransport where Self == ClosedTransport {
    /// A transport for clients whose middleware answers every call.
    public static var closed: ClosedTransport { ClosedTransport() }
}
