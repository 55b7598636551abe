import ApusPlatform
import ApusRuntime
import HTTPTypes
import Salesmsg
import TestServers
import Testing

/// Other ways to call: for the whole response, with options, with a token from a closure, without sending.
@Suite struct SalesmsgResponseTests {
    private let operation = ListMessages(conversation: 77, limit: 2, groupedResponse: false)

    private func start() async throws -> RecordingServer {
        let headers = [
            Pair(name: "content-type", value: "application/json"), Pair(name: "x-request-id", value: "req-1"),
            Pair(name: "x-ratelimit-remaining-minute", value: "58"),
        ]
        return try await RecordingServer.start(
            answering: Answer(status: 200, headers: headers, body: #"[{"id": 501, "status": "seen", "new": [1]}]"#))
    }

    /// An undocumented status and an undocumented member are kept.
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
        _ = try await client.send(operation, options: options)
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

    /// A client's options apply to all of its calls, including pages, unless a call overrides them.
    @Test(arguments: Transport.allCases)
    func takesOptionsOfAllCalls(over transport: Transport) async throws {
        let server = try await start()
        let language = try #require(HTTPField.Name("Accept-Language"))
        let client = SalesmsgClient(
            server: .custom("https://nowhere.invalid"), transport: transport.shared,
            credentials: .personalToken("test-token"), middleware: [],
            options: CallOptions(
                headers: [language: "de", .userAgent: "Example/1.0"], query: [(name: "app", value: "1")],
                idempotencyKey: "not for all", retries: .never, bodyLimit: 10, server: ServerURL(server.url)))
        let other = CallOptions(headers: [language: "fr"], query: [(name: "own", value: "2")], bodyLimit: 1_000)
        _ = try await client.send(operation, options: other)
        for try await _ in client.pages(of: operation, options: CallOptions(bodyLimit: 1_000)) { break }
        do {
            _ = try await client.send(operation)
            Issue.record("the body has more than ten bytes")
        } catch {
            guard case .transport(let problem) = error.kind else {
                Issue.record("\(error.kind)")
                return
            }
            #expect(problem.kind == .bodyTooLarge)
        }
        let requests = await server.requests
        #expect(requests.map { $0.header("accept-language") } == ["fr", "de", "de"])
        #expect(requests.allSatisfy { $0.header("user-agent") == "Example/1.0" })
        #expect(requests.allSatisfy { $0.header("idempotency-key") == nil }, "a key is one call's")
        let queries = requests.map { $0.query.split(separator: "&").dropFirst(2).joined(separator: "&") }
        #expect(queries == ["app=1&own=2", "app=1", "app=1"])
    }

    /// The time of a client's calls, and the time of one of them.
    @Test(arguments: Transport.allCases)
    func takesTheTimeOfAllCalls(over transport: Transport) async throws {
        let server = try await LoopbackServer.start { _ in
            try? await Task.sleep(for: .seconds(5))
            return Answer(status: 200, body: "[]")
        }
        func kind(_ all: CallOptions, _ own: CallOptions) async -> TransportProblem.Kind? {
            let client = SalesmsgClient(
                server: .custom(server.url), transport: transport.shared, credentials: .personalToken("test-token"),
                middleware: [.retries(.never)], options: all)
            do {
                _ = try await client.send(operation, options: own)
                return nil
            } catch {
                guard case .transport(let problem) = error.kind else { return .other }
                return problem.kind
            }
        }
        let (short, long) = (Duration.milliseconds(150), Duration.seconds(60))
        #expect(await kind(CallOptions(timeout: short), .standard) == .timedOut)
        #expect(await kind(CallOptions(timeout: long), CallOptions(timeout: short)) == .timedOut)
        #expect(await kind(CallOptions(deadline: short), .standard) == .deadlineExceeded)
        #expect(await kind(CallOptions(deadline: long), CallOptions(deadline: short)) == .deadlineExceeded)
    }

    /// Without a network the same request is built, including credentials, and the same response is decoded.
    @Test(arguments: Transport.allCases)
    func theOneInMemoryIsAsked(over transport: Transport) async throws {
        let server = try await start()
        let asked = Lock<HTTPRequest?>(nil)
        let memory = InMemoryTransport { request, body in
            asked.withLock { $0 = request }
            #expect(body.isEmpty)
            return .json(#"[{"id": 501, "status": "seen", "new": [1]}]"#)
        }
        var values: [ListMessages.Success] = []
        for transport in [memory, transport.shared] as [any HTTPTransport] {
            let client = SalesmsgClient(
                server: .custom(server.url), transport: transport, credentials: .personalToken("test-token"))
            values.append(try await client.send(operation))
        }
        #expect(values[0] == values[1])
        let (request, received) = (try #require(asked.withLock { $0 }), try #require(await server.requests.first))
        #expect(request.path == "\(received.path)?\(received.query)")
        #expect(request.method.rawValue == received.method)
        for field in request.headerFields {
            #expect(received.header(field.name.canonicalName) == field.value, "\(field.name)")
        }
        #expect(request.headerFields[.authorization] == "Bearer test-token")
        await #expect(throws: APIError<ListMessages.Failure>.self) {
            let broken = InMemoryTransport { _, _ in throw TransportProblem(.closedEarly, "") }
            _ = try await SalesmsgClient(
                transport: broken, credentials: .personalToken("t"), middleware: [.retries(.never)]
            ).send(operation)
        }
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

    /// The request built without sending equals the one that the server receives.
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
