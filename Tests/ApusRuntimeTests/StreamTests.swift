import Testing

@testable import ApusRuntime

/// Items of a stream, however the bytes are cut.
@Suite struct StreamTests {
    /// The same bytes in pieces of every size.
    private func streams(_ text: String) -> [ByteStream] {
        let bytes = Array(text.utf8)
        return (1...max(1, bytes.count)).map { size in
            ByteStream(starting: {
                var rest = bytes[...]
                return {
                    let piece = Array(rest.prefix(size))
                    rest = rest.dropFirst(size)
                    return piece.isEmpty ? nil : piece
                }
            })
        }
    }

    private func events(_ text: String) async throws -> [ServerSentEvent<String>] {
        var results: [[ServerSentEvent<String>]] = []
        for stream in streams(text) {
            var all: [ServerSentEvent<String>] = []
            let source = EventSource(body: stream, limit: 1 << 20, resume: nil)
            for try await event in EventStream<String>(source, terminator: nil) { all.append(event) }
            results.append(all)
        }
        let first = try #require(results.first)
        #expect(results.allSatisfy { $0 == first })
        return first
    }

    /// The examples of WHATWG HTML, "Interpreting an event stream".
    @Test func examples() async throws {
        #expect(try await events("data: YHOO\ndata: +2\ndata: 10\n\n") == [.init(data: "YHOO\n+2\n10")])
        #expect(
            try await events(
                ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n\n")
                == [.init(data: "first event", id: "1"), .init(data: "second event"), .init(data: " third event")])
        #expect(try await events("data\n\ndata\ndata\n\ndata:") == [.init(data: ""), .init(data: "\n")])
        #expect(try await events("data:test\n\ndata: test\n\n") == [.init(data: "test"), .init(data: "test")])
    }

