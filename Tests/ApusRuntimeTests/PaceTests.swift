import ApusPlatform
import Foundation
import Testing

@testable import ApusRuntime

/// Repetitions have growing delays between them.
@Suite(.timeLimit(.minutes(10))) struct PaceTests {
    private static let down = InMemoryTransport.Answer.json(#"{"error":"server_error"}"#, status: .serviceUnavailable)

    private func ask(_ credential: OAuthCredential, _ times: Int, each seconds: Double, _ server: OAuthServer) async {
        for _ in 0..<times {
            _ = try? await credential.token()
            server.time.advance(seconds)
        }
    }

    @Test func aTokenEndpointThatIsDownIsLeftAlone() async throws {
        let server = OAuthServer(Self.down)
        let credential = server.client().credential(store: MemoryTokenStore(.old()))
        for _ in 0..<200 {
            await #expect {
                try await credential.token()
            } throws: { error in
                (error as? OAuthProblem)?.refusal?.status == 503
            }
        }
        #expect(server.sent.count == 1)
        // 1, 2, 4 … 60 seconds, each drawn from its second half: of ten minutes at most 24 questions.
        await ask(credential, 6_000, each: 0.1, server)
        #expect((14...24).contains(server.sent.count), "\(server.sent.count)")
    }

    @Test func connectionsThatFailCountToo() async throws {
        let server = OAuthServer(OAuthServer.tokens(1))
        let attempts = Lock(0)
        var client = OAuthClient(
            OAuthServer.endpoints, id: "app", secret: "s3cret",
            transport: InMemoryTransport { request, body in
                let attempt = attempts.withLock {
                    $0 += 1; return $0
                }
                if attempt < 3 { throw TransportProblem(.connectionRefused, "") }
                return server.answer(request, String(decoding: body, as: UTF8.self))
            })
        client.clock = server.time.clock
        let credential = client.clientCredential()
        await ask(credential, 50, each: 0, server)
        #expect(attempts.withLock { $0 } == 1)
        server.time.advance(1)
        await ask(credential, 50, each: 0, server)
        #expect(attempts.withLock { $0 } == 2)
        server.time.advance(2)
        #expect(try await credential.token().accessToken == "access-1")
        #expect(try await credential.token().accessToken == "access-1")
        #expect(attempts.withLock { $0 } == 3)
    }

    @Test func aServerThatNamesATimeIsLeftAloneSoLong() async throws {
        let server = OAuthServer(
            InMemoryTransport.Answer(
                status: .tooManyRequests, headers: [.contentType: "application/json", .retryAfter: "120"],
                body: ByteStream(Array(#"{"error":"slow"}"#.utf8))))
        let credential = server.client().clientCredential()
        await ask(credential, 119, each: 1, server)
        #expect(server.sent.count == 1)
        server.time.advance(1)
        await ask(credential, 1, each: 0, server)
        #expect(server.sent.count == 2)
    }

    /// A machine whose clock was wrong, and is set right while a server is left alone.
    @Test func aClockThatIsSetBackHoldsNothing() async throws {
        let server = OAuthServer(Self.down, OAuthServer.tokens(1))
        let credential = server.client().clientCredential()
        await ask(credential, 3, each: 0, server)
        #expect(server.sent.count == 1)
        server.time.advance(-86_400)
        #expect(try await credential.token().accessToken == "access-1")
    }

    /// `expires_in: 0`, and a server that refuses every token that it gave.
    @Test func tokensThatAreOfNoUseAreNotAskedForAgainAndAgain() async throws {
        let server = OAuthServer(OAuthServer.tokens(1, lifetime: 0))
        let credential = server.client().clientCredential()
        for _ in 0..<200 { #expect(try await credential.token().accessToken == "access-1") }
        #expect(server.sent.count <= 2)
        await ask(credential, 600, each: 0.1, server)
        #expect(server.sent.count <= 10)

        let giving = OAuthServer((1...300).map { OAuthServer.tokens($0) })
        let pets = OAuthCredentialTests.Pets(valid: "never")
        let client = pets.client(giving.client().clientCredential())
        for _ in 0..<200 { _ = try? await client.fetchPet(petID: "1") }
        #expect(giving.sent.count <= 2)
        #expect(pets.calls.count <= 202)
    }

    @Test func deviceCodesAreNotAskedForWithoutAPause() async throws {
        let server = OAuthServer(
            .json(
                #"{"device_code":"d","user_code":"u","verification_uri":"https://pets.test","expires_in":60,"interval":0}"#
            ),
            .json(#"{"error":"authorization_pending"}"#, status: .badRequest))
        let client = server.client()
        let device = try await client.deviceAuthorization()
        await #expect(throws: OAuthProblem.self) { try await client.token(for: device) }
        #expect(server.sent.count <= 61)
        #expect(server.time.slept.allSatisfy { $0 >= .seconds(1) })
    }

    // MARK: Event streams

    private func followed(retry: String, _ policy: Reconnection, streams: Int) async throws -> [Duration] {
        let clock = TestClock(jumps: true)
        let count = Lock(0)
        let text = Array("\(retry)data: a\n\n".utf8)
        let source = EventSource(
            body: ByteStream(text), limit: 1_000,
            resume: { _ in
                let number = count.withLock {
                    $0 += 1; return $0
                }
                return number < streams ? ByteStream(text) : nil
            }, timer: CallTimer(clock))
        var seen = 0
        for try await _ in EventStream<String>(source, terminator: nil, reconnection: policy) { seen += 1 }
        #expect(seen == streams)
        return clock.sleeps
    }

    @Test(arguments: ["retry: 0\n", "retry: 00\n", "retry: 1\n", "retry: 99\n"])
    func noWaitAtAllIsNotGranted(retry: String) async throws {
        let sleeps = try await followed(retry: retry, .standard, streams: 40)
        let least: [Duration] = [.seconds(1), .seconds(2), .seconds(4), .seconds(8), .seconds(16)]
        #expect(sleeps.count == 40)
        #expect(
            zip(sleeps, least + [Duration](repeating: .seconds(30), count: 35)).allSatisfy {
                $0 >= $1 && $0 <= $1 * 1.25
            })
        // A client's own policy does not make it less than a tenth of a second.
        let hasty = try await followed(retry: retry, Reconnection(delay: .zero), streams: 10)
        #expect(hasty.allSatisfy { $0 >= .milliseconds(99) })
    }

    @Test func whatAServerAsksForIsKept() async throws {
        let sleeps = try await followed(retry: "retry: 250\n", .standard, streams: 12)
        #expect(sleeps.allSatisfy { $0 >= .milliseconds(250) && $0 <= .milliseconds(313) })
        #expect(Set(sleeps).count > 1, "clients that broke off together come back together")
    }

    /// A long-lived stream resets the delay.
    @Test func longStreamsBeginAnew() {
        var pace = ReconnectionPace(.standard, at: .zero)
        var now = Duration.zero
        func wait() -> Duration { pace.wait(failures: 0, asked: .zero, at: now, random: 0) }
        #expect([wait(), wait(), wait()] == [.seconds(1), .seconds(2), .seconds(4)])
        now = .seconds(40)
        #expect(wait() == .seconds(1))
    }

    // MARK: Retries

    @Test func retryAfterZeroStillBacksOff() {
        let policy = RetryPolicy(maximumAttempts: 9)
        var call = HTTPResponse(status: .tooManyRequests)
        call.headerFields[.retryAfter] = "0"
        let outgoing = OutgoingCall(
            request: HTTPRequest(method: .get, scheme: "https", authority: "a.test", path: "/"), body: .none,
            operation: OperationDescriptor(id: "x", method: .get, path: "/"), options: .standard)
        let waits = (1...4).map { attempt in
            RetryDecision(call: outgoing, record: CallRecord(), policy: policy, attempt: attempt, elapsed: .zero)
                .pause(after: .status(call), random: 0.5)?.duration
        }
        #expect(waits == [.milliseconds(125), .milliseconds(250), .milliseconds(500), .seconds(1)])
    }
}
