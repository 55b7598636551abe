public import HTTPTypes

/// Sends one request and gives the response as it arrives.
///
/// What every transport keeps to (one conformance suite checks them all):
/// - redirects are not followed, cookies are not stored, nothing is cached: the client decides;
/// - statuses are never errors; what is thrown is always a ``TransportProblem`` with the same kind for the same cause;
/// - cancelling the calling task closes the exchange and throws kind `cancelled`;
/// - the response body is read only as fast as it is asked for, and dropping it closes the exchange;
/// - content codings (gzip, deflate) are undone, or not asked for.
public protocol HTTPTransport: Sendable {
    /// - Parameters:
    ///   - request: With scheme, authority and path (which includes the query).
    ///   - body: A stream is asked for as fast as the connection takes it.
    ///   - options: For this exchange.
    func send(
        _ request: HTTPRequest, body: HTTPBody, options: TransportOptions
    ) async throws(TransportProblem) -> HTTPResponseStream
}
