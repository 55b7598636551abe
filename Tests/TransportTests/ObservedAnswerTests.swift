import ApusPlatform
import ApusRuntime
import TestServers
import Testing

/// `checks: .observe` over both transports: the calls succeed, and each difference to the document is told once.
@Suite(.timeLimit(.minutes(10))) struct ObservedAnswerTests {
    private struct Item: APIObject {
        var id: Int
        var color: Color?

        init(from object: inout ObjectReader) {
            id = object.required("id")
            color = object.optional("color")
        }

        func write(to object: inout ObjectWriter) {
            object.write("id", id)
            object.write("color", color)
        }
    }

    private enum Color: APIEnum {
        case red
        case unknown(String)

        init(rawValue: String) { self = rawValue == "red" ? .red : .unknown(rawValue) }

        var rawValue: String {
            if case .unknown(let text) = self { text } else { "red" }
        }

        static let allCases: [Color] = [.red]
    }

    /// A documented failure, and others.
    private enum Failure: APIFailure {
        case notFound(Item)
        case undocumented(status: Int, body: RawBody)

        static func decode(_ response: inout ResponseReader) -> Failure {
            switch response.status {
            case 404: .notFound(response.json())
            default: .undocumented(status: response.status, body: response.raw())
            }
        }
    }

    private struct ListItems: PagedOperation {
        var page: Int?

        static let descriptor = OperationDescriptor(id: "listItems", method: .get, path: "/items")
        func encode(into request: inout RequestWriter) { request.query("page", page) }
        static func decode(_ response: inout ResponseReader) -> [Item] { response.json() }
        static var paging: PagingRule { PagingRule(.pageNumber(.query("page"))) }
        static func items(of page: [Item]) -> [Item] { page }
        typealias Failure = ObservedAnswerTests.Failure
    }

    private enum Answers: Sendable {
        case ok(Item)
        case undocumented(status: Int, body: RawBody)
    }

    private struct MakeItem: APIOperation {
        static let descriptor = OperationDescriptor(id: "makeItem", method: .post, path: "/items")
        func encode(into request: inout RequestWriter) {}
        static func decode(_ response: inout ResponseReader) -> Answers {
            switch response.status {
            case 200: .ok(response.json())
            default: .undocumented(status: response.status, body: response.raw())
            }
        }
        typealias Failure = ObservedAnswerTests.Failure
    }

    private struct Lines: APIOperation {
        static let descriptor = OperationDescriptor(
            id: "lines", method: .get, path: "/lines", accept: ["application/jsonl"], streams: true)
        func encode(into request: inout RequestWriter) {}
        static func decode(_ response: inout ResponseReader) -> ItemStream<Item> { response.jsonLines() }
        typealias Failure = UndocumentedFailure
    }

    private struct Events: APIOperation {
        static let descriptor = OperationDescriptor(
            id: "events", method: .get, path: "/events", accept: ["text/event-stream"], streams: true)
        func encode(into request: inout RequestWriter) {}
        static func decode(_ response: inout ResponseReader) -> EventStream<Item> { response.events() }
        typealias Failure = UndocumentedFailure
    }

    /// A client that observes, and what it was told.
    private struct Watch {
        let client: FaultClient
        private let told = Lock<[ContractDifference]>([])

        init(_ server: RecordingServer, _ kind: TransportKind) {
            let told = told
            client = FaultClient(
                server: server.url, kind.make(),
                options: CallOptions(checks: .observe { difference in told.withLock { $0.append(difference) } }))
        }

        var phrases: [String] {
            told.withLock { $0 }.map { "\($0.kind.rawValue): \($0)" }
        }
    }

    private static func answer(_ body: String, _ type: String = "application/json", status: Int = 200) -> Answer {
        Answer(status: status, headers: [Pair(name: "content-type", value: type)], body: body)
    }

    @Test(arguments: TransportKind.allCases) func callsSucceed(_ kind: TransportKind) async throws {
        let server = try await RecordingServer.start(
            answering: .json(
                #"[{"id":1,"color":"red"},{"id":2,"color":"s3cret","size":{"w":"s3cret"}},{"id":"3"}]"#,
                [Pair(name: "x-gateway", value: "1"), Pair(name: "via", value: "1.1 proxy")]))
        let watch = Watch(server, kind)
        for _ in 1...3 {
            let items = try await watch.client.send(ListItems())
            #expect(items.map(\.id) == [1, 2, 3])
        }
        #expect(
            watch.phrases == [
                "undocumented-value: the response 200 of listItems has a string that is none of the documented values at /*/color (Color)",
                "undocumented-member: the response 200 of listItems has a member \"size\" that is not documented, an object at /* (Item)",
                "unexpected-type: the response 200 of listItems has a string where the document has another type or format at /*/id",
            ])
        // A call of its own checks reports to them, and to nobody else.
        let own = Lock(0)
        let options = CallOptions(checks: [.observe { _ in own.withLock { $0 += 1 } }, .requests])
        _ = try await watch.client.send(ListItems(), options: options)
        #expect(own.withLock { $0 } == 3 && watch.phrases.count == 3)
    }

    @Test(arguments: TransportKind.allCases) func pages(_ kind: TransportKind) async throws {
        let server = try await RecordingServer.start { request in
            switch request.parameter("page") {
            case "2": .json(#"[{"id":2,"a":1}]"#)
            case "3": .json("[]")
            default: .json(#"[{"id":1,"a":1,"b":1}]"#)
            }
        }
        let watch = Watch(server, kind)
        var ids: [Int] = []
        for try await item in watch.client.items(of: ListItems()) { ids.append(item.id) }
        #expect(ids == [1, 2])
        #expect(watch.phrases.count == 2, "\(watch.phrases)")
    }

    /// A map that the document takes for an object has new members in each response.
    @Test(arguments: TransportKind.allCases) func boundsPerType(_ kind: TransportKind) async throws {
        let names = (0..<50).map { #","n\#($0)":1"# }.joined()
        let server = try await RecordingServer.start(answering: .json("[{\"id\":1\(names)}]"))
        let watch = Watch(server, kind)
        for _ in 1...2 { #expect(try await watch.client.send(ListItems()).count == 1) }
        #expect(watch.phrases.count == 20)
    }

    @Test(arguments: TransportKind.allCases) func statusesAndContentTypes(_ kind: TransportKind) async throws {
        let server = try await RecordingServer.start { request in
            switch request.path {
            case "/items":
                request.method == "POST"
                    ? Self.answer("{}", status: 202) : Self.answer("[]", "text/plain; charset=utf-8")
            default: Answer(status: 204)
            }
        }
        let watch = Watch(server, kind)
        #expect(try await watch.client.send(ListItems()).isEmpty)
        #expect(try await watch.client.send(ListItems()).isEmpty)
        guard case .undocumented(202, _) = try await watch.client.send(MakeItem()) else {
            Issue.record("another answer")
            return
        }
        #expect(
            watch.phrases == [
                "undocumented-content-type: the response 200 of listItems has the content type \"text/plain\", which is not documented",
                "undocumented-status: the status 202 of makeItem is not documented",
            ])
    }

    /// A documented failure is no difference, whatever the request was; others are, and so is a page of a gateway.
    @Test(arguments: TransportKind.allCases) func failures(_ kind: TransportKind) async throws {
        let next = Lock<[Answer]>([])
        let server = try await RecordingServer.start { _ in next.withLock { $0.removeFirst() } }
        let watch = Watch(server, kind)
        func call(_ answer: Answer) async -> Int {
            next.withLock { $0.append(answer) }
            _ = try? await watch.client.send(ListItems())
            return watch.phrases.count
        }
        #expect(await call(Self.answer(#"{"id":4}"#, status: 404)) == 0)
        #expect(await call(Self.answer(#"{"id":4,"hint":"x"}"#, status: 404)) == 1)
        #expect(await call(Self.answer("<html>", "text/html", status: 404)) == 2)
        #expect(await call(Self.answer("busy", "text/plain", status: 418)) == 3)
        #expect(await call(Self.answer("busy", "text/plain", status: 418)) == 3)
        #expect(await call(Self.answer("", "text/plain", status: 304)) == 3)
        #expect(
            watch.phrases.map { String($0.prefix { $0 != "(" }) } == [
                "undocumented-member: the response 404 of listItems has a member \"hint\" that is not documented, a string ",
                "undocumented-content-type: the response 404 of listItems has the content type \"text/html\", which is not documented",
                "undocumented-status: the status 418 of listItems is not documented",
            ])
    }

    /// A missing required member has no value: it is told, and the call fails as without the check; with `onMismatch: .drop` it does not.
    @Test(arguments: TransportKind.allCases) func missingMembers(_ kind: TransportKind) async throws {
        let server = try await RecordingServer.start(answering: .json(#"[{"color":"red"},{"id":2}]"#))
        let watch = Watch(server, kind)
        await #expect(throws: APIError<Failure>.self) { try await watch.client.send(ListItems()) }
        let told = [
            "missing-member: the response 200 of listItems lacks the required member \"id\" at /* (Item)"
        ]
        #expect(watch.phrases == told)
        #expect(try await watch.client.send(ListItems(), options: CallOptions(onMismatch: .drop)).map(\.id) == [2])
        #expect(watch.phrases == told)
    }

    @Test(arguments: TransportKind.allCases) func streams(_ kind: TransportKind) async throws {
        let server = try await RecordingServer.start { request in
            request.path == "/lines"
                ? Self.answer(
                    "{\"id\":1,\"a\":1}\n{\"id\":2,\"a\":1}\n{\"id\":3,\"color\":\"blue\"}\n", "application/jsonl")
                : Self.answer("data: {\"id\":1,\"b\":1}\n\ndata: {\"id\":2,\"b\":1}\n\n", "text/event-stream")
        }
        let watch = Watch(server, kind)
        var ids: [Int] = []
        for try await item in try await watch.client.send(Lines()) { ids.append(item.id) }
        for try await event in try await watch.client.send(Events()) { ids.append(event.data.id) }
        #expect(ids == [1, 2, 3, 1, 2])
        #expect(
            watch.phrases == [
                "undocumented-member: the response 200 of lines has a member \"a\" that is not documented, an integer (Item)",
                "undocumented-value: the response 200 of lines has a string that is none of the documented values at /color (Color)",
                "undocumented-member: the response 200 of events has a member \"b\" that is not documented, an integer (Item)",
            ])
    }
}
