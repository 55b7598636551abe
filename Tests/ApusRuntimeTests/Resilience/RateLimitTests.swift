import ApusPlatform
import Testing

@testable import ApusRuntime

@Suite struct RateLimitTests {
    /// Refuses requests beyond `count` in any window, and then everything during the block.
    final class StrictServer: Sendable {
        private struct State {
            var times: [Duration] = []
            var refused = 0
            var served = 0
            var blockedUntil: Duration = .zero
        }

        private let state = Lock(State())
        let count: Int
        let clock: TestClock

        init(_ count: Int, clock: TestClock) {
            self.count = count
            self.clock = clock
        }

        var refused: Int { state.withLock { $0.refused } }
        var served: Int { state.withLock { $0.served } }

        var transport: InMemoryTransport {
            InMemoryTransport { [self] _, _ in
                await Task.yield()
                let now = clock.now.offset
                return state.withLock { state in
                    state.times.removeAll { $0 + .seconds(60) <= now }
                    if now < state.blockedUntil || state.times.count >= count {
                        if now >= state.blockedUntil { state.blockedUntil = now + .seconds(60) }
                        state.refused += 1
                        return .status(.tooManyRequests)
                    }
                    state.times.append(now)
                    state.served += 1
                    return .status(.noContent)
                }
            }
        }
    }

