/// A server with one response for every request, which it records.
final class FixedServer: Sendable {
    let url: String
    private let server: LoopbackServer
    private let log: Log

    private init(server: LoopbackServer, log: Log) {
        self.server = server
        self.log = log
        url = server.url
    }

    static func start(answering answer: Answer) async throws -> FixedServer {
        let log = Log()
        let server = try await LoopbackServer.start { request in
            await log.add(request)
            return answer
        }
        return FixedServer(server: server, log: log)
    }

    /// An address at which a server has listened until just now.
    static func refusingURL() async throws -> String {
        let server = try await LoopbackServer.start { _ in Answer(status: 204) }
        await server.stop()
        return server.url
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
