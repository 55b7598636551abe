import ApusRuntime
import Salesmsg
import TestServers
import Testing

/// Calls of different operations end in errors that have a type in common.
@Suite struct CallErrorLiveTests {
    private static let problem = Answer(
        status: 409,
        headers: [
            Pair(name: "content-type", value: "application/problem+json"), Pair(name: "x-request-id", value: "req-7"),
            Pair(name: "retry-after", value: "3"),
        ], body: #"{"type":"/taken","title":"Conflict","detail":"It exists.","balance":30}"#)

    private func client(_ server: RecordingServer, over transport: Transport) -> SalesmsgClient {
        SalesmsgClient(
            server: .custom(server.url), transport: transport.shared, credentials: .personalToken("test-token"),
            middleware: [.retries(.never)])
    }

    private func check(_ error: any APICallError) {
        #expect(["fetchContact", "fetchCurrentUser"].contains(error.operation))
        #expect(error.status == 409)
        #expect(error.requestID == "req-7")
        #expect(error.retryAfter == .seconds(3))
        #expect(error.attempts == 1)
        #expect(error.headers[.contentType] == "application/problem+json")
        #expect(error.body == Self.problem.body)
        #expect(error.problem?.type == "/taken")
        #expect(error.problem?.title == "Conflict")
        #expect(error.problem?.extensions["balance"] == 30)
        #expect(error.serverMessage == "Conflict: It exists.")
        guard case .response = error.anyKind else {
            Issue.record("409 is a failure, not \(error.anyKind)")
            return
        }
    }

    @Test(arguments: Transport.allCases)
    func differentCallsInOneDo(over transport: Transport) async throws {
        let server = try await RecordingServer.start(answering: Self.problem)
        let client = client(server, over: transport)
        for isFirst in [true, false] {
            do {
                if isFirst { _ = try await client.fetchContact(contact: 4) }
                _ = try await client.fetchCurrentUser()
                Issue.record("nothing was thrown")
            } catch let error as any APICallError {
                #expect(error.operation == (isFirst ? "fetchContact" : "fetchCurrentUser"))
                check(error)
            }
        }
    }

    @Test(arguments: Transport.allCases)
    func taskGroups(over transport: Transport) async throws {
        let server = try await RecordingServer.start(answering: Self.problem)
        let client = client(server, over: transport)
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { _ = try await client.fetchContact(contact: 4) }
                group.addTask { _ = try await client.fetchCurrentUser() }
                try await group.waitForAll()
            }
            Issue.record("nothing was thrown")
        } catch let error as any APICallError {
            check(error)
        }
        let found = await Task { () -> String? in
            do throws(FetchContact.CallError) {
                _ = try await client.fetchContact(contact: 4)
                return nil
            } catch {
                guard case .response(.undocumented(let status, _)) = error.kind else { return nil }
                return "\(status)"
            }
        }.value
        #expect(found == "409")
    }
}
