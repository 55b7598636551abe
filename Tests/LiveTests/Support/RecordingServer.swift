/// A server that answers with a closure, and records the requests.
final class RecordingServer: Sendable {
    let url: String
    private let server: LoopbackServer
    private let log: Log

    private init(server: LoopbackServer, log: Log) {
        self.server = server
        self.log = log
        url = server.url
    }

    static func start(
        answering answer: @escaping @Sendable (ReceivedRequest) async -> Answer
    ) async throws -> RecordingServer {
        let log = Log()
        let server = try await LoopbackServer.start { request in
            await log.add(request)
            return await answer(request)
        }
        return RecordingServer(server: server, log: log)
    }

    var requests: [ReceivedRequest] {
        get async { await log.requests }
    }

    private actor Log {
        private(set) var requests: [ReceivedRequest] = []

        func add(_ request: ReceivedRequest) {
            requests.append(request)
        }
    }
}

extension ReceivedRequest {
    /// A query parameter, decoded.
    func parameter(_ name: String) -> String? {
        Pair.readPairs(of: query).first { $0.name == name }?.value
    }
}

extension Answer {
    static func json(_ text: String, status: Int = 200, _ headers: [Pair] = []) -> Answer {
        Answer(
            status: status, headers: [Pair(name: "content-type", value: "application/json")] + headers, body: text)
    }
}
