import Testing

@testable import ApusRuntime

@Suite struct RetryBudgetTests {
    /// Attempts of each of some calls to a server that is down, through one client.
    static func attempts(
        _ calls: Int, _ budget: RetryBudget, clock: TestClock = TestClock(jumps: true), headers: [String: String] = [:],
        status: Int = 503
    ) async -> [Int] {
        let retries = RetryMiddleware.tested(budget: budget, clock: clock)
        var attempts: [Int] = []
        for _ in 0..<calls {
            let error = await ScriptedServer(.status(status, headers)).delete([retries])
            attempts.append(error?.attempts ?? 0)
        }
        return attempts
    }

    @Test func callsShareIt() async {
        let budget = RetryBudget(capacity: 5, perCall: 0, perSecond: 0)
        #expect(await Self.attempts(4, budget) == [3, 3, 2, 1])
    }

    @Test func callsEarnRetries() async {
        let budget = RetryBudget(capacity: 1, perCall: 0.5, perSecond: 0)
        #expect(await Self.attempts(5, budget) == [2, 1, 2, 1, 2])
    }

    @Test func timeEarnsRetries() async {
        let clock = TestClock(jumps: true)
        let bucket = RetryBucket(RetryBudget(capacity: 1, perCall: 0, perSecond: 0.5))
        #expect(bucket.withdraw(at: .zero))
        #expect(!bucket.withdraw(at: .seconds(1)))
        #expect(bucket.withdraw(at: .seconds(2)))
        #expect(!bucket.withdraw(at: .seconds(2)))
        #expect(await Self.attempts(3, .unlimited, clock: clock) == [3, 3, 3])
    }

    /// Two hundred tasks against a server that is down: the budget limits the additional requests.
    @Test func aServerThatIsDownIsNotHeldDown() async {
        let server = ScriptedServer(.status(503))
        let budget = RetryBudget(capacity: 20, perCall: 0.2, perSecond: 0)
        let client = PetsClient(transport: server.transport, middleware: [RetryMiddleware.tested(budget: budget)])
        let failures = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<200 {
                group.addTask {
                    var failures = 0
                    for _ in 0..<5 where (try? await client.send(DeletePet(petID: 1))) == nil { failures += 1 }
                    return failures
                }
            }
            return await group.reduce(0, +)
        }
        #expect(failures == 1000)
        #expect((1001...1220).contains(server.requests.count))
    }

    @Test func theErrorSaysSo() async throws {
        let retries = RetryMiddleware.tested(budget: RetryBudget(capacity: 0))
        let error = try #require(await ScriptedServer(.status(503)).delete([retries]))
        #expect(error.retryObstacle == .budgetSpent)
        #expect("\(error)".hasSuffix("not retried: the client's budget for retries is spent: no"))
    }

    @Test func waitsThatALimitAsksForAreFree() async {
        let budget = RetryBudget(capacity: 0)
        #expect(await Self.attempts(1, budget, headers: ["Retry-After": "1"], status: 429) == [3])
        #expect(await Self.attempts(1, budget, headers: ["Retry-After": "1"], status: 503) == [1])
        #expect(await Self.attempts(1, budget, status: 429) == [1])
    }
}
