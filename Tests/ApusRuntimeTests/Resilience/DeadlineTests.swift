import Testing

@testable import ApusRuntime

@Suite struct DeadlineTests {
    static func client(
        _ transport: InMemoryTransport, _ clock: TestClock, _ middleware: [any APIMiddleware] = [.retries(.never)]
    ) -> PetsClient {
        PetsClient(transport: transport, middleware: middleware, clock: clock)
    }

    /// Never answers; ends when it is cancelled.
    static let silent = InMemoryTransport { _, _ in
        try await Task.sleep(for: .seconds(3600))
        return .status(.noContent)
    }

    static func isExceeded<Failure>(_ error: APIError<Failure>) -> Bool {
        if case .transport(let problem) = error.kind { return problem.kind == .deadlineExceeded }
        return false
    }

    @Test func itEndsAnAttempt() async throws {
        let clock = TestClock(jumps: false)
        let call = Task {
            try await Self.client(Self.silent, clock).send(
                DeletePet(petID: 1), options: CallOptions(deadline: .seconds(5)))
        }
        await clock.waitForSleepers()
        clock.advance(by: .seconds(5))
        guard case .failure(let error as APIError<UndocumentedFailure>) = await call.result else {
            Issue.record("no error")
            return
        }
        #expect(Self.isExceeded(error))
        #expect("\(error)".contains("deadline of 5"))
        #expect(!"\(error)".contains("cancelled"))
    }

    /// A connection that breaks because of its cancellation is reported as a cancellation.
    @Test func itIsBlamedForWhatItBreaks() async throws {
        let clock = TestClock(jumps: false)
        let transport = InMemoryTransport { _, _ in
            try? await Task.sleep(for: .seconds(3600))
            throw TransportProblem(.closedEarly, "cancelled")
        }
        let client = Self.client(transport, clock, [.retries()])
        let call = Task { try await client.send(DeletePet(petID: 1), options: CallOptions(deadline: .seconds(5))) }
        await clock.waitForSleepers()
        clock.advance(by: .seconds(5))
        guard case .failure(let error as APIError<UndocumentedFailure>) = await call.result else {
            Issue.record("no error")
            return
        }
        #expect(Self.isExceeded(error))
    }

    @Test func cancellationStaysCancellation() async throws {
        let clock = TestClock(jumps: false)
        let call = Task {
            try await Self.client(Self.silent, clock).send(
                DeletePet(petID: 1), options: CallOptions(deadline: .seconds(5)))
        }
        await clock.waitForSleepers()
        call.cancel()
        guard case .failure(let error as APIError<UndocumentedFailure>) = await call.result else {
            Issue.record("no error")
            return
        }
        guard case .cancelled = error.kind else { throw error }
    }

    @Test func nothingIsSentWhenItIsOver() async throws {
        let server = ScriptedServer(.ok)
        do {
            let client = Self.client(server.transport, TestClock(jumps: false))
            try await client.send(DeletePet(petID: 1), options: CallOptions(deadline: .zero))
            Issue.record("no error")
        } catch {
            #expect(Self.isExceeded(error))
            #expect(error.attempts == 0)
        }
        #expect(server.requests.isEmpty)
    }

    @Test func itKeepsWhatCameOfABody() async throws {
        let clock = TestClock(jumps: false)
        let body = ByteStream(starting: {
            var isFirst = true
            return {
                defer { isFirst = false }
                if isFirst { return Array(#"{"pet"#.utf8) }
                await clock.waitForSleepers()
                clock.advance(by: .seconds(5))
                try await Task.sleep(for: .seconds(3600))
                return nil
            }
        })
        let client = Self.client(InMemoryTransport { _, _ in .init(body: body) }, clock)
        do {
            _ = try await client.send(CreatePet(body: Pet(petID: "1")), options: CallOptions(deadline: .seconds(5)))
            Issue.record("no error")
        } catch {
            #expect(Self.isExceeded(error))
            #expect(error.status == 200)
            #expect(error.body == Array(#"{"pet"#.utf8))
        }
    }

    @Test func aCallInTimeIsLeftAlone() async throws {
        let clock = TestClock(jumps: false)
        let client = Self.client(ScriptedServer(.ok).transport, clock)
        let pet = try await client.send(
            CreatePet(body: Pet(petID: "1")), options: CallOptions(deadline: .seconds(Int64.max)))
        #expect(pet == .ok(Pet(petID: "1")))
    }

    @Test func noWaitGoesBeyondIt() async throws {
        let clock = TestClock(jumps: false)
        let server = ScriptedServer(.status(503, ["Retry-After": "5"]), .ok)
        let client = Self.client(server.transport, clock, [RetryMiddleware.tested()])
        do {
            try await client.send(DeletePet(petID: 1), options: CallOptions(deadline: .seconds(5)))
            Issue.record("no error")
        } catch {
            #expect(error.status == 503)
            #expect(error.retryObstacle == .deadline)
        }
        try await client.send(DeletePet(petID: 1), options: CallOptions(deadline: .seconds(6)))
    }
}
