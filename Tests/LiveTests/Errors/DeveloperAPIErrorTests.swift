import ApusRuntime
import DeveloperAPI
import TestServers
import Testing

/// Failures that the document only names, or does not name at all.
@Suite struct DeveloperAPIErrorTests {
    private func list(_ answer: Answer, over transport: Transport) async throws -> APIError<ListContacts.Failure> {
        let server = try await RecordingServer.start(answering: answer)
        let client = DeveloperAPIClient(
            server: .custom("\(server.url)/api/v1"), transport: transport.shared,
            credentials: .authorization("Bearer test-token"),
            middleware: [.retries(.never)])
        let error = try #require(
            await #expect(throws: APIError<ListContacts.Failure>.self) { try await client.listContacts() })
        #expect(error.operation == "listContacts")
        #expect(error.status == answer.status)
        #expect(error.body == answer.body)
        #expect(!"\(error)".contains("test-token"))
        return error
    }

    /// The document declares no body for 404: the error has the received bytes nevertheless.
    @Test(arguments: Transport.allCases)
    func keepsABodyThatIsNotDescribed(over transport: Transport) async throws {
        let error = try await list(Answer(status: 404, body: #"{"error": "gone"}"#), over: transport)
        guard case .response(.notFound) = error.kind else {
            Issue.record("404 is notFound, not \(error.kind)")
            return
        }
        #expect(String(decoding: error.body, as: UTF8.self) == #"{"error": "gone"}"#)
    }

    @Test(arguments: Transport.allCases)
    func tellsAnUndocumented429(over transport: Transport) async throws {
        let headers = [Pair(name: "retry-after", value: "2"), Pair(name: "content-type", value: "text/plain")]
        let error = try await list(Answer(status: 429, headers: headers, body: "slow down"), over: transport)
        guard case .rateLimited(let wait) = error.kind else {
            Issue.record("429 is a limit, not \(error.kind)")
            return
        }
        #expect(wait == .seconds(2))
        #expect(error.retryAfter == .seconds(2))
    }

    @Test(arguments: Transport.allCases)
    func keepsAnUndocumentedStatus(over transport: Transport) async throws {
        let error = try await list(Answer(status: 418, body: #"{"tea": true}"#), over: transport)
        guard case .response(.undocumented(418, let body)) = error.kind else {
            Issue.record("418 is undocumented, not \(error.kind)")
            return
        }
        #expect(body.json?["tea"]?.bool == true)
        #expect(body.contentType == "application/json")
    }

    /// Nothing goes out when the operation needs a credential and there is none.
    @Test func tellsAMissingCredential() async throws {
        let server = try await RecordingServer.start(answering: Answer(status: 200, body: "[]"))
        let client = DeveloperAPIClient(server: .custom(server.url), transport: Transport.urlSession.shared)
        let error = try #require(
            await #expect(throws: APIError<ListContacts.Failure>.self) { try await client.listContacts() })
        guard case .credentials(.missing(let operation, let alternatives)) = error.kind else {
            Issue.record("a credential is missing, not \(error.kind)")
            return
        }
        #expect(operation == "listContacts")
        #expect(alternatives == [["authorization"]])
        #expect(error.attempts == 0)
        #expect(await server.requests.isEmpty)
    }

    /// The document has a path and no host: until the caller supplies one, a call fails with this reason and sends
    /// nothing.
    @Test func tellsAServerWithoutAHost() async throws {
        let client = DeveloperAPIClient(
            server: .custom("/api/v1"), transport: Transport.urlSession.shared,
            credentials: .authorization("Bearer test-token"))
        let error = try #require(
            await #expect(throws: APIError<ListContacts.Failure>.self) { try await client.listContacts() })
        guard case .encoding(let problem) = error.kind else {
            Issue.record("the request cannot be written, not \(error.kind)")
            return
        }
        #expect("\(problem)".contains("server /api/v1"))
        #expect("\(problem)".contains("relative"))
        #expect(error.attempts == 0)
    }
}