    @Test func linesAndFields() async throws {
        #expect(
            try await events("\u{FEFF}event: a\r\nretry: 10\r\nunknown: x\r\ndata: ü😀\r\n\r\ndata: 2\r\rdata: 3\n\n")
                == [
                    .init(name: "a", data: "ü😀", retry: .milliseconds(10)), .init(data: "2"), .init(data: "3"),
                ])
        #expect(try await events("retry: 1x\nid: a\u{0}b\ndata: x\n\n") == [.init(data: "x")])
        #expect(try await events("data: not dispatched") == [])
        #expect(try await events("retry: 9223372036854775807\ndata: x\n\n").first?.retry == .milliseconds(86_400_000))
    }

    /// The call is over when an item turns out not to fit; its credential is not told all the same.
    @Test func itemsDoNotTellTheCredential() async throws {
        let secret = "s3cr3t+of/mine"
        let body = ByteStream(Array("data: {\"key\":\"s3cr3t%2Bof%2Fmine\"}\n\n".utf8))
        let redaction = StreamRedaction { Redactor([secret]) }
        let source = EventSource(body: body, limit: 512, resume: nil)
        var events = EventStream<[Int]>(source, terminator: nil, redaction: redaction).makeAsyncIterator()
        let problem = await #expect(throws: StreamItemProblem.self) { try await events.next() }
        #expect(problem?.text == #"{"key":"<redacted>"}"#)
        for text in [#"{"\#(secret)":1}"#, "\u{1E}\"\(secret)\""] {
            let bytes = ByteStream(Array("\(text)\n".utf8))
            let items: ItemStream<[Int]> =
                text.utf8.first == 0x1E ? .sequence(bytes, limit: 512) : .lines(bytes, limit: 512)
            let problem = await #expect(throws: StreamItemProblem.self) {
                try await items.redacted(by: redaction).collect()
            }
            #expect(problem.map { !"\($0) \($0.text) \($0.problem)".contains(secret) } == true)
        }
    }

    /// The same through a call, for each kind of stream.
    @Test(arguments: ["text/event-stream", "application/jsonl", "application/json-seq"])
    func callsGiveStreamsWithoutTheCredential(contentType: String) async throws {
        let secret = "s3cr3t+of/mine"
        let text = "\"Bearer \(secret)\""
        let body =
            switch contentType {
            case "text/event-stream": "data: \(text)\n\n"
            case "application/jsonl": text + "\n"
            default: "\u{1E}\(text)\n"
            }
        let core = PetsClient(
            transport: InMemoryTransport { _, _ in
                InMemoryTransport.Answer(
                    status: .ok, headers: [.contentType: contentType], body: ByteStream(Array(body.utf8)))
            }, credentials: .bearerAuth(secret)
        ).core
        var writer = RequestWriter(descriptor: OperationDescriptor(id: "x", method: .get, path: "/x"))
        writer.descriptor.streams = true
        var reader = try await core.receive(
            writer, options: CallOptions(headers: [.authorization: "Bearer \(secret)"])
        ).reader
        let problem = await #expect(throws: StreamItemProblem.self) {
            switch contentType {
            case "text/event-stream":
                try await { (stream: EventStream<[Int]>) in for try await _ in stream {} }(reader.events())
            case "application/jsonl":
                _ = try await { (items: ItemStream<[Int]>) in try await items.collect() }(reader.jsonLines())
            default: _ = try await { (items: ItemStream<[Int]>) in try await items.collect() }(reader.jsonSequence())
            }
        }
        // A text of a sequence ends with its line.
        #expect(problem.map { String($0.text.prefix(12)) } == "\"<redacted>\"")
    }

    /// An event is as long as all its lines together: what never ends it cannot fill the memory.
    @Test func anEventHasALimit() async throws {
        let lines = ByteStream(Array(String(repeating: "data: 0123456789\n", count: 100).utf8))
        var events = EventStream<String>(EventSource(body: lines, limit: 512, resume: nil), terminator: nil)
            .makeAsyncIterator()
        let problem = await #expect(throws: TransportProblem.self) { _ = try await events.next() }
        #expect(problem?.kind == .bodyTooLarge)
        let many = ByteStream(Array(String(repeating: "data: 0123456789\n\n", count: 100).utf8))
        var count = 0
        let source = EventSource(body: many, limit: 512, resume: nil)
        for try await event in EventStream<String>(source, terminator: nil) where event.data == "0123456789" {
            count += 1
        }
        #expect(count == 100)
    }

    private func items(_ text: String, _ make: (ByteStream) -> ItemStream<Int>) async throws -> [String] {
        var results: [[String]] = []
        for stream in streams(text) {
            var found: [String] = []
            var iterator = make(stream).makeAsyncIterator()
            while true {
                do {
                    guard let item = try await iterator.next() else { break }
                    found.append("\(item)")
                } catch let problem as StreamItemProblem {
                    found.append("\(problem.item):\(problem.text)")
                }
            }
            results.append(found)
        }
        let first = try #require(results.first)
        #expect(results.allSatisfy { $0 == first })
        return first
    }

    @Test func lines() async throws {
        let made: (ByteStream) -> ItemStream<Int> = { .lines($0, limit: 100) }
        #expect(try await items("1\n2\r\n\n 3 \n4", made) == ["1", "2", "3", "4"])
        #expect(try await items("1\nx\n3\n", made) == ["1", "1:x", "3"])
        #expect(try await items("", made) == [])
    }

    /// RFC 7464, 2.1 and 2.4.
    @Test func sequences() async throws {
        let made: (ByteStream) -> ItemStream<Int> = { .sequence($0, limit: 100) }
        #expect(try await items("\u{1E}1\n\u{1E}\u{1E}22\n", made) == ["1", "22"])
        #expect(try await items("\u{1E}1\n\u{1E}12\u{1E}3\n", made) == ["1", "1:12", "3"])
    }

    @Test func longItemsEnd() async {
        let endless = ByteStream(starting: { { Array(repeating: 0x20, count: 64) } })
        await #expect(throws: TransportProblem.self) {
            for try await _ in ItemStream<Int>.lines(endless, limit: 1000) {}
        }
    }

    @Test func sending() async throws {
        #expect(try await WireText.body { $0.jsonLines(ItemStream([1, 2])) } == "1\n2\n")
        #expect(try await WireText.body { $0.jsonSequence(ItemStream([1, 2])) } == "\u{1E}1\n\u{1E}2\n")
        let source = AsyncStream<Int> { continuation in
            continuation.yield(3)
            continuation.finish()
        }
        #expect(try await WireText.body { $0.jsonLines(ItemStream(source)) } == "3\n")
    }

    /// Events, then a break.
    private func breaking(_ text: String) -> ByteStream {
        ByteStream(starting: {
            var piece: [UInt8]? = Array(text.utf8)
            return {
                defer { piece = nil }
                guard let piece else { throw TransportProblem(.truncatedBody, "") }
                return piece
            }
        })
    }

    private func follow(
        _ answers: @escaping @Sendable (_ lastEventID: String?) throws -> ByteStream?
    ) async throws -> [String] {
        let source = EventSource(body: breaking("retry: 1\nid: 1\ndata: a\n\n"), limit: 1000) { try answers($0) }
        let stream = EventStream<String>(
            source, terminator: nil, reconnection: Reconnection(limit: 2, delay: .milliseconds(1)))
        var all: [String] = []
        for try await event in stream { all.append(event.data) }
        return all
    }

    @Test func reconnections() async throws {
        let all = try await follow { id in
            switch id {
            case "1": ByteStream(Array("id: 2\ndata: b\n\n".utf8))
            default: nil
            }
        }
        #expect(all == ["a", "b"])
        let refused = await #expect(throws: TransportProblem.self) {
            try await follow { _ in throw TransportProblem(.invalidResponse, "404") }
        }
        #expect(refused?.kind == .invalidResponse)
        let gone = await #expect(throws: TransportProblem.self) {
            try await follow { _ in throw TransportProblem(.connectionRefused, "") }
        }
        #expect(gone?.kind == .connectionRefused)
    }

    @Test func waits() {
        let policy = Reconnection(limit: 3, delay: .seconds(1), longestDelay: .seconds(5))
        #expect(
            (0..<4).map { policy.wait(attempt: $0, asked: nil) } == [
                .seconds(1), .seconds(2), .seconds(4), .seconds(5),
            ])
        #expect(policy.wait(attempt: 0, asked: .milliseconds(10)) == .milliseconds(10))
        #expect(policy.wait(attempt: 60, asked: .seconds(60)) == .seconds(60))
    }
}

