import ApusRuntime
import Foundation
import Testing
import Wire

/// Responses of every kind from a real server.
@Suite struct WireAnswerTests {
    @Test(arguments: TransportKind.allCases) func download(kind: TransportKind) async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "apus-\(UUID().uuidString)").path()
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await WireServer.run(kind) { client in
            let reply = try await client.response(to: Download(name: "file"))
            #expect(reply.headers.count == 3)
            #expect(reply.headers.tags == ["a", "b"])
            #expect(reply.headers.color == Download.Color(r: 1, g: 2))
            #expect(reply.headers.until == Date(timeIntervalSince1970: 1_714_555_800))
            #expect(reply.headers.meta == Details(id: "m"))
            #expect(reply.headers[.server] == nil)
            let count = try await reply.value.save(to: path)
            #expect(count == 64 * 65_536)
        }
        #expect(try Data(contentsOf: URL(filePath: path)).last == 63)
    }

    @Test(arguments: TransportKind.allCases) func failures(kind: TransportKind) async throws {
        try await WireServer.run(kind) { client in
            func failure(_ name: String) async throws -> Download.CallError {
                do {
                    _ = try await client.download(name: name, options: CallOptions(retries: .never))
                } catch {
                    return error
                }
                throw CancellationError()
            }
            let missing = try await failure("missing")
            #expect(missing.headers.hint == "elsewhere")
            guard case .response(.notFound(let details)) = missing.kind else { throw missing }
            #expect(details == Details(id: "gone"))
            let broken = try await failure("broken")
            guard case .response(.serverError(502)) = broken.kind else { throw broken }
            let odd = try await failure("odd")
            guard case .response(.other(410, "moved")) = odd.kind else { throw odd }
        }
    }

    @Test(arguments: TransportKind.allCases) func contentTypes(kind: TransportKind) async throws {
        try await WireServer.run(kind) { client in
            func content(_ kind: String) async throws -> Answer.Response.OkContent? {
                if case .ok(let content) = try await client.answer(kind: kind) { return content }
                return nil
            }
            for name in ["json", "untyped", "mistyped"] {
                guard case .json(let details)? = try await content(name) else { throw CancellationError() }
                #expect(details.id == "a")
            }
            guard case .text("a,b")? = try await content("csv") else { throw CancellationError() }
            guard case .form(let order)? = try await content("form") else { throw CancellationError() }
            #expect(order == Order(name: "a b", amount: 1.5, tags: ["x", "y"]))
            guard case .multipart(let bundle)? = try await content("multipart") else { throw CancellationError() }
            #expect(bundle.file == FilePart(.text("hi"), name: "a.txt", contentType: "text/plain"))
            #expect(bundle.details == Details(id: "d"))
            #expect(bundle.count == 7)
            guard case .accepted = try await client.answer(kind: "later") else { throw CancellationError() }
            guard case .success(203, "x") = try await client.answer(kind: "other") else { throw CancellationError() }
        }
    }

    @Test(arguments: TransportKind.allCases) func chat(kind: TransportKind) async throws {
        try await WireServer.run(kind) { client in
            guard case .json(let whole) = try await client.chat(Chat.Body(stream: false)) else {
                throw CancellationError()
            }
            #expect(whole.id == "whole")
            guard case .events(let events) = try await client.chat(Chat.Body(stream: true)) else {
                throw CancellationError()
            }
            let payloads = try await events.payloads.collect()
            #expect(payloads.map(\.id) == ["one", "two"])
        }
    }

    /// The connection breaks after three events; the stream waits as the server requests, continues after the last id,
    /// and ends at 204.
    @Test(arguments: TransportKind.allCases) func reconnecting(kind: TransportKind) async throws {
        try await WireServer.run(kind) { client in
            let once = try await client.watch(topic: "a")
            var ids: [String?] = []
            for try await event in once { ids.append(event.id) }
            #expect(ids == ["1", "2", "3"])
            var seen: [String] = []
            for try await event in try await client.watch(topic: "a").reconnecting() {
                #expect(event.name == "tick")
                seen.append(event.data.id)
            }
            #expect(seen == ["e1", "e2", "e3", "e4", "e5", "e6"])
        }
    }

    @Test(arguments: TransportKind.allCases) func items(kind: TransportKind) async throws {
        try await WireServer.run(kind) { client in
            let ticks = try await client.ticks().collect()
            let records = try await client.sequence().collect()
            #expect(ticks == [Ticks.Response(event: "tick", data: "x\ny", id: "7", retry: 5)])
            #expect(records.map(\.id) == ["1", "2"])
            var iterator = try await client.lines().makeAsyncIterator()
            #expect(try await iterator.next()?.id == "1")
            #expect(try await iterator.next()?.id == "2")
            let problem = await #expect(throws: StreamItemProblem.self) { try await iterator.next() }
            #expect(problem?.item == 2)
            #expect(problem?.text == #"{"size": 3}"#)
            #expect(try await iterator.next()?.id == "4")
            #expect(try await iterator.next() == nil)
        }
    }

    @Test(arguments: TransportKind.allCases) func sending(kind: TransportKind) async throws {
        try await WireServer.run(kind) { client in
            let items = AsyncStream<Details> { continuation in
                for index in 1...2 { continuation.yield(Details(id: "\(index)")) }
                continuation.finish()
            }
            let lines = try await client.sendLines(ItemStream(items))
            #expect(lines == "POST /lines\napplication/x-ndjson\n\n{\"id\":\"1\"}\n{\"id\":\"2\"}\n")
            let sequence = try await client.sendSequence(ItemStream([Details(id: "1")]))
            #expect(sequence == "POST /sequence\napplication/json-seq\n\n\u{1E}{\"id\":\"1\"}\n")
        }
    }
}
