import ApusPlatform
import ApusRuntime
import TestServers
import Testing

/// A client's own limit, as seen by the server.
@Suite(.serialized, .timeLimit(.minutes(1))) struct LimitTests {
    private final class Door: Sendable {
        let visits = Lock<[(path: String, time: ContinuousClock.Instant)]>([])
        let server: SocketServer

        init() throws {
            server = try SocketServer { [visits] connection in
                while let path = connection.readPath() {
                    visits.withLock { $0.append((path, .now)) }
                    connection.answer(body: "[1]")
                }
            }
        }

        var paths: [String] { visits.withLock { $0.map(\.path) } }
    }

    private func client(_ door: Door, _ kind: TransportKind) -> FaultClient {
        FaultClient(
            port: door.server.port, kind.make(), middleware: [.retries(.never), .rateLimit(1, per: .milliseconds(200))])
    }

    /// Waiting calls, in order of arrival.
    private func line(_ client: FaultClient, _ count: Int) async throws -> [Task<Bool, Never>] {
        _ = try await client.fetch("first")
        var calls: [Task<Bool, Never>] = []
        for number in 0..<count {
            calls.append(Task { (try? await client.fetch("call\(number)")) == [1] })
            try await Task.sleep(for: .milliseconds(20))
        }
        return calls
    }

    @Test(arguments: TransportKind.allCases) func firstComeFirstServed(_ kind: TransportKind) async throws {
        let door = try Door()
        let calls = try await line(client(door, kind), 5)
        for call in calls { #expect(await call.value) }
        #expect(door.paths == ["/first", "/call0", "/call1", "/call2", "/call3", "/call4"])
        let times = door.visits.withLock { $0.map(\.time) }
        // The server's clock is read by another thread a moment later, or earlier for the next one.
        #expect(zip(times, times.dropFirst()).allSatisfy { $1 - $0 > .milliseconds(150) })
    }

    @Test(arguments: TransportKind.allCases) func whoIsCancelledLeavesTheLine(_ kind: TransportKind) async throws {
        let door = try Door()
        let calls = try await line(client(door, kind), 4)
        let start = ContinuousClock.now
        calls[2].cancel()
        #expect(await !calls[2].value)
        #expect(ContinuousClock.now - start < .milliseconds(100), "no call waits for the slot that is released")
        for index in [0, 1, 3] { #expect(await calls[index].value) }
        #expect(door.paths == ["/first", "/call0", "/call1", "/call3"])
    }

    /// All clients with one limit share it.
    @Test(arguments: TransportKind.allCases) func oneLimitForSeveralClients(_ kind: TransportKind) async throws {
        let door = try Door()
        let limit: RateLimitMiddleware = .rateLimit(2, per: .milliseconds(400))
        let clients = (0..<3).map { _ in
            FaultClient(port: door.server.port, kind.make(), middleware: [.retries(.never), limit])
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for client in clients {
                for _ in 0..<2 { group.addTask { _ = try await client.fetch() } }
            }
            try await group.waitForAll()
        }
        let times = door.visits.withLock { $0.map(\.time) }
        #expect(times.count == 6)
        for (first, third) in zip(times, times.dropFirst(2)) {
            #expect(third - first > .milliseconds(350), "three within one window")
        }
    }
}
