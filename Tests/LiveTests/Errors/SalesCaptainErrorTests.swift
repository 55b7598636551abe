import ApusRuntime
import SalesCaptain
import TestServers
import Testing

/// Missing, partial, and mismatched responses.
@Suite struct SalesCaptainErrorTests {
    private typealias Failed = APIError<ListContacts.Failure>

    private func list(from url: String, over transport: Transport) async throws -> APIError<ListContacts.Failure> {
        let client = SalesCaptainClient(
            server: .custom(url), transport: transport.shared, credentials: .bearerAuth("test-token"),
            middleware: [.retries(.never)])
        let error = try #require(
            await #expect(throws: Failed.self) { try await client.listContacts(companyID: SalesCaptainCalls.company) })
        #expect(error.operation == "listContacts")
        #expect(!"\(error)".contains("test-token"))
        return error
    }

    /// The third contact has an invalid date: the location has the member and the byte.
    @Test(arguments: Transport.allCases)
    func tellsAWrongTypeAtADeepPath(over transport: Transport) async throws {
        let id = #""contact_id": "0b1c2d3e-1111-4222-8333-444455556666""#
        let body = #"{"message": "ok", "contacts": {"data": [{\#(id)}, {\#(id)}, {\#(id), "created_at": 17}]}}"#
        let headers = [Pair(name: "content-type", value: "application/json"), Pair(name: "request-id", value: "r-9")]
        let server = try await RecordingServer.start(answering: Answer(status: 200, headers: headers, body: body))
        let error = try await list(from: server.url, over: transport)
        guard case .decoding(let problem) = error.kind else {
            Issue.record("the body does not fit, not \(error.kind)")
            return
        }
        #expect(problem.path == "contacts.data[2].created_at")
        #expect(problem.offset == body.utf8.count - "17}]}}".utf8.count)
        #expect(problem.expected.contains("date-time"))
        #expect(problem.found.contains("17"))
        #expect("\(error)".contains("contacts.data[2].created_at"))
        #expect(error.decodingProblem == problem)
        #expect(error.status == 200)
        #expect(error.body == Array(body.utf8))
        #expect(error.requestID == "r-9")
    }

    /// The body of `default` is typed for every status.
    @Test(arguments: Transport.allCases)
    func tellsAnyStatusUnderDefault(over transport: Transport) async throws {
        let text = #"{"status": "failure", "error": "not_found", "message": "No such company", "code": 7}"#
        let server = try await RecordingServer.start(answering: Answer(status: 404, body: text))
        let error = try await list(from: server.url, over: transport)
        guard case .response(.other(let status, let body)) = error.kind else {
            Issue.record("404 is under default, not \(error.kind)")
            return
        }
        #expect(status == 404)
        #expect(body.error == "not_found")
        #expect(body.message == "No such company")
        #expect(body.additionalProperties["code"]?.int == 7)
    }

    @Test(arguments: Transport.allCases)
    func tellsATruncatedBody(over transport: Transport) async throws {
        let start = #"{"message": "ok", "contacts": {"data": ["#
        let headers = [Pair(name: "content-type", value: "application/json"), Pair(name: "x-request-id", value: "r-8")]
        let server = try await RecordingServer.start(
            answering: Answer(status: 200, headers: headers, body: start, announcedLength: 1000))
        let error = try await list(from: server.url, over: transport)
        guard case .transport(let problem) = error.kind else {
            Issue.record("the connection was closed, not \(error.kind)")
            return
        }
        #expect(problem.kind == .truncatedBody)
        #expect(error.status == 200)
        #expect(error.body == Array(start.utf8))
        #expect(error.requestID == "r-8")
        #expect(error.attempts == 1)
    }

    @Test(arguments: Transport.allCases)
    func tellsARefusedConnection(over transport: Transport) async throws {
        let error = try await list(from: SocketServer.refusedURL(), over: transport)
        guard case .transport(let problem) = error.kind else {
            Issue.record("nobody listens, not \(error.kind)")
            return
        }
        #expect(problem.kind == .connectionRefused)
        #expect(error.status == nil)
        #expect(error.body == [])
        #expect(error.attempts == 1)
    }

    @Test(arguments: Transport.allCases)
    func tellsABodyThatIsNoJSON(over transport: Transport) async throws {
        let server = try await RecordingServer.start(answering: Answer(status: 200, body: #"{"message": "ok", "#))
        let error = try await list(from: server.url, over: transport)
        guard case .decoding(let problem) = error.kind else {
            Issue.record("the body is no JSON, not \(error.kind)")
            return
        }
        #expect(problem.offset == 18)
        #expect(error.body == Array(#"{"message": "ok", "#.utf8))
    }

    @Test(arguments: Transport.allCases)
    func tellsCancellation(over transport: Transport) async throws {
        let server = try await LoopbackServer.start { _ in
            try? await Task.sleep(for: .seconds(30))
            return Answer(status: 204)
        }
        let call = Task { try await list(from: server.url, over: transport) }
        try await Task.sleep(for: .milliseconds(100))
        call.cancel()
        let error = try await call.value
        guard case .cancelled = error.kind else {
            Issue.record("the call was cancelled, not \(error.kind)")
            return
        }
        #expect(error.status == nil)
    }
}
