internal import ApusPlatform
public import ApusRuntime
internal import HTTPTypes

/// Answers from an ``ExchangeRecording``. Each exchange is used once, the first match first: the same method, path and query,
/// and a body that is equal as JSON if it is JSON.
public final class ExchangeReplayer: APIMiddleware {
    private let exchanges: [RecordedExchange]
    private let used: Lock<Set<Int>>

    public init(_ recording: ExchangeRecording) {
        exchanges = recording.exchanges
        used = Lock([])
    }

    /// The exchanges that no call has used so far.
    public var rest: [RecordedExchange] {
        used.withLock { used in exchanges.indices.filter { !used.contains($0) }.map { exchanges[$0] } }
    }

    public func intercept(_ call: OutgoingCall, next: CallChain) async throws(CallProblem) -> HTTPResponseStream {
        var bytes: [UInt8] = []
        do {
            bytes = try await call.body.collect()
        } catch {
            throw CallProblem(catching: error)
        }
        let body = bytes
        let found = used.withLock { used -> RecordedExchange? in
            let index = exchanges.indices.first { !used.contains($0) && Self.fits(exchanges[$0], call, body) }
            guard let index else { return nil }
            used.insert(index)
            return exchanges[index]
        }
        guard let found else { throw .middleware(unknown(call)) }
        var headers = HTTPFields()
        for header in found.headers {
            if let name = HTTPField.Name(header.name) { headers.append(HTTPField(name: name, value: header.value)) }
        }
        let head = HTTPResponse(status: HTTPResponse.Status(code: found.status), headerFields: headers)
        return HTTPResponseStream(head: head, body: ByteStream(found.body?.bytes ?? []))
    }

    private static func fits(_ exchange: RecordedExchange, _ call: OutgoingCall, _ body: [UInt8]) -> Bool {
        guard exchange.method == call.request.method.rawValue, exchange.path == call.request.path else { return false }
        let recorded = exchange.requestBody?.bytes ?? []
        if recorded == body { return true }
        guard let left = try? JSONValue(json: recorded), let right = try? JSONValue(json: body) else { return false }
        return left == right
    }

    private func unknown(_ call: OutgoingCall) -> ReplayProblem {
        let path = call.request.path ?? "/"
        let others = exchanges.filter { $0.operation == call.operation.id }.map { "\($0.method) \($0.path)" }
        return ReplayProblem(request: "\(call.request.method.rawValue) \(path)", recorded: others)
    }
}

/// A call for which the recording has no response, or none left.
public struct ReplayProblem: APIProblem, Hashable {
    public let request: String
    /// The recorded calls of the same operation.
    public let recorded: [String]

    public var description: String {
        let others = recorded.isEmpty ? "nothing of this operation" : recorded.joined(separator: ", ")
        return "no answer is left for \(request); recorded was \(others)"
    }
}
