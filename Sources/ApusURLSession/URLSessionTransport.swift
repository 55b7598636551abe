public import ApusRuntime
internal import HTTPTypes

#if canImport(FoundationNetworking)
    public import FoundationNetworking
#else
    public import Foundation
#endif

/// Sends requests with `URLSession`: for apps on Apple platforms; also works on Linux.
///
/// A streamed request body is written to a file that only this user can read, and sent from there: memory use stays
/// constant, the length is known, and every platform behaves the same. The system sends no GET and no HEAD with a body:
/// such a request is refused with kind `invalidRequest`.
///
/// On Linux use `ApusAsyncHTTPClient`: there a server can stop the process, because Foundation traps ("Transfer
/// completed, but there's no response") when a connection is closed within the head of a response, and when trailers
/// (RFC 9112, 7.1.2) follow a chunked body. No code above Foundation can prevent that. Data that arrives faster than it
/// is read waits there in a temporary file, because the transfer cannot be suspended; memory use stays constant
/// nevertheless.
public struct URLSessionTransport: HTTPTransport {
    private let holder: SessionHolder

    /// Uses a new session without cache, cookies and stored credentials, which is invalidated with the last copy of the
    /// transport.
    ///
    /// - Parameter configuration: The configuration for proxies, TLS and similar settings; caching, cookies and
    ///   timeouts are overridden.
    public init(configuration: URLSessionConfiguration = .ephemeral) {
        holder = SessionHolder(configuration)
    }

    public func send(
        _ request: HTTPRequest, body: APIBody, options: TransportOptions
    ) async throws(TransportProblem) -> HTTPResponseStream {
        let holder = holder
        do {
            return try await Watchdog.run(options.timeout) { watchdog in
                let outgoing = try await SessionRequest.make(request, body: body, watchdog: watchdog)
                let exchange = SessionExchange(
                    isHead: request.method == .head, body: outgoing.file, report: body.progress?.report,
                    watchdog: watchdog)
                let head = try await holder.start(outgoing, exchange)
                let stream = SessionResponseBody.stream(exchange, timeout: options.timeout, holder: holder)
                return HTTPResponseStream(head: head, body: stream)
            }
        } catch {
            throw SessionErrors.problem(error, during: .head)
        }
    }
}

extension HTTPTransport where Self == URLSessionTransport {
    /// A `URLSession` transport with a new session.
    public static func urlSession() -> URLSessionTransport {
        URLSessionTransport()
    }

    /// A `URLSession` transport with a new session from `configuration`.
    public static func urlSession(_ configuration: URLSessionConfiguration) -> URLSessionTransport {
        URLSessionTransport(configuration: configuration)
    }
}
