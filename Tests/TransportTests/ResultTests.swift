import ApusRuntime
import TestServers
import Testing

/// Methods that return a part of the answer, over a socket. The operation is written as `Tests/MappingTests/Mappings/results.md` has it.
@Suite(.timeLimit(.minutes(10))) struct ResultTests {
    private struct ListNames: PagedOperation, ResultOperation {
        var page: Int?

        static let descriptor = OperationDescriptor(id: "listNames", method: .get, path: "/names")
        func encode(into request: inout RequestWriter) { request.query("page", page) }
        static func decode(_ response: inout ResponseReader) -> JSONValue { response.json() }
        static var paging: PagingRule { PagingRule(.pageNumber(.query("page"))) }
        static func items(of page: JSONValue) -> [JSONValue] { page["names"]?["data"]?.array ?? [] }
        static var resultPointer: String { "/names/data" }
        static func result(of success: JSONValue) -> [JSONValue]? { success["names"]?["data"]?.array }
        typealias Failure = UndocumentedFailure
    }

    private struct Client: APIClient {
        let core: ClientCore

        init(_ server: String, _ kind: TransportKind) {
            core = ClientCore(
                server: ServerURL(server), transport: kind.make(), client: "Results/1", middleware: [.retries(.never)],
                rejections: [RejectionRule("/error")])
        }
    }

    @Test(arguments: TransportKind.allCases) func whatIsInsideIsReturned(_ kind: TransportKind) async throws {
        let server = try await RecordingServer.start { request in
            request.parameter("page") == "2"
                ? .json(#"{"names": {"data": []}}"#) : .json(#"{"message": "ok", "names": {"data": ["Ada", "Bea"]}}"#)
        }
        let client = Client(server.url, kind)
        #expect(try await client.result(of: ListNames()) == ["Ada", "Bea"])
        #expect(try await client.result(of: ListNames(page: 2)) == [])
        #expect(try await client.response(to: ListNames()).value["message"] == "ok")
        #expect(try await client.send(ListNames())["message"] == "ok")
        var names: [JSONValue] = []
        for try await name in client.items(of: ListNames()) { names.append(name) }
        #expect(names == ["Ada", "Bea"])
    }

    @Test(arguments: TransportKind.allCases) func whatIsMissingHasItsPointer(_ kind: TransportKind) async throws {
        let server = try await RecordingServer.start(answering: .json(#"{"message": "none", "names": {}}"#))
        let client = Client(server.url, kind)
        let error = await #expect(throws: ListNames.CallError.self) { try await client.result(of: ListNames()) }
        guard case .missingResult("/names/data") = error?.kind else {
            Issue.record("\(error.debugDescription)")
            return
        }
        #expect(error?.status == 200 && error?.attempts == 1)
        #expect(error.map { String(decoding: $0.body, as: UTF8.self) } == #"{"message": "none", "names": {}}"#)
        #expect(error?.description == "listNames: status 200, the answer has nothing at /names/data")
        guard case .missingResult("/names/data") = error?.anyKind else { throw CancellationError() }
    }

    @Test(arguments: TransportKind.allCases) func failuresComeFirst(_ kind: TransportKind) async throws {
        let server = try await RecordingServer.start(answering: .json(#"{"error": "no company"}"#))
        let client = Client(server.url, kind)
        let error = await #expect(throws: ListNames.CallError.self) { try await client.result(of: ListNames()) }
        guard case .rejected(let rejection) = error?.kind else {
            Issue.record("\(error.debugDescription)")
            return
        }
        #expect(rejection.pointer == "/error" && rejection.message == "no company")
    }
}
