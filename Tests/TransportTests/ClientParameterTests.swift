import ApusRuntime
import TestServers
import TestSupport
import Testing

/// Arguments that a client has for all calls, as seen on a socket. The operation is written as `Tests/MappingTests/Mappings/client.md`
/// has it.
@Suite(.timeLimit(.minutes(10))) struct ClientParameterTests {
    private struct Change: APIObject {
        var company: String?
        var note: Nullable<String>
        init(company: String? = nil, note: Nullable<String> = .absent) {
            self.company = company
            self.note = note
        }
        init(from object: inout ObjectReader) {
            company = object.optional("company_id")
            note = object.tristate("note")
        }
        func write(to object: inout ObjectWriter) {
            object.write("company_id", company)
            object.write("note", note)
        }
    }

    private struct Everywhere: PagedOperation {
        var inPath: String?
        var inQuery: [String]?
        var inHeader: String?
        var inCookie: String?
        var page: Int?
        var body = Change()

        static let descriptor = OperationDescriptor(id: "everywhere", method: .put, path: "/{company}/x")
        mutating func complete(by client: ClientParameters) {
            client.complete(&inPath, with: "company")
            client.complete(&inQuery, with: "tags")
            client.complete(&inHeader, with: "company")
            client.complete(&inCookie, with: "company")
            client.complete(&body.company, with: "company")
            client.complete(&body.note, with: "note")
        }
        func encode(into request: inout RequestWriter) {
            request.demand(inPath, of: "company", for: "path parameter company")
            request.demand(body.company, of: "company", for: "body.company_id")
            request.path("company", inPath)
            request.query("tag", inQuery)
            request.query("page", page)
            request.header("X-Company", inHeader)
            request.cookie("company", inCookie)
            request.json(body)
        }
        static func decode(_ response: inout ResponseReader) -> [Int] { response.json() }
        static var paging: PagingRule { PagingRule(.pageNumber(.query("page"))) }
        static func items(of page: [Int]) -> [Int] { page }
        typealias Failure = UndocumentedFailure
    }

    private struct Client: APIClient {
        let core: ClientCore
        func with(company: String?) -> Client { Client(core: core.with("company", company)) }
        func with(tags: [String]?) -> Client { Client(core: core.with("tags", tags)) }
        func with(note: String?) -> Client { Client(core: core.with("note", note)) }
    }

    private static func client(
        _ server: String, _ kind: TransportKind, _ middleware: [any APIMiddleware] = [.retries(.never)]
    ) -> Client {
        Client(
            core: ClientCore(
                server: ServerURL(server), transport: kind.make(), client: "Parameters/1", middleware: middleware,
                parameters: ClientParameters.none.with("company", "a/b")))
    }

    @Test(arguments: TransportKind.allCases) func areSentWhereACallHasNone(_ kind: TransportKind) async throws {
        let server = try await RecordingServer.start(answering: .json("[]"))
        let client = Self.client(server.url, kind).with(tags: ["x", "y"])
        _ = try await client.send(Everywhere())
        _ = try await client.send(
            Everywhere(
                inPath: "own", inQuery: [], inHeader: "h", inCookie: "c",
                body: Change(company: "mine", note: .null)))
        _ = try await client.with(company: "other").with(tags: nil).with(note: "n").send(Everywhere())
        _ = try await client.send(Everywhere())
        let requests = await server.requests
        #expect(requests.map(\.path) == ["/a%2Fb/x", "/own/x", "/other/x", "/a%2Fb/x"])
        #expect(requests.map(\.query) == ["tag=x&tag=y", "", "", "tag=x&tag=y"])
        #expect(requests.map { $0.header("x-company") } == ["a/b", "h", "other", "a/b"])
        #expect(
            requests.map { $0.header("cookie") } == ["company=a%2Fb", "company=c", "company=other", "company=a%2Fb"])
        #expect(
            requests.map { String(decoding: $0.body, as: UTF8.self) } == [
                #"{"company_id":"a/b"}"#, #"{"company_id":"mine","note":null}"#,
                #"{"company_id":"other","note":"n"}"#, #"{"company_id":"a/b"}"#,
            ])
    }

    @Test(arguments: TransportKind.allCases) func aMissingOneIsNamedBeforeSending(_ kind: TransportKind) async throws {
        let server = try await RecordingServer.start(answering: .json("[]"))
        let client = Self.client(server.url, kind).with(company: nil)
        let error = await #expect(throws: Everywhere.CallError.self) { try await client.send(Everywhere()) }
        let problem = EncodingProblem(path: "path parameter company", reason: .missing(parameter: "company"))
        guard case .encoding(problem) = error?.kind else { throw CancellationError() }
        #expect(problem.description.contains("give it to the call, or `company` to the client"))
        let inBody = await #expect(throws: Everywhere.CallError.self) {
            try await client.send(Everywhere(inPath: "a"))
        }
        #expect(inBody?.description.contains("body.company_id") == true)
        #expect(await server.requests.isEmpty)
        #expect(throws: problem) { try Everywhere().request(server: "https://api.test") }
        #expect(throws: problem) { try Everywhere().curl(server: "https://api.test") }
    }

    /// Each way of sending an operation; repeated attempts and later pages too.
    @Test(arguments: TransportKind.allCases) func everyWayOfSendingHasThem(_ kind: TransportKind) async throws {
        let server = try await RecordingServer.start { request in
            let page = request.parameter("page").flatMap { Int($0) } ?? 1
            return .json(page < 3 ? "[\(page)]" : "[]")
        }
        let client = Self.client(server.url, kind)
        _ = try await client.response(to: Everywhere())
        _ = try await client.stream(of: Everywhere()).body.collect()
        var items: [Int] = []
        for try await item in client.items(of: Everywhere()) { items.append(item) }
        #expect(items == [1, 2])
        let requests = await server.requests
        #expect(requests.count == 5)
        #expect(Set(requests.map(\.path)) == ["/a%2Fb/x"])
        #expect(Set(requests.map { String(decoding: $0.body, as: UTF8.self) }) == [#"{"company_id":"a/b"}"#])
        let command = try client.curl(Everywhere())
        #expect(command.contains("/a%2Fb/x") && command.contains(#"{"company_id":"a/b"}"#))
    }

    /// Two clients count as one for a limit, and send what is theirs.
    @Test(arguments: TransportKind.allCases) func aSecondClientSharesLimits(_ kind: TransportKind) async throws {
        let server = try await RecordingServer.start(answering: .json("[]"))
        let limit = RateLimitMiddleware.rateLimit(1, per: .milliseconds(400))
        let client = Self.client(server.url, kind, [.retries(.never), limit])
        let other = client.with(company: "other")
        let start = ContinuousClock.now
        async let first = client.send(Everywhere())
        async let second = other.send(Everywhere())
        _ = try await (first, second)
        #expect(ContinuousClock.now - start >= .milliseconds(400))
        #expect(await Set(server.requests.map(\.path)) == ["/a%2Fb/x", "/other/x"])
    }
}
