internal import ApusPlatform
public import ApusRecording
public import ApusRuntime
internal import HTTPTypes

/// Answers from an ``ExchangeRecording``. Each exchange is used once, the first match first.
///
/// By default a call matches by method, path, query and body. A wider list lets more calls match: `[.operation]` gives
/// the exchanges of an operation in their order, whatever its arguments.
public final class ExchangeReplayer: APIMiddleware {
    private let exchanges: [RecordedExchange]
    /// The exchanges with the rules applied, so that what was left out when recording is not compared.
    private let filtered: [RecordedExchange]
    private let criteria: [ExchangeCriterion]
    private let filter: RecordingFilter
    private let used = Lock<Set<Int>>([])

    /// - Parameters:
    ///   - recording: The exchanges.
    ///   - criteria: What has to be equal for an exchange to answer a call.
    ///   - rules: The rules with which the recording was made.
    public init(
        _ recording: ExchangeRecording, matching criteria: [ExchangeCriterion] = .standard,
        rules: RecordingRules = .standard
    ) {
        let filter = RecordingFilter(rules)
        exchanges = recording.exchanges
        filtered = recording.exchanges.map(filter.apply)
        self.criteria = criteria
        self.filter = filter
    }

    /// The exchanges that no call has used so far.
    public var rest: [RecordedExchange] {
        used.withLock { used in exchanges.indices.filter { !used.contains($0) }.map { exchanges[$0] } }
    }

    public func intercept(_ call: OutgoingCall, next: CallChain) async throws(CallProblem) -> HTTPResponseStream {
        var asked = RecordedExchange(call)
        do {
            let bytes = try await call.body.collect()
            asked.requestBody = bytes.isEmpty ? nil : RecordedBody(bytes: bytes)
        } catch {
            throw CallProblem(catching: error)
        }
        let sought = filter.apply(to: asked)
        let found = used.withLock { used -> RecordedExchange? in
            let index = filtered.indices.first { !used.contains($0) && differences(filtered[$0], sought).isEmpty }
            guard let index else { return nil }
            used.insert(index)
            return exchanges[index]
        }
        guard let found else { throw .middleware(unknown(sought)) }
        var headers = HTTPFields()
        for header in found.headers where !Self.ofTransfer.contains(header.name.lowercased()) {
            if let name = HTTPField.Name(header.name) { headers.append(HTTPField(name: name, value: header.value)) }
        }
        let head = HTTPResponse(status: HTTPResponse.Status(code: found.status), headerFields: headers)
        return HTTPResponseStream(head: head, body: ByteStream(found.body?.bytes ?? []))
    }

    /// These tell of the bytes that were sent; a recording has them decoded.
    private static let ofTransfer: Set<String> = ["content-encoding", "content-length", "transfer-encoding"]

    private func differences(_ recorded: RecordedExchange, _ asked: RecordedExchange) -> [ExchangeCriterion] {
        criteria.filter { !$0.isMet(by: recorded, for: asked) }
    }

    private func unknown(_ asked: RecordedExchange) -> ReplayProblem {
        let used = used.withLock { $0 }
        let others = filtered.indices.filter { index in
            filtered[index].operation == asked.operation
                || filtered[index].operation == nil && ExchangeCriterion.path.isMet(by: filtered[index], for: asked)
        }
        return ReplayProblem(
            request: "\(asked.method) \(asked.path)",
            recorded: others.map { "\(filtered[$0].method) \(filtered[$0].path)" },
            reasons: others.map { index in
                let names = differences(filtered[index], asked).map(\.name)
                return names.isEmpty && used.contains(index)
                    ? "already used" : "another value of \(names.joined(separator: " and "))"
            })
    }
}

/// A call for which the recording has no response, or none left.
public struct ReplayProblem: APIProblem, Hashable {
    public let request: String
    /// The recorded calls of the same operation.
    public let recorded: [String]
    /// Why each of ``recorded`` does not answer.
    public let reasons: [String]

    public var description: String {
        let others = zip(recorded, reasons).map { "\($0) (\($1))" }
        let list = others.isEmpty ? "nothing of this operation" : others.joined(separator: ", ")
        return "no answer is left for \(request); recorded was \(list)"
    }
}
