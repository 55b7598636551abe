internal import ApusPlatform
public import ApusRuntime
internal import HTTPTypes

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Records every exchange of a client. As the last middleware of the list it sees each attempt as it is sent, except
/// for credentials, which are added after all middleware. Recordings omit cookies that a server sets, credentials
/// that it repeats, and what ``RecordingRules`` name in headers, queries and bodies; use `redact` to remove other
/// secrets.
///
/// ```swift
/// let recorder = ExchangeRecorder(rules: .standard.adding(members: ["ssn"]))
/// let client = SalesmsgClient(transport: .asyncHTTPClient(), credentials: …, middleware: [recorder])
/// …
/// try recorder.recording.write(to: file)
/// ```
public final class ExchangeRecorder: APIMiddleware {
    private struct Entry {
        var exchange: RecordedExchange
        let redactor: Redactor
        /// The bytes of a streamed body of the request, as far as they were sent.
        let sent: Lock<[UInt8]>?
    }

    private let entries = Lock<[Entry]>([])
    private let filter: RecordingFilter
    private let redact: @Sendable (inout RecordedExchange) -> Void

    /// - Parameters:
    ///   - rules: The names of what is left out; use the same to replay.
    ///   - redact: Changes an exchange after the rules.
    public init(
        rules: RecordingRules = .standard, redact: @escaping @Sendable (inout RecordedExchange) -> Void = { _ in }
    ) {
        filter = RecordingFilter(rules)
        self.redact = redact
    }

    /// The recording so far. A body that is still being read or sent is included as far as it has arrived.
    public var recording: ExchangeRecording {
        var all = entries.withLock { $0 }.map { entry in
            var exchange = entry.exchange
            if let bytes = entry.sent?.withLock({ $0 }), !bytes.isEmpty {
                exchange.requestBody = RecordedBody(bytes: bytes)
            }
            return filter.apply(to: exchange.redacted(by: entry.redactor))
        }
        for index in all.indices { redact(&all[index]) }
        return ExchangeRecording(exchanges: all)
    }

    public func intercept(_ call: OutgoingCall, next: CallChain) async throws(CallProblem) -> HTTPResponseStream {
        var exchange = RecordedExchange(call)
        var call = call
        var sent: Lock<[UInt8]>?
        switch call.body.content {
        case .none: break
        case .bytes(let bytes): exchange.requestBody = bytes.isEmpty ? nil : RecordedBody(bytes: bytes)
        case .stream(let stream):
            let kept = Lock<[UInt8]>([])
            let progress = call.body.progress
            call.body = .stream(
                Self.copy(stream, to: kept), length: call.body.length, isReplayable: call.body.isReplayable)
            call.body.progress = progress
            sent = kept
        }
        let start = ContinuousClock.now
        var response = try await next(call)
        exchange.duration = ContinuousClock.now - start
        exchange.status = response.head.status.code
        exchange.headers = response.head.headerFields.filter { $0.name != .setCookie }.map {
            RecordedExchange.Header(name: $0.name.canonicalName, value: $0.value)
        }
        let entry = Entry(exchange: exchange, redactor: next.redactor, sent: sent)
        let index = entries.withLock { entries in
            entries.append(entry)
            return entries.count - 1
        }
        response.body = keep(response.body, at: index)
        return response
    }

    /// The same chunks, kept as they are sent; a repetition begins anew.
    private static func copy(_ stream: ByteStream, to kept: Lock<[UInt8]>) -> ByteStream {
        ByteStream(starting: {
            var iterator = stream.makeAsyncIterator()
            kept.withLock { $0 = [] }
            return {
                let piece = try await iterator.next()
                if let piece { kept.withLock { $0 += piece } }
                return piece
            }
        })
    }

    /// The same chunks, recorded as they pass.
    private func keep(_ body: ByteStream, at index: Int) -> ByteStream {
        ByteStream(starting: { [self] in
            var iterator = body.makeAsyncIterator()
            return { [self] in
                let piece = try await iterator.next()
                if let piece {
                    entries.withLock { entries in
                        var body = entries[index].exchange.body.take() ?? RecordedBody(bytes: [])
                        body.bytes += piece
                        entries[index].exchange.body = body
                    }
                }
                return piece
            }
        })
    }
}

extension RecordedExchange {
    /// The request of a call, without its body; the response is still open.
    package init(_ call: OutgoingCall) {
        let request = call.request
        let origin = request.authority.map { "\(request.scheme ?? "https")://\($0)" } ?? ""
        self.init(
            operation: call.operation.id, method: request.method.rawValue, url: origin + (request.path ?? "/"),
            requestHeaders: request.headerFields.map { Header(name: $0.name.canonicalName, value: $0.value) }, status: 0
        )
    }

    /// Removes the sent credentials where they are repeated.
    fileprivate func redacted(by redactor: Redactor) -> RecordedExchange {
        var copy = self
        copy.headers = headers.map { Header(name: $0.name, value: redactor.redact($0.value, of: $0.name)) }
        copy.body = body.map {
            RecordedBody(bytes: redactor.redact($0.bytes, contentType: headers.value(of: "content-type")))
        }
        return copy
    }
}
