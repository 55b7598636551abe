import ApusRuntime
import HTTPTypes
import Salesmsg
import TestServers
import Testing

/// Failures that the document describes are typed, and nothing of them is lost.
@Suite struct SalesmsgErrorTests {
    private typealias Failed = APIError<FetchContact.Failure>

    private func fetch(_ answer: Answer, over transport: Transport) async throws -> APIError<FetchContact.Failure> {
        let server = try await RecordingServer.start(answering: answer)
        let client = SalesmsgClient(
            server: .custom(server.url), transport: transport.shared, credentials: .personalToken("test-token"),
            middleware: [.retries(.never)])
        let error = try #require(
            await #expect(throws: Failed.self) { try await client.fetchContact(contact: 4) })
        #expect(await server.requests.map(\.path) == ["/contacts/4"])
        #expect(error.operation == "fetchContact")
        #expect(error.attempts == 1)
        #expect(error.status == answer.status)
        #expect(error.body == answer.body)
        #expect(error.requestID == "req-7")
        #expect(!"\(error)".contains("test-token"))
        return error
    }

    private func json(_ status: Int, _ body: String, _ headers: [Pair] = []) -> Answer {
        let own = [Pair(name: "content-type", value: "application/json"), Pair(name: "x-request-id", value: "req-7")]
        return Answer(status: status, headers: own + headers, body: body)
    }

    @Test(arguments: Transport.allCases)
    func tells401(over transport: Transport) async throws {
        let error = try await fetch(
            json(401, #"{"message": "Unauthenticated.", "auth_required": true, "hint": [1]}"#), over: transport)
        guard case .response(.unauthorized(let body)) = error.kind else {
            Issue.record("401 is unauthorized, not \(error.kind)")
            return
        }
        #expect(body.message == "Unauthenticated.")
        #expect(body.authRequired == true)
        #expect(body.additionalProperties["hint"] == [1])
    }

    @Test(arguments: Transport.allCases)
    func tells403InsufficientScope(over transport: Transport) async throws {
        let error = try await fetch(
            json(403, #"{"error": "insufficient_scope", "message": "A scope is missing"}"#), over: transport)
        guard case .response(.forbidden(let body)) = error.kind else {
            Issue.record("403 is forbidden, not \(error.kind)")
            return
        }
        #expect(body.error == "insufficient_scope")
        #expect(body.message == "A scope is missing")
        let scopes = FetchContact.descriptor.security.map { $0.schemes.map(\.scopes) }
        #expect(scopes == [[[]], [["contacts:read"]]], "what was missing can be looked up")
    }

    @Test(arguments: Transport.allCases)
    func tells404(over transport: Transport) async throws {
        let error = try await fetch(json(404, #"{"message": "No query results"}"#), over: transport)
        guard case .response(.notFound(let body)) = error.kind else {
            Issue.record("404 is notFound, not \(error.kind)")
            return
        }
        #expect(body.message == "No query results")
    }

    @Test(arguments: Transport.allCases)
    func tells429(over transport: Transport) async throws {
        let headers = [
            Pair(name: "retry-after", value: "60"), Pair(name: "x-ratelimit-remaining-minute", value: "0"),
        ]
        let error = try await fetch(json(429, #"{"message": "Too many requests"}"#, headers), over: transport)
        guard case .response(.tooManyRequests(let body)) = error.kind else {
            Issue.record("429 is documented here, not \(error.kind)")
            return
        }
        #expect(body.message == "Too many requests")
        #expect(error.retryAfter == .seconds(60))
        let name = try #require(HTTPField.Name("X-RateLimit-Remaining-Minute"))
        #expect(error.headers[name] == "0")
    }

    /// A proxy answers with HTML where the document declares JSON: the status stays typed as far as possible.
    @Test(arguments: Transport.allCases)
    func keepsHTMLOf500(over transport: Transport) async throws {
        let html = "<!doctype html>\n<title>502 – Grüße</title>"
        let headers = [
            Pair(name: "content-type", value: "text/html; charset=utf-8"), Pair(name: "x-request-id", value: "req-7"),
        ]
        let error = try await fetch(Answer(status: 500, headers: headers, body: html), over: transport)
        guard case .response(.undocumented(let status, let body)) = error.kind else {
            Issue.record("HTML is not the documented body, not \(error.kind)")
            return
        }
        #expect(status == 500)
        #expect(body.text == html)
        #expect(body.contentType == "text/html; charset=utf-8")
        #expect(body.json == nil)
        #expect(error.decodingProblem != nil)
    }

    /// JSON that does not match the document: the error has the location.
    @Test(arguments: Transport.allCases)
    func keepsOtherJSON(over transport: Transport) async throws {
        let error = try await fetch(json(401, #"{"message": {"text": "no"}}"#), over: transport)
        guard case .response(.undocumented(401, let body)) = error.kind else {
            Issue.record("this is not the documented body, not \(error.kind)")
            return
        }
        #expect(body.json?["message"]?["text"] == "no")
        #expect(error.decodingProblem?.path == "message")
    }
}
