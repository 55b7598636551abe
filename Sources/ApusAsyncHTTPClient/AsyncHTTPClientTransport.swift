public import ApusRuntime
public import AsyncHTTPClient
internal import HTTPTypes
internal import NIOCore

/// Sends requests with async-http-client: for servers and command-line tools.
public struct AsyncHTTPClientTransport: HTTPTransport {
    private let holder: ClientHolder

    /// Uses a new client on the shared event loops, which is shut down with the last copy of the transport.
    public init() {
        holder = ClientHolder()
    }

    /// Uses a client that the caller shuts down.
    ///
    /// - Parameter client: A client whose configuration does not follow redirects. Compressed bodies are requested only
    ///   if its `decompression` is enabled, which requires a limit. Its timeouts are reported as kind `timedOut`; with
    ///   `retryConnectionEstablishment` a refused connection is reported only after its timeout.
    public init(client: HTTPClient) {
        holder = ClientHolder(client)
    }

    public func send(
        _ request: HTTPRequest, body: APIBody, options: TransportOptions
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
    /// An async-http-client transport with a new client.
    public static func asyncHTTPClient() -> AsyncHTTPClientTransport {
        AsyncHTTPClientTransport()
    }

    /// An async-http-client transport with a client that the caller shuts down.
    public static func asyncHTTPClient(_ client: HTTPClient) -> AsyncHTTPClientTransport {
        AsyncHTTPClientTransport(client: client)
    }
}
