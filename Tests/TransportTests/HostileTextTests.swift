import ApusRuntime
import TestServers
import Testing

/// Texts with quadratic cost in `String`, and texts with several lines, over real connections.
@Suite(.timeLimit(.minutes(1))) struct HostileTextTests {
    /// 60,000 bytes of combining marks, in the most expensive order; few servers send more in a head.
    private static let marks = "e" + String(repeating: "\u{301}\u{323}", count: 15_000)

    private func client(
        _ kind: TransportKind, _ status: String = "200 OK", body: [UInt8], headers: [String]
    ) throws -> (FaultClient, SocketServer) {
        let server = try SocketServer { connection in
            while connection.readPath() != nil { connection.answer(status, body: body, headers: headers) }
        }
        return (FaultClient(port: server.port, kind.make(), middleware: [.retries(.never)]), server)
    }

    /// Each of these took 17 seconds for each redirect.
    @Test(arguments: TransportKind.allCases, ["Location", "Content-Type", "Retry-After", "Set-Cookie"])
    func textOfHeaders(_ kind: TransportKind, _ name: String) async throws {
        for status in ["302 Found", "429 Too Many Requests", "200 OK"] {
            let (client, server) = try client(
                kind, status, body: Array("{\"a\":1}".utf8), headers: ["\(name): /\(Self.marks)"])
            for _ in 0..<3 { _ = try? await client.fetch("x") as JSONValue }
            withExtendedLifetime(server) {}
        }
    }

    @Test(arguments: TransportKind.allCases) func textOfBodies(_ kind: TransportKind) async throws {
        let name = String(repeating: Self.marks, count: 7)
        let body = Array(#"{"\#(name)":1,"\#(name)\#u{301}":"\#(name)"}"#.utf8)
        let (client, server) = try client(kind, body: body, headers: ["Content-Type: application/json"])
        let value: JSONValue = try await client.fetch("x", CallOptions(checks: .responses))
        #expect(value.object?.count == 2)
        withExtendedLifetime(server) {}
    }

    /// Reading took 5 milliseconds, and locating the items took seconds.
    @Test(arguments: TransportKind.allCases) func strictReadingOfManyItems(_ kind: TransportKind) async throws {
        let body = "[" + Array(repeating: #"{"a":1,"a":2}"#, count: 20_000).joined(separator: ",") + "]"
        let (client, server) = try client(kind, body: Array(body.utf8), headers: ["Content-Type: application/json"])
        let error = await #expect(throws: APIError<UndocumentedFailure>.self) {
            _ = try await client.fetch("x", CallOptions(checks: .responses)) as JSONValue
        }
        #expect(error?.description.contains("[0].a: expected a name that occurs once") == true)
        withExtendedLifetime(server) {}
    }

    /// A line that a server has written is not mistaken for one of the program's own.
    @Test(arguments: TransportKind.allCases) func errorsAreOneLine(_ kind: TransportKind) async throws {
        let body = #"{"a\r\nFATAL: \u001b[31mred":1,"a\r\nFATAL: \u001b[31mred":2}"#
        let (client, server) = try client(kind, body: Array(body.utf8), headers: ["Content-Type: application/json"])
        let error = await #expect(throws: APIError<UndocumentedFailure>.self) {
            _ = try await client.fetch("x", CallOptions(checks: .responses)) as JSONValue
        }
        let text = try #require(error?.description)
        #expect(text.contains(#"a\r\nFATAL: \u{1B}[31mred"#), "\(text)")
        #expect(text.utf8.allSatisfy { $0 >= 0x20 })
        withExtendedLifetime(server) {}
    }
}
