import ApusPlatform
import Foundation
import Testing

@testable import ApusRuntime

@Suite struct RetryTests {
    @Test(arguments: [408, 429, 500, 502, 503, 504, 599])
    func passingStatusesAreRepeated(_ status: Int) async {
        let server = ScriptedServer(.status(status), .ok)
        #expect(await server.delete([RetryMiddleware.tested()]) == nil)
        #expect(server.requests.count == 2)
    }

    @Test(arguments: [400, 401, 403, 404, 409, 418, 422, 501])
    func otherStatusesAreNot(_ status: Int) async {
        let server = ScriptedServer(.status(status), .ok)
        let error = await server.delete([RetryMiddleware.tested()])
        #expect(error?.status == status)
        #expect(error?.attempts == 1)
        #expect(error?.retryObstacle == nil)
    }

    @Test(arguments: TransportProblem.Kind.allSamples)
    func connectionsThatFail(_ kind: TransportProblem.Kind, _ isRepeated: Bool) async {
        let server = ScriptedServer(.fail(kind), .ok)
        let error = await server.delete([RetryMiddleware.tested()])
        #expect((error == nil) == isRepeated)
        #expect(server.requests.count == (isRepeated ? 2 : 1))
    }

    @Test func itIsOnByDefaultAndOutermost() async throws {
        let core = PetsClient(transport: ScriptedServer(.ok).transport, middleware: [CallTests.Tag(name: "a")]).core
        #expect(core.middleware.count == 2)
        #expect((core.middleware.first as? RetryMiddleware)?.policy == .standard)
        let own = PetsClient(
            transport: ScriptedServer(.ok).transport, middleware: [CallTests.Tag(name: "a"), .retries(.never)])
        #expect(own.core.middleware.count == 2)
        #expect((own.core.middleware.last as? RetryMiddleware)?.policy == .never)
    }

    @Test func attemptsAreCountedAndTheLastAnswerIsTheError() async throws {
        let server = ScriptedServer(.fail(.closedEarly), .status(503), .status(500))
        let error = try #require(await server.delete([RetryMiddleware.tested()]))
        #expect(error.status == 500)
        #expect(error.attempts == 3)
        #expect(error.body == Array(#"{"message":"no"}"#.utf8))
        #expect("\(error)" == "deletePet: status 500 after 3 attempts: no")
        let working = ScriptedServer(.status(503), .ok)
        let client = PetsClient(transport: working.transport, middleware: [RetryMiddleware.tested()])
        #expect(try await client.response(to: DeletePet(petID: 1)).attempts == 2)
    }

