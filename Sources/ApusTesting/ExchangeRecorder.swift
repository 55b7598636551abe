internal import ApusPlatform
public import ApusRuntime
internal import HTTPTypes

/// Records every exchange of a client. As the last middleware of the list it sees each attempt as it is sent, except
/// for credentials, which are added after all middleware. Recordings omit cookies that a server sets, and credentials
/// that it repeats; use `redact` to remove other secrets of a response.
///
/// ```swift
/// let recorder = Recorder()
/// let client = SalesmsgClient(transport: .asyncHTTPClient(), credentials: …, middleware: [recorder])
/// …
/// try recorder.recording.write(to: file)
/// ```
public final class ExchangeRecorder: APIMiddleware {
    private let exchanges = Lock<[(exchange: RecordedExchange, redactor: Redactor)]>([])
    private let redact: @Sendable (inout RecordedExchange) -> Void

    public init(redact: @escaping @Sendable (inout RecordedExchange) -> Void = { _ in }) {
        self.redact = redact
    }

    /// The recording so far. A body that is still being read is included as far as it has arrived.
    public var recording: ExchangeRecording {
        var all = exchanges.withLock { $0 }.map { $0.exchange.redacted(by: $0.redactor) }
        for index in all.indices { redact(&all[index]) }
        return ExchangeRecording(exchanges: all)
    }

    public func intercept(_ call: OutgoingCall, next: CallChain) async throws(CallProblem) -> HTTPResponseStream {
        var response = try await next(call)
        let index = exchanges.withLock { exchanges in
            exchanges.append((Self.exchange(call, response.head), next.redactor))
            return exchanges.count - 1
        }
        response.body = keep(response.body, at: index)
        return response
    }

    private static func exchange(_ call: OutgoingCall, _ head: HTTPResponse) -> RecordedExchange {
        var sent: RecordedBody?
        if case .bytes(let bytes) = call.body.content { sent = RecordedBody(bytes: bytes) }
        let headers = head.headerFields.filter { $0.name != .setCookie }
        return RecordedExchange(
            operation: call.operation.id, method: call.request.method.rawValue, path: call.request.path ?? "/",
            requestBody: sent, status: head.status.code,
            headers: headers.map { RecordedExchange.Header(name: $0.name.canonicalName, value: $0.value) }, body: nil)
    }

    /// The same chunks, recorded as they pass.
    private func keep(_ body: ByteStream, at index: Int) -> ByteStream {
        ByteStream(starting: { [self] in
            var iterator = body.makeAsyncIterator()
            return { [self] in
                let piece = try await iterator.next()
                if let piece {
                    exchanges.withLock { exchanges in
                        var body = exchanges[index].exchange.body.take() ?? RecordedBody(bytes: [])
                        body.bytes += piece
                        exchanges[index].exchange.body = body
                    }
                }
                return piece
            }
        })
    }
}

extension RecordedExchange {
    /// Removes the sent credentials where the server repeats them.
    fileprivate func redacted(by redactor: Redactor) -> RecordedExchange {
        var copy = self
        copy.headers = headers.map { Header(name: $0.name, value: redactor.redact($0.value, of: $0.name)) }
        let contentType = headers.first { $0.name == "content-type" }?.value
        copy.body = body.map { RecordedBody(bytes: redactor.redact($0.bytes, contentType: contentType)) }
        return copy
    }
}
