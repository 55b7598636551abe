import ApusPlatform
import ApusRuntime
import TestServers
import Testing
import Wire

/// Event streams and JSON Lines over connections that break.
@Suite(.timeLimit(.minutes(1))) struct EventFaultTests {
    private struct Visit: Sendable {
        /// The value of `Last-Event-ID`.
        var lastID: String?
        var time: ContinuousClock.Instant
    }

    /// Answers each request by its number.
    private func serve(
        _ visits: Lock<[Visit]>, _ answer: @escaping @Sendable (_ number: Int, _ connection: SocketConnection) -> Void
    ) throws -> SocketServer {
        try SocketServer { connection in
            guard let head = connection.readHead() else { return }
            let line = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("last-event-id:") }
            let lastID = line.map { String($0.dropFirst(14).drop { $0 == " " }) }
            let number = visits.withLock { visits in
                visits.append(Visit(lastID: lastID, time: .now))
                return visits.count
            }
            answer(number, connection)
        }
    }

    private func client(_ server: SocketServer, _ kind: TransportKind) -> WireClient {
        WireClient(
            server: .custom("http://127.0.0.1:\(server.port)"), transport: kind.make(), middleware: [.retries(.never)])
    }

    private static let head = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"

    private static func chunk(_ text: String) -> String {
        String(text.utf8.count, radix: 16) + "\r\n" + text + "\r\n"
    }

    /// Interrupted within an event, which is discarded; after the delay that the server requests, the events after the
    /// last complete one are requested.
    @Test(arguments: TransportKind.allCases) func aBrokenStreamGoesOn(_ kind: TransportKind) async throws {
        let visits = Lock<[Visit]>([])
        let server = try serve(visits) { number, connection in
            switch number {
            case 1:
                connection.write(Self.head + Self.chunk("retry: 300\nid: a\ndata: {\"id\": \"1\"}\n\n"))
                connection.write(Self.chunk("id: b\ndata: {\"id\": \"2\""))
            case 2:
                connection.answer(
                    body: "id: b\ndata: {\"id\": \"2\"}\n\n", headers: ["Content-Type: text/event-stream"])
            default: connection.answer("204 No Content", body: "")
            }
        }
        var seen: [String] = []
        for try await event in try await client(server, kind).watch(topic: "x").reconnecting() {
            seen.append(event.data.id)
        }
        #expect(seen == ["1", "2"])
        let all = visits.withLock { $0 }
        #expect(all.map(\.lastID) == [nil, "a", "b"])
        #expect(zip(all, all.dropFirst()).allSatisfy { $1.time - $0.time >= .milliseconds(290) }, "retry: 300")
    }

    /// By default nothing is sent twice: the interruption is reported.
    @Test(arguments: TransportKind.allCases) func aBreakIsToldWhereNobodyGoesOn(_ kind: TransportKind) async throws {
        let visits = Lock<[Visit]>([])
        let server = try serve(visits) { _, connection in
            connection.write(Self.head + Self.chunk("data: {\"id\": \"1\"}\n\n") + Self.chunk("data: {"))
        }
        var events = try await client(server, kind).watch(topic: "x").makeAsyncIterator()
        #expect(try await events.next()?.data.id == "1")
        let problem = await #expect(throws: TransportProblem.self) { try await events.next() }
        #expect(problem?.kind == .truncatedBody, "\(String(describing: problem))")
        #expect(visits.withLock { $0.count } == 1)
    }

    /// A server that is gone gets the maximum number of attempts; one that refuses gets no more.
    @Test(arguments: TransportKind.allCases) func reconnectingEnds(_ kind: TransportKind) async throws {
        let visits = Lock<[Visit]>([])
        let server = try serve(visits) { number, connection in
            guard number == 1 else { return }
            connection.write(Self.head + Self.chunk("id: a\ndata: {\"id\": \"1\"}\n\n"))
        }
        let policy = Reconnection(limit: 3, delay: .milliseconds(5))
        var events = try await client(server, kind).watch(topic: "x").reconnecting(policy).makeAsyncIterator()
        #expect(try await events.next()?.id == "a")
        await #expect(throws: TransportProblem.self) { try await events.next() }
        #expect(visits.withLock { $0.count } >= 4)

        let refusals = Lock<[Visit]>([])
        let refusing = try serve(refusals) { number, connection in
            if number == 1 { return connection.write(Self.head + Self.chunk("id: a\ndata: {\"id\": \"1\"}\n\n")) }
            connection.answer("403 Forbidden", body: "{}")
        }
        var others = try await client(refusing, kind).watch(topic: "x").reconnecting(policy).makeAsyncIterator()
        #expect(try await others.next()?.id == "a")
        let problem = await #expect(throws: TransportProblem.self) { try await others.next() }
        #expect(problem?.kind == .invalidResponse)
        #expect(refusals.withLock { $0.count } == 2)
    }

    /// Each line is returned on arrival, long before the body ends, and an interruption after it is reported.
    @Test(arguments: TransportKind.allCases) func linesComeOneByOne(_ kind: TransportKind) async throws {
        let given = Tally()
        let server = try serve(Lock<[Visit]>([])) { _, connection in
            let type = "Content-Type: application/jsonl\r\nTransfer-Encoding: chunked"
            connection.write("HTTP/1.1 200 OK\r\n\(type)\r\n\r\n")
            for number in 1...3 {
                connection.write(Self.chunk("{\"id\": \"\(number)\"}\n"))
                for _ in 0..<500 where given.count < number { connection.pause(0.01) }
            }
            connection.write(Self.chunk("{\"id\""))
        }
        var lines = try await client(server, kind).lines().makeAsyncIterator()
        for number in 1...3 {
            #expect(try await lines.next()?.id == "\(number)")
            given.add()
        }
        let problem = await #expect(throws: TransportProblem.self) { try await lines.next() }
        #expect(problem?.kind == .truncatedBody)
    }
}
