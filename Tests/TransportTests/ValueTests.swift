import ApusPlatform
import ApusRuntime
import Foundation
import TestServers
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// Values as servers send them, over the wire.
@Suite(.timeLimit(.minutes(1))) struct ValueTests {
    struct Entry: APIObject {
        var id: Int
        var at: Date?
        var real: Double?
        var single: Float?
        var bytes: Data?
        private var unknownMembers = UnknownMembers()

        init(id: Int) { self.id = id }

        init(from object: inout ObjectReader) {
            id = object.required("id")
            at = object.optional("at")
            real = object.optional("real")
            single = object.optional("single")
            bytes = object.optional("bytes")
            unknownMembers = object.unknownMembers()
        }

        func write(to object: inout ObjectWriter) {
            object.write("id", id)
            object.write("at", at)
            object.write("real", real)
            object.write("single", single)
            object.write("bytes", bytes)
            object.write(unknownMembers)
        }
    }

    struct Swap: APIOperation {
        var body: [Entry]
        var since: Date?

        static let descriptor = OperationDescriptor(id: "swap", method: .post, path: "/swap")

        func encode(into request: inout RequestWriter) {
            request.query("since", since)
            request.header("If-Modified-Since", since)
            request.header("X-Since", since)
            request.json(body)
        }

        static func decode(_ response: inout ResponseReader) -> [Entry] { response.json() }
        typealias Failure = UndocumentedFailure
    }

    private static func client(
        _ kind: TransportKind, answering text: String, decoding: DecodingRules = .standard,
        seen: @escaping @Sendable (String) -> Void = { _ in }
    ) throws -> (core: ClientCore, server: SocketServer) {
        let server = try SocketServer { connection in
            guard let request = connection.readRequest() else { return }
            seen(request)
            // The server closes the connection, so no client may keep it for another call.
            connection.answer(
                body: Array(text.utf8), headers: ["Content-Type: application/json", "Connection: close"])
        }
        let core = ClientCore(
            server: ServerURL("http://127.0.0.1:\(server.port)"), transport: kind.make(), client: "Values/1",
            middleware: [.retries(.never)], decoding: decoding)
        return (core, server)
    }

    struct Client: APIClient { let core: ClientCore }

    @Test(arguments: TransportKind.allCases) func whatWasReadIsSentBack(_ kind: TransportKind) async throws {
        let text =
            #"[{"id":5.0,"at":"2024-05-01 12:00:00.123456","real":1700000000123000000,"single":3.4e38,"bytes":"aGkh\r\naGkh","new":{"a":[1.50]}}]"#
        let seen = Lock<[String]>([])
        let (core, server) = try Self.client(kind, answering: text) { request in seen.withLock { $0.append(request) } }
        defer { withExtendedLifetime(server) {} }
        let client = Client(core: core)
        let entries = try await client.send(Swap(body: []))
        let again = try await client.send(Swap(body: entries, since: entries[0].at))
        #expect(again == entries)
        let sent = try #require(seen.withLock { $0.last })
        #expect(sent.contains("POST /swap?since=2024-05-01T12%3A00%3A00.123456Z "))
        #expect(sent.lowercased().contains("if-modified-since: wed, 01 may 2024 12:00:00 gmt"))
        #expect(sent.lowercased().contains("x-since: 2024-05-01t12:00:00.123456z"))
        #expect(
            sent.hasSuffix(
                #"[{"id":5,"at":"2024-05-01T12:00:00.123456Z","real":1.700000000123e+18,"single":3.4e+38,"bytes":"aGkhaGkh","new":{"a":[1.50]}}]"#
            ),
            "\(sent)")
    }

    @Test(arguments: TransportKind.allCases) func datesWithoutAnOffset(_ kind: TransportKind) async throws {
        let (core, server) = try Self.client(
            kind, answering: #"[{"id":1,"at":"2024-05-01T12:00"}]"#, decoding: DecodingRules(datesWithoutOffset: 7_200))
        defer { withExtendedLifetime(server) {} }
        let entries = try await Client(core: core).send(Swap(body: []))
        #expect(entries[0].at == Date(timeIntervalSince1970: 1_714_557_600))
    }

    @Test(arguments: TransportKind.allCases) func mismatchesAreDroppedWhereAskedFor(_ kind: TransportKind) async throws
    {
        let text = #"[{"id":1,"at":"soon"},{"id":"x"},{"at":null},{"id":2,"real":"many","bytes":"aGkh"},7]"#
        let (core, server) = try Self.client(kind, answering: text)
        defer { withExtendedLifetime(server) {} }
        let client = Client(core: core)
        await #expect(throws: APIError<UndocumentedFailure>.self) { try await client.send(Swap(body: [])) }
        let told = Lock<[String]>([])
        let options = CallOptions(
            onMismatch: .drop { problem, operation in told.withLock { $0.append("\(operation) \(problem.path)") } })
        let reply = try await client.response(to: Swap(body: []), options: options)
        #expect(reply.value.map(\.id) == [1, 2])
        #expect(reply.value.map(\.at) == [nil, nil])
        #expect(reply.value[1].bytes == Data("hi!".utf8))
        #expect(reply.dropped.map(\.path) == ["[0].at", "[1].id", "[2].id", "[3].real", "[4]"])
        #expect(told.withLock { $0 } == ["swap [0].at", "swap [1].id", "swap [2].id", "swap [3].real", "swap [4]"])
        // Strict reading takes precedence.
        let strict = CallOptions(checks: .responses, onMismatch: .drop)
        await #expect(throws: APIError<UndocumentedFailure>.self) {
            try await client.send(Swap(body: []), options: strict)
        }
    }
}

extension SocketConnection {
    /// Head and body of the next request, whose length is in its header; nil when the other side has closed.
    fileprivate func readRequest() -> String? {
        guard let head = readHead() else { return nil }
        let field = head.lowercased().split(separator: "\r\n").first { $0.hasPrefix("content-length:") }
        var rest = field.flatMap { Int($0.dropFirst(15).filter { $0 != " " }) } ?? 0
        var body: [UInt8] = []
        while rest > 0 {
            var buffer = [UInt8](repeating: 0, count: rest)
            let taken = recv(descriptor, &buffer, rest, 0)
            if taken <= 0 { break }
            body += buffer.prefix(taken)
            rest -= taken
        }
        return head + String(decoding: body, as: UTF8.self)
    }
}