/// Headers by schema.
@Suite struct ResponseHeaderTests {
    private let headers: HTTPFields = [
        .retryAfter: "3", .via: "a, b,c", .server: "R,1,G,2",
    ]

    @Test func forms() throws {
        let one: Int? = headers.value("Retry-After")
        #expect(one == 3)
        let list: [String]? = headers.list("Via")
        #expect(list == ["a", "b", "c"])
        let color: [String: Int]? = headers.object("Server")
        #expect(color == ["R": 1, "G": 2])
        let missing: Int? = headers.value("X-None")
        #expect(missing == nil)
        let exploded: [String: Int]? = ([.via: "R=1,G=2"] as HTTPFields).object("Via", explode: true)
        #expect(exploded == ["R": 1, "G": 2])
        let json: [Int]? = ([.via: "[1]"] as HTTPFields).json("Via")
        #expect(json == [1])
    }

    /// Frameworks also write JSON where the document has a schema and no content type.
    @Test func jsonInsteadOfAStyle() throws {
        let page: [String: Int]? = ([.via: #"{"total": 3, "next": 4}"#] as HTTPFields).object("Via")
        #expect(page == ["total": 3, "next": 4])
        let list: [Int]? = ([.via: "[1, 2]"] as HTTPFields).list("Via")
        #expect(list == [1, 2])
        // A text of the style that begins like JSON and is not JSON.
        let words: [String]? = ([.via: "[a], b"] as HTTPFields).list("Via")
        #expect(words == ["[a]", "b"])
    }

    @Test func unfit() {
        let wrong: Int? = headers.value("Via")
        #expect(wrong == nil)
        let problem = #expect(throws: DecodingProblem.self) { let _: Int? = try headers.read("Via") }
        #expect(problem?.path == "header Via")
    }
}
