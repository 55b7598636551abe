public import HTTPTypes

/// Sends one request and returns the response as it arrives.
///
/// Requirements for every transport (a conformance suite checks them):
/// - redirects are not followed, cookies are not stored, responses are not cached: the client decides about these;
/// - statuses are never errors; every error is a ``TransportProblem`` with the same kind for the same cause;
/// - cancelling the calling task closes the exchange and throws kind `cancelled`;
/// - the response body is read on demand only, and dropping it closes the exchange;
/// - content codings (gzip, deflate) are decoded, or not requested.
public protocol HTTPTransport: Sendable {
    /// - Parameters:
    ///   - request: The request, with scheme, authority and path (which includes the query).
    ///   - body: The body; a stream is read as fast as the connection accepts it.
    ///   - options: The options of this exchange.
    func send(
        _ request: HTTPRequest, body: APIBody, options: TransportOptions
    ) async throws(TransportProblem) -> HTTPResponseStream
}
