import ApusRuntime
import TestServers
import Testing
import Wire

/// The number of attempts of a call whose document declares whether it may be retried.
@Suite(.timeLimit(.minutes(1))) struct WireAttemptTests {
    /// The number of requests to a server that is never ready.
    private func count(
        _ kind: TransportKind, _ policy: RetryPolicy? = nil, _ call: @Sendable (WireClient) async throws -> Void
    ) async throws -> Int {
        let requests = Tally()
        let server = try SocketServer { connection in
            while connection.readHead() != nil {
                requests.add()
                connection.answer("503 Service Unavailable", body: "")
            }
        }
        let client = WireClient(
            server: .custom("http://127.0.0.1:\(server.port)"), transport: kind.make(),
            middleware: [.retries(policy ?? RetryPolicy(initialDelay: .milliseconds(1)), budget: .unlimited)])
        do {
            try await call(client)
            Issue.record("the server is not ready")
        } catch {
            #expect((error as? APIError<UndocumentedFailure>)?.attempts == requests.count)
        }
        return requests.count
    }

    @Test(arguments: TransportKind.allCases) func asDeclared(_ kind: TransportKind) async throws {
        #expect(try await count(kind) { try await $0.repeatSafely() } == 3, "a POST that is declared safe")
        #expect(try await count(kind) { try await $0.neverRepeat() } == 1, "a GET that is never repeated")
        #expect(try await count(kind) { try await $0.repeatOften() } == 5, "a PUT with attempts of its own")
        #expect(try await count(kind) { try await $0.repeatUnsafely() } == 1, "attempts do not make a PATCH safe")
    }

    @Test(arguments: TransportKind.allCases) func whoSaysMoreGoesFirst(_ kind: TransportKind) async throws {
        let often = CallOptions(retries: RetryPolicy(maximumAttempts: 2, initialDelay: .milliseconds(1)))
        #expect(try await count(kind) { try await $0.repeatOften(options: often) } == 2, "the call's own policy")
        #expect(try await count(kind, .never) { try await $0.repeatOften() } == 1, "a client that never repeats")
    }
}
