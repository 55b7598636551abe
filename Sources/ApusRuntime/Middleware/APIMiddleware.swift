/// Runs between operations and transport: may change the request and the response, send again, or answer itself.
///
/// A client's middleware runs in the order of its list, the first one outermost; each `next` is one
/// attempt of all inner steps, including credentials. A list without ``RetryMiddleware`` has the standard one in front. Send a
/// body again only when it is replayable.
public protocol APIMiddleware: Sendable {
    func intercept(_ call: OutgoingCall, next: CallChain) async throws(CallProblem) -> HTTPResponseStream
}
