import ApusRuntime
import Salesmsg
import TestServers
import Testing

/// The effects of middleware on real calls.
@Suite struct MiddlewareLiveTests {
    /// Sees the descriptor; changes the request and the response; answers itself; sends again.
    private struct Meddling: APIMiddleware {
        enum Deed { case change, answer, again }
        let deed: Deed

        func intercept(_ call: OutgoingCall, next: CallChain) async throws(CallProblem) -> HTTPResponseStream {
            guard call.operation.id == "fetchContact", let name = HTTPField.Name("X-Deed") else {
                return try await next(call)
            }
            var call = call
            call.request.headerFields[name] = call.operation.path
            switch deed {
            case .change:
                var response = try await next(call)
                response.head.status = .ok
                response.body = ByteStream(Array(#"{"id": 9}"#.utf8))
                return response
            case .answer:
                let head = HTTPResponse(status: .ok)
                return HTTPResponseStream(head: head, body: ByteStream(Array(#"{"id": 8}"#.utf8)))
            case .again:
                _ = try await next(call)
                return try await next(call)
            }
        }
    }

    private func fetch(_ deed: Meddling.Deed, _ server: RecordingServer, _ transport: Transport) async throws -> Int? {
        let client = SalesmsgClient(
            server: .custom(server.url), transport: transport.shared, credentials: .personalToken("t"),
            middleware: [.retries(.never), Meddling(deed: deed)])
        return try await client.fetchContact(contact: 4).id
    }

    @Test(arguments: Transport.allCases) func changesBothWays(over transport: Transport) async throws {
        let server = try await RecordingServer.start { _ in .json("{}", status: 500) }
        #expect(try await fetch(.change, server, transport) == 9)
        #expect(await server.requests.first?.header("x-deed") == "/contacts/{contact}")
    }

    @Test(arguments: Transport.allCases) func answersItself(over transport: Transport) async throws {
        let server = try await RecordingServer.start { _ in .json("{}", status: 500) }
        #expect(try await fetch(.answer, server, transport) == 8)
        #expect(await server.requests.isEmpty)
    }

    @Test(arguments: Transport.allCases) func sendsAgain(over transport: Transport) async throws {
        let server = try await RecordingServer.start { _ in .json(#"{"id": 4}"#) }
        #expect(try await fetch(.again, server, transport) == 4)
        #expect(await server.requests.count == 2)
    }
}
