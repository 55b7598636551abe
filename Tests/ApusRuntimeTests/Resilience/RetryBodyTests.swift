import Testing

@testable import ApusRuntime

@Suite struct RetryBodyTests {
    struct Upload: APIOperation {
        let body: APIBody
        static let descriptor = OperationDescriptor(id: "upload", method: .put, path: "/file")
        func encode(into request: inout RequestWriter) { request.body = body }
        static func decode(_ response: inout ResponseReader) {}
        typealias Failure = UndocumentedFailure
    }

    @Test(arguments: [ScriptedServer.Step.status(503), .fail(.closedEarly)])
    func aStreamThatCannotBeReadAgainIsSentOnce(_ step: ScriptedServer.Step) async throws {
        let server = ScriptedServer(step, .ok)
        let client = PetsClient(transport: server.transport, middleware: [RetryMiddleware.tested()])
        let pieces = ByteStream(Array("abc".utf8))
        do {
            try await client.send(Upload(body: .stream(pieces)))
            Issue.record("no error")
        } catch {
            #expect(error.attempts == 1)
            #expect(error.retryObstacle == .bodyNotReplayable)
            #expect("\(error)".contains("not retried: its body is a stream that can be read only once"))
        }
        try await client.send(Upload(body: .stream(pieces, isReplayable: true)))
        let again = ScriptedServer(step, .ok)
        try await PetsClient(transport: again.transport, middleware: [RetryMiddleware.tested()])
            .send(Upload(body: .stream(pieces, isReplayable: true)))
        #expect(again.requests.count == 2)
    }

    @Test func aStreamedBodyIsNoMatterWhenTheFailureStays() async throws {
        let client = PetsClient(
            transport: ScriptedServer(.status(404)).transport, middleware: [RetryMiddleware.tested()])
        do {
            try await client.send(Upload(body: .stream(ByteStream(Array("abc".utf8)))))
            Issue.record("no error")
        } catch {
            #expect(error.retryObstacle == nil)
        }
    }

    static func broken(_ kind: TransportProblem.Kind, after text: String) -> ScriptedServer.Step {
        let body = ByteStream(starting: {
            var isFirst = true
            return {
                defer { isFirst = false }
                if isFirst { return Array(text.utf8) }
                throw TransportProblem(kind, "as scripted")
            }
        })
        return .answer(.init(body: body))
    }

    static func fetch(_ server: ScriptedServer) async throws(APIError<StandardFailure>) -> Pet {
        let client = PetsClient(
            transport: server.transport, credentials: .bearerAuth("t"), middleware: [RetryMiddleware.tested()])
        return try await client.fetchPet(petID: "1")
    }

    @Test func aBodyThatBreaksOffIsAskedForAgain() async throws {
        let server = ScriptedServer(Self.broken(.truncatedBody, after: #"{"pet"#), .ok)
        #expect(try await Self.fetch(server) == Pet(petID: "1"))
        #expect(server.requests.count == 2)
    }

    @Test func theLastPartialBodyIsKept() async throws {
        let server = ScriptedServer(
            .fail(.closedEarly), Self.broken(.truncatedBody, after: "1"), Self.broken(.timedOut, after: #"{"pet"#))
        do {
            _ = try await Self.fetch(server)
            Issue.record("no error")
        } catch {
            guard case .transport(let problem) = error.kind else { throw error }
            #expect(problem.kind == .timedOut)
            #expect(error.attempts == 3)
            #expect(error.status == 200)
            #expect(error.body == Array(#"{"pet"#.utf8))
        }
    }

    @Test func aBodyProblemThatStaysIsNotRepeated() async throws {
        let server = ScriptedServer(Self.broken(.invalidResponse, after: "12"), .ok)
        do {
            _ = try await Self.fetch(server)
            Issue.record("no error")
        } catch {
            #expect(error.attempts == 1)
            #expect(error.body == Array("12".utf8))
        }
    }

    @Test func streamedSuccessesAreHandedOverUnread() async throws {
        let server = ScriptedServer(.status(503), Self.broken(.truncatedBody, after: "abc"))
        let client = PetsClient(transport: server.transport, middleware: [RetryMiddleware.tested()])
        let stream = try await client.send(CallTests.Download())
        await #expect(throws: TransportProblem.self) { _ = try await stream.collect() }
        #expect(server.requests.count == 2)
    }
}