    @Test func unsafeCallsAreSentOnce() async {
        let server = ScriptedServer(.status(503), .ok)
        #expect(await server.create([RetryMiddleware.tested()])?.attempts == 1)
        #expect(
            await server.create([RetryMiddleware.tested()], CallOptions(retries: RetryPolicy(repeatsUnsafeCalls: true)))
                == nil)
    }

    struct Search: APIOperation {
        static let descriptor = OperationDescriptor(id: "search", method: .post, path: "/search", idempotent: true)
        func encode(into request: inout RequestWriter) { request.json("x") }
        static func decode(_ response: inout ResponseReader) {}
        typealias Failure = UndocumentedFailure
    }

    @Test func operationsDeclaredSafeAreRepeated() async throws {
        let server = ScriptedServer(.status(503), .ok)
        try await PetsClient(transport: server.transport, middleware: [RetryMiddleware.tested()]).send(Search())
        #expect(server.requests.count == 2)
    }

    @Test func aCallMayHaveItsOwnPolicy() async {
        let server = ScriptedServer(.status(503))
        #expect(await server.delete([RetryMiddleware.tested()], CallOptions(retries: .never))?.attempts == 1)
        let more = CallOptions(retries: RetryPolicy(maximumAttempts: 5))
        #expect(await server.delete([RetryMiddleware.tested()], more)?.attempts == 5)
        #expect(await server.delete([RetryMiddleware.tested(.never)], more)?.attempts == 5)
        let picky = CallOptions(retries: RetryPolicy(statuses: [500]))
        #expect(await server.delete([RetryMiddleware.tested()], picky)?.attempts == 1)
    }

    @Test func statusesThatTheDocumentCallsSuccessAreNotRepeated() async throws {
        struct Probe: APIOperation {
            static let descriptor = OperationDescriptor(id: "probe", method: .get, path: "/", successes: [503])
            func encode(into request: inout RequestWriter) {}
            static func decode(_ response: inout ResponseReader) -> Int { response.status }
            typealias Failure = UndocumentedFailure
        }
        let server = ScriptedServer(.status(503), .ok)
        let client = PetsClient(transport: server.transport, middleware: [RetryMiddleware.tested()])
        #expect(try await client.send(Probe()) == 503)
    }

    @Test func waitsDoubleUpToTheCap() async {
        let clock = TestClock(jumps: true)
        let policy = RetryPolicy(
            maximumAttempts: 6, initialDelay: .seconds(1), maximumDelay: .seconds(5), statuses: [503])
        _ = await ScriptedServer(.status(503)).delete([RetryMiddleware.tested(policy, clock: clock, random: 0.5)])
        #expect(clock.sleeps == [.seconds(0.5), .seconds(1), .seconds(2), .seconds(2.5), .seconds(2.5)])
        #expect(RetryPolicy.standard.longestDelay(after: .max) == .seconds(20))
        #expect(RetryPolicy(maximumDelay: .seconds(Int64.max)).longestDelay(after: .max) == .seconds(1e9))
    }

    @Test func jitterIsDrawnFromTheWholeRange() async {
        let clock = TestClock(jumps: true)
        for _ in 0..<50 {
            _ = await ScriptedServer(.status(503), .ok).delete([.retries(.standard, clock: clock)])
        }
        #expect(clock.sleeps.count == 50)
        #expect(clock.sleeps.allSatisfy { $0 >= .zero && $0 < .milliseconds(250) })
        #expect(Set(clock.sleeps).count > 10)
    }

    @Test(
        arguments: [
            (503, ["Retry-After": "7"], 7), (429, ["Retry-After": "1.5"], 1.5),
            (
                503,
                ["Retry-After": "Sun, 06 Nov 1994 08:49:37 GMT", "Date": "Sun, 06 Nov 1994 08:49:27 GMT"], 10
            ),
            (429, ["X-RateLimit-Reset": "12"], 12),
            (429, ["X-RateLimit-Reset": "784111777", "Date": "Sun, 06 Nov 1994 08:49:27 GMT"], nil),
            (429, ["X-RateLimit-Reset": "1784111787", "Date": "Wed, 15 Jul 2026 10:36:17 GMT"], 10),
            (429, ["X-RateLimit-Reset": "1784111787500", "Date": "Wed, 15 Jul 2026 10:36:17 GMT"], 10.5),
            (429, ["X-RateLimit-Reset": "soon", "RateLimit-Reset": "3"], 3),
            (429, ["Retry-After": "2", "X-RateLimit-Reset": "12"], 2),
            (503, ["X-RateLimit-Reset": "12"], 0), (429, [:], 0), (429, ["Retry-After": "soon"], 0),
        ] as [(Int, [String: String], Double?)])
    func theServerNamesTheTime(_ status: Int, _ headers: [String: String], _ seconds: Double?) async {
        let clock = TestClock(jumps: true)
        let error = await ScriptedServer(.status(status, headers), .ok).delete([RetryMiddleware.tested(clock: clock)])
        if let seconds {
            #expect(error == nil)
            #expect(clock.sleeps == [.seconds(seconds)])
        } else {
            #expect(error?.retryAfter ?? .zero > .seconds(60))
        }
    }

    @Test func jitterIsAddedToTheServersTime() async {
        let clock = TestClock(jumps: true)
        let server = ScriptedServer(.status(503, ["Retry-After": "7"]), .ok)
        #expect(await server.delete([RetryMiddleware.tested(clock: clock, random: 0.5)]) == nil)
        #expect(clock.sleeps == [.seconds(7.125)])
    }

    @Test func waitsThatAreTooLongAreNotBegun() async throws {
        let clock = TestClock(jumps: true)
        let server = ScriptedServer(.status(429, ["Retry-After": "61"]), .ok)
        let error = try #require(await server.delete([RetryMiddleware.tested(clock: clock)]))
        #expect(error.retryObstacle == .waitTooLong(.seconds(61)))
        #expect(error.retryAfter == .seconds(61))
        #expect("\(error)".contains("not retried: the server asks for a wait of 61"))
        #expect(clock.sleeps.isEmpty)
        let patient = CallOptions(retries: RetryPolicy(maximumServerDelay: .seconds(61)))
        #expect(
            await ScriptedServer(.status(429, ["Retry-After": "61"]), .ok).delete([RetryMiddleware.tested()], patient)
                == nil)
    }

    @Test func thePolicysDeadlineEndsRepeating() async throws {
        let clock = TestClock(jumps: true)
        let policy = RetryPolicy(
            maximumAttempts: 10, initialDelay: .seconds(4), maximumDelay: .seconds(4), deadline: .seconds(10))
        let server = ScriptedServer(.status(503))
        let error = try #require(await server.delete([RetryMiddleware.tested(policy, clock: clock, random: 1)]))
        #expect(error.attempts == 3)
        #expect(error.status == 503)
        #expect(error.retryObstacle == .deadline)
    }

    @Test func cancellationEndsWaitingAtOnce() async throws {
        let clock = TestClock(jumps: false)
        let server = ScriptedServer(.status(503, ["Retry-After": "30"]), .ok)
        let call = Task { await server.delete([RetryMiddleware.tested(clock: clock)]) }
        await clock.waitForSleepers()
        call.cancel()
        let error = try #require(await call.value)
        guard case .cancelled = error.kind else { throw error }
        #expect(error.attempts == 1)
        #expect(server.requests.count == 1)
    }

    /// Lives as long as the body that references it.
    final class Connection: Sendable {
        let isOpen: Lock<Bool>
        init(_ isOpen: Lock<Bool>) { self.isOpen = isOpen }
        deinit { isOpen.withLock { $0 = false } }
    }

    @Test func noConnectionIsHeldWhileWaiting() async {
        let clock = TestClock(jumps: false)
        let isOpen = Lock(true)
        let transport = InMemoryTransport { _, _ in
            let connection = Connection(isOpen)
            let body = ByteStream(starting: { { connection.isOpen.withLock { $0 } ? nil : [] } })
            return .init(status: .serviceUnavailable, body: body)
        }
        let client = PetsClient(transport: transport, middleware: [RetryMiddleware.tested(clock: clock)])
        let call = Task { try? await client.send(DeletePet(petID: 1)) }
        await clock.waitForSleepers()
        #expect(!isOpen.withLock { $0 })
        call.cancel()
        await call.value
    }

    @Test func everyAttemptGoesThroughWhatStandsAfter() async {
        let server = ScriptedServer(.status(503), .ok)
        _ = await server.delete([CallTests.Tag(name: "outer"), RetryMiddleware.tested(), CallTests.Tag(name: "inner")])
        #expect(server.requests.map { $0.headerFields[.via] } == ["outer,inner", "outer,inner"])
    }
}

extension TransportProblem.Kind {
    /// Every kind, and whether it is repeated.
    fileprivate static let allSamples: [(Self, Bool)] = repeated.map { ($0, true) } + others.map { ($0, false) }

    private static let repeated: [Self] = [
        .connectionRefused, .hostNotFound, .cannotConnect, .timedOut, .closedEarly, .truncatedBody,
    ]
    private static let others: [Self] = [
        .tls, .deadlineExceeded, .invalidResponse, .requestBody, .invalidRequest, .bodyTooLarge, .bodyConsumed,
        .cancelled, .other, Self(rawValue: "a transport's own"),
    ]
}
