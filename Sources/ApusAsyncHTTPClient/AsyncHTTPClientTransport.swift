public import ApusRuntime
public import AsyncHTTPClient
internal import HTTPTypes
internal import NIOCore

/// Sends over async-http-client: for servers and command-line tools.
public struct AsyncHTTPClientTransport: HTTPTransport {
    private let holder: ClientHolder

    /// A client of its own on the shared event loops, shut down with the last copy of the transport.
    public init() {
        holder = ClientHolder()
    }

    /// A client that the caller shuts down.
    ///
    /// - Parameter client: Its configuration must not follow redirects. It asks for compressed bodies only where its
    ///   `decompression` is enabled, which needs a limit there. What its timeouts end is reported as kind `timedOut`; with
    ///   `retryConnectionEstablishment` it reports a refused connection only after its own time.
    public init(client: HTTPClient) {
        holder = ClientHolder(client)
    }

    public func send(
        _ request: HTTPRequest, body: HTTPBody, options: TransportOptions
    ) async throws(TransportProblem) -> HTTPResponseStream {
        let holder = holder
        do {
            return try await Watchdog.run(options.timeout) { watchdog in
                let outgoing = try OutgoingRequest.make(request, body: body, watchdog: watchdog, holder: holder)
                let response = try await holder.client.execute(outgoing, deadline: .distantFuture)
                let inflater = holder.isOwn && request.method != .head ? try ContentCoding.inflater(for: response) : nil
                return HTTPResponseStream(
                    head: ResponseHead.make(response),
                    body: ResponseBody.stream(
                        response.body, inflater: inflater, timeout: options.timeout, holder: holder))
            }
        } catch {
            throw ErrorMapping.problem(error, during: .head)
        }
    }
}

extension HTTPTransport where Self == AsyncHTTPClientTransport {
    /// async-http-client with a client of its own.
    public static func asyncHTTPClient() -> AsyncHTTPClientTransport {
        AsyncHTTPClientTransport()
    }

    /// async-http-client with a client that the caller shuts down.
    public static func asyncHTTPClient(_ client: HTTPClient) -> AsyncHTTPClientTransport {
        AsyncHTTPClientTransport(client: client)
    }
}
