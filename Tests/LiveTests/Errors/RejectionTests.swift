import ApusRuntime
import ChatCaptain
import SalesCaptain
import TestServers
import Testing

/// A failure with status 200 is thrown, by the rules of `apus.yaml`.
@Suite struct RejectionTests {
    /// The error of ChatCaptain's `searchContacts`, whose rule is `error`.
    private func search(
        _ body: String, over transport: Transport
    ) async throws -> APIError<ChatCaptain.SearchContacts.Failure>? {
        let server = try await RecordingServer.start(answering: Answer(status: 200, body: body))
        let client = ChatCaptainClient(
            server: .custom(server.url), transport: transport.shared, credentials: .chatcaptainKey("secret-key"))
        do {
            _ = try await client.searchContacts(query: "Ada", pageSize: 10, chatbotID: "b")
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: Transport.allCases) func chatCaptainSaysError(over transport: Transport) async throws {
        let body = #"{"results": null, "error": "no index"}"#
        let error = try #require(try await search(body, over: transport))
        guard case .rejected(let rejection) = error.kind else {
            Issue.record("this is a failure: \(error)")
            return
        }
        #expect(rejection.pointer == "/error")
        #expect(rejection.message == "no index")
        #expect(error.status == 200)
        #expect(error.body == Array(body.utf8))
        let shown = "searchContacts: status 200, the answer says at /error that the call has failed: no index"
        #expect("\(error)" == shown)
    }

    /// The rule takes precedence over decoding: a missing member next to an error is not a second failure.
    @Test(arguments: Transport.allCases) func nothingElseIsNeeded(over transport: Transport) async throws {
        let error = try #require(try await search(#"{"error": {"message": "quota", "code": 7}}"#, over: transport))
        guard case .rejected(let rejection) = error.kind else {
            Issue.record("this is a failure: \(error)")
            return
        }
        #expect(rejection.message == "quota")
        #expect(rejection.value["code"] == 7)
    }

    /// An error next to data is an error nevertheless.
    @Test(arguments: Transport.allCases) func dataBesideAnErrorIsNoSuccess(over transport: Transport) async throws {
        let data = #"{"facetCounts": [], "found": 1, "hits": [{"id": "c"}]}"#
        let error = try #require(try await search(#"{"results": \#(data), "error": "partial"}"#, over: transport))
        guard case .rejected(let rejection) = error.kind else {
            Issue.record("this is a failure: \(error)")
            return
        }
        #expect(rejection.message == "partial")
        #expect(String(decoding: error.body, as: UTF8.self).contains("hits"), "the data is not lost")
    }

    /// Many servers always have the member, and something empty or a zero in it when nothing has failed.
    @Test(arguments: Transport.allCases) func noErrorIsNone(over transport: Transport) async throws {
        for value in ["null", "false", "0", "-0.0", "\"\"", "[]", "{}"] {
            let error = try await search(#"{"results": null, "error": \#(value)}"#, over: transport)
            if case .rejected? = error?.kind { Issue.record("\(value) says nothing of a failure") }
        }
        let error = try await search(#"{"results": null}"#, over: transport)
        if case .rejected? = error?.kind { Issue.record("there is no error") }
        for value in ["true", "7", "\"no\"", "[1]", "{\"a\": null}"] {
            let error = try #require(try await search(#"{"results": null, "error": \#(value)}"#, over: transport))
            guard case .rejected = error.kind else {
                Issue.record("\(value) is an error: \(error)")
                continue
            }
        }
    }

    @Test(arguments: Transport.allCases) func salesCaptainSaysFailure(over transport: Transport) async throws {
        let answer = Answer(status: 200, body: #"{"status": "failure", "message": "Contact exists"}"#)
        let server = try await RecordingServer.start(answering: answer)
        let client = SalesCaptainClient(
            server: .custom(server.url), transport: transport.shared, credentials: .bearerAuth("k"))
        let id = try uuid(SalesCaptainCalls.contact)
        do {
            _ = try await client.fetchContact(contactID: id)
            Issue.record("this is a failure")
        } catch {
            guard case .rejected(let rejection) = error.kind else {
                Issue.record("this is a failure: \(error)")
                return
            }
            #expect(rejection.pointer == "/status")
            #expect(rejection.message == "Contact exists")
        }
        #expect(await server.requests.count == 1)
    }

    @Test(arguments: Transport.allCases) func anotherStatusIsFine(over transport: Transport) async throws {
        let server = try await RecordingServer.start(answering: Answer(status: 200, body: #"{"status": "success"}"#))
        let client = SalesCaptainClient(
            server: .custom(server.url), transport: transport.shared, credentials: .bearerAuth("k"))
        let fetch = SalesCaptain.FetchContact(contactID: try uuid(SalesCaptainCalls.contact))
        #expect(try await client.send(fetch).contacts == nil)
        // The method has nothing to return, which is no failure of the server's.
        let error = await #expect(throws: SalesCaptain.FetchContact.CallError.self) {
            try await client.result(of: fetch)
        }
        guard case .missingResult("/contacts/data") = error?.kind else { throw CancellationError() }
    }
}
