import ApusRuntime
import Testing

/// The requirements for every transport, against a real server.
@Suite(.timeLimit(.minutes(3))) struct ConformanceTests {
    /// The lines of the echo.
    static func echo(
        _ transport: any HTTPTransport, _ port: UInt16, _ method: HTTPRequest.Method, _ path: String,
        headers: HTTPFields = [:], body: APIBody = .none
    ) async throws -> [String] {
        let request = HTTPRequest(
            method: method, scheme: "http", authority: "127.0.0.1:\(port)", path: path, headerFields: headers)
        let response = try await transport.send(request, body: body, options: .standard)
        let text = String(decoding: try await response.body.collect(), as: UTF8.self)
        return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test(arguments: TransportKind.allCases) func targetsArriveAsWritten(_ kind: TransportKind) async throws {
        try await EchoServer.run { port in
            let transport = kind.make()
            for path in [
                "/echo/a%20b%2Fc/%C3%BC?x=1%2B2&y=a%20b&z=", "/echo/a//b;c=1,2?a%5Bb%5D=%26", "/echo/~-._!$'()*",
            ] {
                let lines = try await Self.echo(transport, port, .get, path)
                #expect(lines.prefix(2) == ["GET", path])
            }
        }
    }

    @Test(arguments: TransportKind.allCases) func methodsAndBodies(_ kind: TransportKind) async throws {
        try await EchoServer.run { port in
            let transport = kind.make()
            for method in [HTTPRequest.Method.post, .put, .patch, .delete, .query, .options] {
                let body = APIBody.text("{\"ü\":1}")
                let headers: HTTPFields = [.contentType: "application/json"]
                let lines = try await Self.echo(transport, port, method, "/echo/x", headers: headers, body: body)
                #expect(lines.first == method.rawValue)
                #expect(lines.contains("content-type: application/json"))
                #expect(lines.contains("content-length: 8"))
                #expect(lines.last == "{\"ü\":1}")
            }
            let empty = try await Self.echo(transport, port, .post, "/echo/x")
            #expect(empty.contains("content-length: 0"))
            let delete = try await Self.echo(transport, port, .delete, "/echo/x")
            #expect(delete.first == "DELETE")
        }
    }

    @Test(arguments: TransportKind.allCases) func headersArrive(_ kind: TransportKind) async throws {
        try await EchoServer.run { port in
            let headers: HTTPFields = [.userAgent: "Apus/1 Test/2", .authorization: "Bearer t", .accept: "a/b, c/d"]
            let lines = try await Self.echo(kind.make(), port, .get, "/echo/x", headers: headers)
            #expect(lines.contains("user-agent: Apus/1 Test/2"))
            #expect(lines.contains("authorization: Bearer t"))
            #expect(lines.contains("accept: a/b, c/d"))
        }
    }

    /// Objects with their own threads are not traversed, because that could read them while they change.
    @Test(arguments: TransportKind.allCases) func printingSaysNothingOfWhatIsInside(_ kind: TransportKind) {
        let transport = kind.make()
        var text = "\(transport)\n" + String(reflecting: transport) + "\n"
        dump(transport, to: &text)
        for inside in ["session", "configuration", "delegate", "client:", "pool"] { #expect(!text.contains(inside)) }
    }

    @Test(arguments: TransportKind.allCases) func statusesAreAnswers(_ kind: TransportKind) async throws {
        try await EchoServer.run { port in
            let transport = kind.make()
            for code in [200, 201, 400, 403, 404, 409, 418, 429, 500, 503] {
                let response = try await transport.get(port, "/status/\(code)")
                #expect(response.head.status.code == code)
                #expect(try await response.body.collect() == Array("x".utf8))
            }
            let redirect = try await transport.get(port, "/redirect")
            #expect(redirect.head.status.code == 302)
            #expect(redirect.head.headerFields[.location] == "/echo/target")
        }
    }

    @Test(arguments: TransportKind.allCases) func streamedUpload(_ kind: TransportKind) async throws {
        try await EchoServer.run { port in
            for length in [nil, Int64(64 * 65_536)] {
                let request = HTTPRequest(
                    method: .post, scheme: "http", authority: "127.0.0.1:\(port)", path: "/count")
                let body = APIBody.stream(Self.pieces(64), length: length)
                let response = try await kind.make().send(request, body: body, options: .standard)
                #expect(String(decoding: try await response.body.collect(), as: UTF8.self) == "\(64 * 65_536)")
            }
        }
    }

    @Test(arguments: TransportKind.allCases) func failingUploads(_ kind: TransportKind) async throws {
        struct Broken: Error {}
        try await EchoServer.run { port in
            let request = HTTPRequest(method: .post, scheme: "http", authority: "127.0.0.1:\(port)", path: "/count")
            let broken = ByteStream(starting: { { throw Broken() } })
            for body in [
                APIBody.stream(broken), .stream(Self.pieces(2), length: 5), .stream(Self.pieces(1), length: 1 << 20),
            ] {
                let problem = await #expect(throws: TransportProblem.self) {
                    try await kind.make().send(request, body: body, options: TransportOptions(timeout: .seconds(10)))
                }
                #expect(problem?.kind == .requestBody, "\(String(describing: problem))")
            }
        }
    }

    static func pieces(_ count: Int) -> ByteStream {
        ByteStream(starting: {
            var rest = count
            return {
                rest -= 1
                return rest < 0 ? nil : [UInt8](repeating: 7, count: 65_536)
            }
        })
    }

    @Test(arguments: TransportKind.allCases) func streamedDownload(_ kind: TransportKind) async throws {
        try await EchoServer.run { port in
            let transport = kind.make()
            let size = 16 << 20
            let response = try await transport.get(port, "/zeros/\(size)")
            var count = 0
            for try await piece in response.body { count += piece.count }
            #expect(count == size)
            // A body that is dropped halfway does not block the next call.
            let dropped = try await transport.get(port, "/zeros/\(size)")
            for try await _ in dropped.body { break }
            #expect(try await transport.get(port, "/status/200").head.status == .ok)
        }
    }

    @Test(arguments: TransportKind.allCases) func manyAtOnce(_ kind: TransportKind) async throws {
        try await EchoServer.run { port in
            let transport = kind.make()
            try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<100 {
                    group.addTask {
                        try await Self.echo(transport, port, .post, "/echo/\(number)", body: .text("\(number)")).last
                            == "\(number)"
                    }
                }
                for try await isRight in group { #expect(isRight) }
            }
        }
    }
}
