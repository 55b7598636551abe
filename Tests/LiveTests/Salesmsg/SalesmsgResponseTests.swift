import ApusRuntime
import HTTPTypes
import Salesmsg
import Testing

/// The other ways to call: with everything that came, with options, with a token that is asked for, without sending.
@Suite struct SalesmsgResponseTests {
    private let operation = ListMessages(conversation: 77, limit: 2, groupedResponse: false)

    private func start() async throws -> FixedServer {
        let headers = [
            Pair(name: "content-type", value: "application/json"), Pair(name: "x-request-id", value: "req-1"),
            Pair(name: "x-ratelimit-remaining-minute", value: "58"),
        ]
        return try await FixedServer.start(
            answering: Answer(status: 200, headers: headers, body: #"[{"id": 501, "status": "seen", "new": [1]}]"#))
    }

    /// A status that the document does not name, and a member that it does not have, are kept.
    @Test(arguments: Transport.allCases)
    func givesEverythingThatCame(over transport: Transport) async throws {
        let server = try await start()
        let client = SalesmsgClient(
            server: .custom(server.url), transport: transport.shared, credentials: .personalToken("test-token"))
        let response = try await client.response(to: operation)
        let name = try #require(HTTPField.Name("X-RateLimit-Remaining-Minute"))
        #expect(response.status == 200)
        #expect(response.headers[name] == "58")
        #expect(response.requestID == "req-1")
        #expect(response.attempts == 1)
        #expect(response.value.first?.status == .unknown("seen"))
        #expect(response.value.first?.additionalProperties["new"] == [1])
        #expect(try JSON(bytes: response.bytes) == JSON(bytes: response.value.json()))
    }

    @Test(arguments: Transport.allCases)
    func takesOptionsOfOneCall(over transport: Transport) async throws {
        let server = try await start()
        let client = SalesmsgClient(
            server: .production(version: .v2_3), transport: transport.shared, credentials: .personalToken("test-token"))
        let options = CallOptions(
            headers: [.userAgent: "Example/1.0"], query: [(name: "ex tra", value: "1+1")], idempotencyKey: "k-1",
            server: ServerURL(server.url + "/base/"))
        _ = try await client.send(operation, options)
        let request = try #require(await server.requests.first)
        #expect(request.path == "/base/messages/77")
        #expect(
            Pair.readPairs(of: request.query) == [
                Pair(name: "limit", value: "2"), Pair(name: "grouped_response", value: "false"),
                Pair(name: "ex tra", value: "1+1"),
            ])
        #expect(request.header("user-agent") == "Example/1.0")
        #expect(request.header("idempotency-key") == "k-1")
        #expect(request.header("accept") == "application/json")
    }

    @Test func asksForTheTokenOfEachCall() async throws {
        let server = try await start()
        let tokens = Tokens()
        let client = SalesmsgClient(
            server: .custom(server.url), transport: Transport.asyncHTTPClient.shared,
            credentials: .personalToken { await tokens.next() })
        _ = try await client.send(operation)
        _ = try await client.send(operation)
        #expect(await server.requests.map { $0.header("authorization") } == ["Bearer t1", "Bearer t2"])
    }

    /// What is built without sending is what the server receives.
    @Test func buildsTheSameRequestWithoutSending() async throws {
        let server = try await start()
        let client = SalesmsgClient(
            server: .custom(server.url), transport: Transport.urlSession.shared,
            credentials: .personalToken("test-token"))
        _ = try await client.send(operation)
        let built = try operation.request(server: ServerURL(server.url)).request
        let received = try #require(await server.requests.first)
        #expect(built.path == "\(received.path)?\(received.query)")
        #expect(built.method.rawValue == received.method)
        #expect(built.headerFields[.authorization] == nil)
    }

    private actor Tokens {
        private var count = 0

        func next() -> String {
            count += 1
            return "t\(count)"
        }
    }
}
