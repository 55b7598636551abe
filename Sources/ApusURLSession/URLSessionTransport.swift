public import ApusRuntime
internal import HTTPTypes

#if canImport(FoundationNetworking)
    public import FoundationNetworking
#else
    public import Foundation
#endif

/// Sends over `URLSession`: for apps on Apple platforms; works on Linux.
///
/// A streamed request body is written to a file that only this user can read, and sent from there: memory stays flat,
/// the length is known, and it works the same on every platform. The system sends no GET and no
/// HEAD with a body: such a request is refused with kind `invalidRequest`.
///
/// On Linux use `ApusAsyncHTTPClient`: there a server can take the process down, because Foundation itself stops it
/// ("Transfer completed, but there's no response") when a connection is closed inside of the head of a response, and when
/// trailers (RFC 9112, 7.1.2) follow a chunked body. Nothing above Foundation can prevent that. What is not read as fast
/// as it comes waits there in a temporary file, because the transfer cannot be held up; memory stays flat all the same.
public struct URLSessionTransport: HTTPTransport {
    private let holder: SessionHolder

    /// A session of its own, without cache, cookies and stored credentials, finished with the last copy of the
    /// transport.
    ///
    /// - Parameter configuration: For proxies, TLS and the like; caching, cookies and timeouts are set over it.
    public init(configuration: URLSessionConfiguration = .ephemeral) {
        holder = SessionHolder(configuration)
    }

    public func send(
        _ request: HTTPRequest, body: HTTPBody, options: TransportOptions
    ) async throws(TransportProblem) -> HTTPResponseStream {
        let holder = holder
        do {
            return try await Watchdog.run(options.timeout) { watchdog in
                let outgoing = try await OutgoingRequest.make(request, body: body, watchdog: watchdog)
                let exchange = Exchange(
                    isHead: request.method == .head, body: outgoing.file, report: body.progress?.report,
                    watchdog: watchdog)
                let head = try await holder.start(outgoing, exchange)
                let stream = ResponseBody.stream(exchange, timeout: options.timeout, holder: holder)
                return HTTPResponseStream(head: head, body: stream)
            }
        } catch {
            throw ErrorMapping.problem(error, during: .head)
        }
    }
}

extension HTTPTransport where Self == URLSessionTransport {
    /// `URLSession` with a session of its own.
    public static func urlSession() -> URLSessionTransport {
        URLSessionTransport()
    }

    /// `URLSession` with a session of its own, made from `configuration`.
    public static func urlSession(_ configuration: URLSessionConfiguration) -> URLSessionTransport {
        URLSessionTransport(configuration: configuration)
    }
}
