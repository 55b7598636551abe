/// The events of one response: its body, and a way to request the rest.
struct EventSource: Sendable {
    let body: ByteStream
    /// The maximum number of bytes of one line.
    let limit: Int
    /// Sends the request again with `Last-Event-ID`; nil when the server ends the stream (204).
    let resume: (@Sendable (_ lastEventID: String?) async throws -> ByteStream?)?
    /// Measures and waits between reconnections.
    var timer = CallTimer(ContinuousClock())
}

/// Reads events, and reconnects if configured (WHATWG HTML, "The EventSource interface").
struct EventReader {
    private let source: EventSource
    private var pace: ReconnectionPace?
    private var parser: EventParser
    private var failures = 0

    init(_ source: EventSource, reconnection: Reconnection?) {
        self.source = source
        pace = reconnection.map { ReconnectionPace($0, at: source.timer.elapsed()) }
        parser = EventParser(source.body, limit: source.limit)
    }

    mutating func next() async throws -> EventParser.Event? {
        while true {
            var broken: TransportProblem?
            do {
                if let event = try await parser.next() {
                    failures = 0
                    return event
                }
            } catch let problem as TransportProblem where problem.kind != .cancelled && problem.kind != .bodyTooLarge {
                broken = problem
            }
            switch try await reconnect() {
            case .opened: continue
            case .noMore: return nil
            case .notWanted:
                if let broken { throw broken }
                return nil
            }
        }
    }

    private enum Outcome {
        case opened
        /// The server answered 204.
        case noMore
        case notWanted
    }

    private mutating func reconnect() async throws -> Outcome {
        guard let limit = pace?.policy.limit, let resume = source.resume else { return .notWanted }
        while failures < limit {
            try await pause()
            failures += 1
            do {
                guard let body = try await resume(parser.lastID) else { return .noMore }
                pace?.open(at: source.timer.elapsed())
                parser = EventParser(body, limit: source.limit, lastID: parser.lastID, retry: parser.retry)
                return .opened
            } catch let problem as TransportProblem where Self.mayPass(problem) {
                if failures == limit { throw problem }
            }
        }
        return .notWanted
    }

    private mutating func pause() async throws {
        let now = source.timer.elapsed()
        let wait = pace?.wait(failures: failures, asked: parser.retry, at: now, random: .random(in: 0..<1))
        do throws(CallProblem) {
            try await source.timer.sleep(wait ?? .zero)
        } catch {
            throw CancellationError()
        }
    }

    /// A response that is not a stream is final (WHATWG HTML, "fail the connection"); a failed connection is not.
    private static func mayPass(_ problem: TransportProblem) -> Bool {
        problem.kind != .cancelled && problem.kind != .invalidResponse
    }
}
