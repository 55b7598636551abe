/// A server that answers every request alike or by a closure, and records the requests.
public final class RecordingServer: Sendable {
    public let url: String
    private let server: LoopbackServer
    private let log: Log

    private init(server: LoopbackServer, log: Log) {
        self.server = server
        self.log = log
        url = server.url
    }

    public static func start(answering answer: Answer) async throws -> RecordingServer {
        try await start { _ in answer }
    }

    public static func start(
        answering answer: @escaping @Sendable (ReceivedRequest) async -> Answer
    ) async throws -> RecordingServer {
        let log = Log()
        let server = try await LoopbackServer.start { request in
            await log.add(request)
            return await answer(request)
        }
        return RecordingServer(server: server, log: log)
    }

    public var requests: [ReceivedRequest] {
        get async { await log.requests }
    }

    private actor Log {
        private(set) var requests: [ReceivedRequest] = []

        func add(_ request: ReceivedRequest) {
            requests.append(request)
        }
    }
}
