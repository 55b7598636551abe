import ApusRuntime
import TestServers
import Testing

/// Answers without a body, and bodies that no document describes.
@Suite(.timeLimit(.minutes(1))) struct EmptyBodyTests {
    /// An operation whose document names a body of a type.
    struct Read<Value: APIValue & Sendable>: APIOperation {
        static var descriptor: OperationDescriptor { OperationDescriptor(id: "read", method: .get, path: "/read") }
        func encode(into request: inout RequestWriter) {}
        static func decode(_ response: inout ResponseReader) -> Value { response.json() }
        typealias Failure = UndocumentedFailure
    }

    /// An operation whose document names none.
    struct Export: APIOperation {
        var isBroken = false
        static let descriptor = OperationDescriptor(id: "export", method: .get, path: "/export/{kind}", accept: [])
        func encode(into request: inout RequestWriter) { request.path("kind", isBroken ? "broken" : "whole") }
        static func decode(_ response: inout ResponseReader) {}
        typealias Failure = UndocumentedFailure
    }

    /// Statuses that have no body (RFC 9110, 6.4.1), with and without a length, and bodies that are empty.
    static let answers = [
        "HTTP/1.1 204 No Content\r\n\r\n", "HTTP/1.1 205 Reset Content\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    ]

    @Test(arguments: TransportKind.allCases, answers)
    func isNilOrAProblemThatSaysSo(_ kind: TransportKind, _ answer: String) async throws {
        let server = try SocketServer { connection in
            while connection.readHead() != nil { connection.write(answer) }
        }
        let client = FaultClient(port: server.port, kind.make())
        #expect(try await client.send(Read<Int?>()) == nil)
        #expect(try await client.send(Read<[String]?>()) == nil)
        #expect(try await client.send(Read<JSONValue>()) == .null)
        let error = await #expect(throws: APIError<UndocumentedFailure>.self) { try await client.send(Read<Int>()) }
        guard case .decoding(let problem) = error?.kind else { throw CancellationError() }
        let isBodiless = error?.status != 200
        #expect(problem.found == (isBodiless ? "no body, as status \(error?.status ?? 0) has none" : "an empty body"))
        #expect(problem.expected != "valid JSON")
        // Strict reading accepts what HTTP requires, and nothing else.
        let strict = CallOptions(checks: .responses)
        if isBodiless {
            #expect(try await client.send(Read<Int?>(), options: strict) == nil)
        } else {
            await #expect(throws: APIError<UndocumentedFailure>.self) {
                try await client.send(Read<Int?>(), options: strict)
            }
        }
    }

    @Test(arguments: TransportKind.allCases) func aBodyWithoutContentIsInReach(_ kind: TransportKind) async throws {
        let server = try SocketServer { connection in
            while let path = connection.readPath() {
                if path == "/export/broken" {
                    connection.answer("404 Not Found", body: "no such export")
                } else {
                    connection.write("HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\nTransfer-Encoding: chunked\r\n\r\n")
                    for piece in ["4\r\na,b\n\r\n", "4\r\n1,2\n\r\n", "0\r\n\r\n"] { connection.write(piece) }
                }
            }
        }
        let client = FaultClient(port: server.port, kind.make())
        try await client.send(Export())
        #expect(try await client.response(to: Export()).bytes == Array("a,b\n1,2\n".utf8))
        let streamed = try await client.stream(of: Export())
        #expect(streamed.status == 200 && streamed.attempts == 1)
        #expect(streamed.headers[.contentType] == "text/csv")
        #expect(try await streamed.body.collect() == Array("a,b\n1,2\n".utf8))
        await #expect(throws: TransportProblem.self) { try await streamed.body.collect() }
        let error = await #expect(throws: APIError<UndocumentedFailure>.self) {
            _ = try await client.stream(of: Export(isBroken: true))
        }
        #expect(error?.status == 404)
        #expect(error?.body == Array("no such export".utf8))
    }

    /// Nothing is read before it is requested: an endless stream can be dropped.
    @Test(arguments: TransportKind.allCases) func anEndlessBodyCanBeLeft(_ kind: TransportKind) async throws {
        let server = try SocketServer { connection in
            guard connection.readHead() != nil else { return }
            connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
            for _ in 0..<200 {
                connection.write("2\r\nx\n\r\n")
                connection.pause(0.01)
            }
        }
        let client = FaultClient(port: server.port, kind.make())
        var pieces = try await client.stream(of: Export()).body.makeAsyncIterator()
        #expect(try await pieces.next()?.first == UInt8(ascii: "x"))
    }
}
