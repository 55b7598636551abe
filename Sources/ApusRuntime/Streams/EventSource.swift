/// Where the events of one response come from: its body, and how to ask for the rest of them.
struct EventSource: Sendable {
    let body: ByteStream
    /// The bytes of one line at most.
    let limit: Int
    /// Sends the request again with `Last-Event-ID`; nil when the server says that there is no more (204).
    let resume: (@Sendable (_ lastEventID: String?) async throws -> ByteStream?)?
}

/// Reads events, and reconnects where that is wanted (WHATWG HTML, "The EventSource interface").
struct EventReader {
    private let source: EventSource
    private let reconnection: Reconnection?
    private var parser: EventParser
    private var failures = 0

    init(_ source: EventSource, reconnection: Reconnection?) {
        self.source = source
        self.reconnection = reconnection
        parser = EventParser(source.body, limit: source.limit)
    }

    mutating func next() async throws -> EventParser.Event? {
        while true {
            do {
                if let event = try await parser.next() {
                    failures = 0
                    return event
                }
                if try await reconnect() == false { return nil }
            } catch let problem as TransportProblem where problem.kind != .cancelled && problem.kind != .bodyTooLarge {
                if try await reconnect() == false { throw problem }
            }
        }
    }

    /// False where the stream is over: nobody wants more of it, or the server has no more.
    private mutating func reconnect() async throws -> Bool {
        guard let reconnection, let resume = source.resume else { return false }
        while failures < reconnection.limit {
            try await Task.sleep(for: reconnection.wait(attempt: failures, asked: parser.retry))
            failures += 1
            do {
                guard let body = try await resume(parser.lastID) else { return false }
                parser = EventParser(body, limit: source.limit, lastID: parser.lastID, retry: parser.retry)
                return true
            } catch let problem as TransportProblem where problem.kind != .cancelled && problem.kind != .invalidResponse
            {
                if failures == reconnection.limit { throw problem }
            }
        }
        return false
    }
}