    static func delete(
        _ client: PetsClient, _ id: Int = 1, _ options: CallOptions = .standard
    ) async -> APIError<UndocumentedFailure>? {
        do throws(APIError<UndocumentedFailure>) {
            try await client.send(DeletePet(petID: id), options: options)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [(60, 180, 120), (100, 250, 120), (1, 3, 120)])
    func aStrictServerNeverRefuses(_ count: Int, _ calls: Int, _ seconds: Int) async {
        let clock = TestClock(jumps: true)
        let server = StrictServer(count, clock: clock)
        let limit = RateLimitMiddleware.rateLimit(count, per: .seconds(60), block: .seconds(60), clock: clock)
        let client = PetsClient(transport: server.transport, middleware: [.retries(.never), limit])
        let failures = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<calls { group.addTask { await Self.delete(client) != nil } }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(failures == 0)
        #expect(server.refused == 0)
        #expect(server.served == calls)
        // Longer when the clock has jumped while requests were on their way.
        #expect(clock.now.offset >= .seconds(seconds))
    }

    @Test func nothingWaitsLongerThanItMust() async {
        let clock = TestClock(jumps: true)
        let server = StrictServer(60, clock: clock)
        let client = PetsClient(
            transport: server.transport,
            middleware: [.retries(.never), .rateLimit(60, per: .seconds(60), clock: clock)])
        for id in 0..<180 { #expect(await Self.delete(client, id) == nil) }
        #expect(clock.sleeps == [.seconds(60), .seconds(60)])
    }

    /// The server also counts the requests of another process: the block delays all calls, and none fails.
    @Test func a429PausesEverybody() async {
        let clock = TestClock(jumps: true)
        let server = StrictServer(10, clock: clock)
        let other = PetsClient(transport: server.transport, middleware: [.retries(.never)])
        for _ in 0..<10 { _ = await Self.delete(other) }
        let limit = RateLimitMiddleware.rateLimit(1, per: .milliseconds(1), block: .seconds(60), clock: clock)
        let retries = RetryMiddleware.tested(budget: RetryBudget(capacity: 0), clock: clock)
        let client = PetsClient(transport: server.transport, middleware: [retries, limit])
        let failures = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<5 { group.addTask { await Self.delete(client) != nil } }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(failures == 0)
        #expect(server.refused == 1)
        #expect(server.served == 15)
    }

    @Test(
        arguments: [
            (["Retry-After": "7"], 7), (["X-RateLimit-Reset": "9"], 9), (["Retry-After": "9e99"], 3600), ([:], 30),
        ] as [([String: String], Int)])
    func theServersTimeGoesBeforeTheBlock(_ headers: [String: String], _ seconds: Int) async {
        let clock = TestClock(jumps: true)
        let limit = RateLimitMiddleware.rateLimit(10, per: .seconds(1), block: .seconds(30), clock: clock)
        let server = ScriptedServer(.status(429, headers), .ok)
        let client = PetsClient(transport: server.transport, middleware: [.retries(.never), limit])
        #expect(await Self.delete(client)?.status == 429)
        #expect(clock.sleeps.isEmpty)
        #expect(await Self.delete(client) == nil)
        #expect(clock.sleeps == [.seconds(seconds)])
    }

    @Test func aSlotIsOccupiedUntilAWindowAfterTheResponse() async {
        let clock = TestClock(jumps: true)
        let transport = InMemoryTransport { _, _ in
            try await clock.sleep(for: .seconds(4))
            return .status(.noContent)
        }
        let limit = RateLimitMiddleware.rateLimit(1, per: .seconds(10), clock: clock)
        let client = PetsClient(transport: transport, middleware: [limit])
        _ = await Self.delete(client)
        _ = await Self.delete(client)
        #expect(clock.sleeps == [.seconds(4), .seconds(10), .seconds(4)])
    }

    /// Starts calls 1... in sequence behind a used limit of one.
    static func line(
        of calls: Int, _ clock: TestClock, _ seen: Lock<[String]>
    ) async -> [Task<APIError<UndocumentedFailure>?, Never>] {
        let transport = InMemoryTransport { request, _ in
            seen.withLock { $0.append(request.path ?? "") }
            return .status(.noContent)
        }
        let limit = RateLimitMiddleware.rateLimit(1, per: .seconds(10), clock: clock)
        let client = PetsClient(transport: transport, middleware: [limit])
        _ = await Self.delete(client, 0)
        var tasks: [Task<APIError<UndocumentedFailure>?, Never>] = []
        for id in 1...calls {
            tasks.append(Task { await Self.delete(client, id) })
            while limit.line.length < id { await Task.yield() }
        }
        return tasks
    }

    @Test func firstComeFirstServed() async {
        let clock = TestClock(jumps: false)
        let seen = Lock<[String]>([])
        let tasks = await Self.line(of: 4, clock, seen)
        for task in tasks {
            await clock.waitForSleepers()
            clock.advance(by: .seconds(10))
            #expect(await task.value == nil)
        }
        #expect(seen.withLock { $0 } == (0...4).map { "/pets/\($0)" })
    }

    @Test(arguments: [0, 1, 2]) func cancelledCallsLeaveTheLine(_ position: Int) async throws {
        let clock = TestClock(jumps: false)
        let seen = Lock<[String]>([])
        let tasks = await Self.line(of: 3, clock, seen)
        tasks[position].cancel()
        let error = try #require(await tasks[position].value)
        guard case .cancelled = error.kind else { throw error }
        #expect(error.attempts == 0)
        for (index, task) in tasks.enumerated() where index != position {
            await clock.waitForSleepers()
            clock.advance(by: .seconds(10))
            #expect(await task.value == nil)
        }
        #expect(seen.withLock { $0 }.count == 3)
    }

    @Test func requestsThatWereNotSentOccupyNoSlot() async {
        let clock = TestClock(jumps: true)
        let limit = RateLimitMiddleware.rateLimit(1, per: .seconds(10), clock: clock)
        let client = PetsClient(transport: ScriptedServer(.ok).transport, middleware: [limit])
        for _ in 0..<3 {
            await #expect(throws: APIError<StandardFailure>.self) { try await client.fetchPet(petID: "1") }
        }
        #expect(await Self.delete(client) == nil)
        #expect(clock.sleeps.isEmpty)
    }

    @Test func theDeadlineEndsWaiting() async throws {
        let clock = TestClock(jumps: false)
        let limit = RateLimitMiddleware.rateLimit(1, per: .seconds(10), clock: TestClock(jumps: false))
        let client = PetsClient(transport: ScriptedServer(.ok).transport, middleware: [limit], clock: clock)
        #expect(await Self.delete(client) == nil)
        let call = Task { await Self.delete(client, 1, CallOptions(deadline: .seconds(3))) }
        await clock.waitForSleepers()
        clock.advance(by: .seconds(3))
        let error = try #require(await call.value)
        #expect(DeadlineTests.isExceeded(error))
        #expect(error.attempts == 0)
    }

    @Test func manyTasksAtOnce() async {
        let clock = TestClock(jumps: true)
        let limit = RateLimitMiddleware.rateLimit(50, per: .seconds(1), clock: clock)
        let server = ScriptedServer(.ok)
        let client = PetsClient(transport: server.transport, middleware: [.retries(.never), limit])
        let tasks = (0..<1000).map { id in Task { await Self.delete(client, id) } }
        for (id, task) in tasks.enumerated() where id % 10 == 0 { task.cancel() }
        var ended = 0
        for task in tasks {
            _ = await task.value
            ended += 1
        }
        #expect(ended == 1000)
        #expect(server.requests.count >= 900)
    }
}
