/// Stands between operations and transport: may change the request and the response, send again, or answer itself.
///
/// A client's middleware runs in the order of the list in ``ClientCore``, the first one outermost; each `next` is one
/// attempt of everything further in, credentials included. A list without ``Retries`` has the standard ones before it.
/// Send a body again only when it is replayable.
public protocol Middleware: Sendable {
    func intercept(_ call: OutgoingCall, next: CallChain) async throws(CallProblem) -> HTTPResponseStream
}
