import ApusRuntime
import DeveloperAPI
import Salesmsg
import TestServers
import Testing

/// The vendors' limits, in a second instead of a minute, enforced by a server that counts.
@Suite(.serialized) struct RateLimitLiveTests {
    /// More than `count` requests in a second block everybody for a second.
    private actor Gate {
        let count: Int
        private var arrivals: [ContinuousClock.Instant] = []
        private var blockedUntil: ContinuousClock.Instant?
        private(set) var refusals = 0

        init(count: Int) {
            self.count = count
        }

        func isOpen() -> Bool {
            let now = ContinuousClock.now
            arrivals.removeAll { now - $0 > .seconds(1) }
            arrivals.append(now)
            if arrivals.count > count { blockedUntil = now + .seconds(1) }
            if let blockedUntil, now < blockedUntil {
                refusals += 1
                return false
            }
            return true
        }
    }

    private func start(_ gate: Gate, _ body: String) async throws -> RecordingServer {
        try await RecordingServer.start { _ in
            await gate.isOpen() ? .json(body) : .json(#"{"message": "Too many requests"}"#, status: 429)
        }
    }

    @Test(arguments: Transport.allCases) func salesmsgNeverSeesTooMany(over transport: Transport) async throws {
        let gate = Gate(count: 60)
        let server = try await start(gate, #"{"id": 4}"#)
        let client = SalesmsgClient(
            server: .custom(server.url), transport: transport.shared, credentials: .personalToken("t"),
            middleware: [.rateLimit(60, per: .seconds(1), block: .seconds(1))])
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<180 { group.addTask { _ = try await client.fetchContact(contact: 4) } }
            try await group.waitForAll()
        }
        #expect(await gate.refusals == 0)
        #expect(await server.requests.count == 180)
    }

    @Test(arguments: Transport.allCases) func developerAPINeverSeesTooMany(over transport: Transport) async throws {
        let gate = Gate(count: 100)
        let server = try await start(gate, "[]")
        let client = DeveloperAPIClient(
            server: .custom("\(server.url)/api/v1"), transport: transport.shared,
            credentials: .authorization("Bearer k"), middleware: [.rateLimit(100, per: .seconds(1))])
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<250 { group.addTask { _ = try await client.listCompanies() } }
            try await group.waitForAll()
        }
        #expect(await gate.refusals == 0)
        #expect(await server.requests.first?.path == "/api/v1/companies")
    }

    /// The test above proves something: without a limit the same server refuses.
    @Test func theServerCounts() async throws {
        let gate = Gate(count: 60)
        let server = try await start(gate, #"{"id": 4}"#)
        let client = SalesmsgClient(
            server: .custom(server.url), transport: Transport.asyncHTTPClient.shared,
            credentials: .personalToken("t"), middleware: [.retries(.never)])
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<180 { group.addTask { _ = try? await client.fetchContact(contact: 4) } }
        }
        #expect(await gate.refusals > 0)
    }

    /// For the time that the server names, or else for the limit's own.
    @Test(arguments: Transport.allCases, [true, false])
    func oneRefusalPausesEverybody(over transport: Transport, _ namesTime: Bool) async throws {
        let isFirst = Flag()
        let times = Times()
        let server = try await RecordingServer.start { _ in
            await times.add()
            if await !isFirst.isSet {
                await isFirst.set(true)
                return .json(
                    #"{"message": "no"}"#, status: 429, namesTime ? [Pair(name: "retry-after", value: "1")] : [])
            }
            return .json(#"{"id": 4}"#)
        }
        let client = SalesmsgClient(
            server: .custom(server.url), transport: transport.shared, credentials: .personalToken("t"),
            middleware: [.rateLimit(60, per: .seconds(60), block: .seconds(namesTime ? 60 : 1))])
        let first = Task { try await client.fetchContact(contact: 4) }
        while await times.all.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        // Waits until its response has arrived.
        try await Task.sleep(for: .milliseconds(200))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<20 { group.addTask { _ = try await client.fetchContact(contact: 4) } }
            try await group.waitForAll()
        }
        _ = try await first.value
        let all = await times.all
        #expect(all.count == 22)
        #expect(all.dropFirst().allSatisfy { $0 - all[0] >= .seconds(1) }, "nobody comes within the second")
    }

    private actor Times {
        private(set) var all: [ContinuousClock.Instant] = []

        func add() {
            all.append(.now)
        }
    }

    /// A client without explicit middleware follows `apus.yaml`.
    @Test func limitsAreTheClientsOwn() {
        func limits(_ middleware: [any APIMiddleware]) -> [[Int]] {
            middleware.compactMap { $0 as? RateLimitMiddleware }
                .map { [$0.count, Int($0.window / .seconds(1)), Int($0.block / .seconds(1))] }
        }
        #expect(limits(SalesmsgClient.standardMiddleware) == [[60, 60, 60]])
        #expect(limits(DeveloperAPIClient.standardMiddleware) == [[100, 60, 60]])
        let client = SalesmsgClient(transport: InMemoryTransport { _, _ in .json("{}") })
        #expect(client.core.middleware.map { "\(type(of: $0))" } == ["RetryMiddleware", "RateLimitMiddleware"])
    }
}
