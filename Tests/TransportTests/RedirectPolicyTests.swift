import ApusPlatform
import ApusRuntime
import TestServers
import Testing

/// Documented redirects, and redirects that a client does not follow.
@Suite(.timeLimit(.minutes(1))) struct RedirectPolicyTests {
    /// A page, or the address of the page to log in.
    struct Page: APIOperation {
        enum Failure: APIFailure {
            case found(JSONValue)
            case undocumented(status: Int, body: RawBody)

            static func decode(_ response: inout ResponseReader) -> Failure {
                switch response.status {
                case 302: .found(response.json())
                default: .undocumented(status: response.status, body: response.raw())
                }
            }
        }

        static let descriptor = OperationDescriptor(id: "page", method: .get, path: "/page", redirects: [302])
        func encode(into request: inout RequestWriter) {}
        static func decode(_ response: inout ResponseReader) -> JSONValue { response.json() }
    }

    /// The address of a download, and nothing else.
    struct Address: APIOperation {
        static let descriptor = OperationDescriptor(
            id: "address", method: .get, path: "/page", accept: [], successes: [302])
        func encode(into request: inout RequestWriter) {}
        static func decode(_ response: inout ResponseReader) {}
        typealias Failure = UndocumentedFailure
    }

    /// `/page` and `/again/1` redirect, `/away` to another port; all others are responses.
    private static func serve(_ paths: Lock<[String]>, away port: UInt16 = 0) throws -> SocketServer {
        try SocketServer { connection in
            while let path = connection.readPath() {
                paths.withLock { $0.append(path) }
                switch path {
                case "/page", "/x":
                    connection.answer("302 Found", body: #"{"login":true}"#, headers: ["Location: /again/1"])
                case "/again/1": connection.answer("302 Found", body: "", headers: ["Location: /login"])
                case "/away":
                    connection.answer("307 Moved", body: "", headers: ["Location: http://127.0.0.1:\(port)/login"])
                default: connection.answer(body: "\"welcome\"")
                }
            }
        }
    }

    @Test(arguments: TransportKind.allCases) func aDocumentedOneIsHandedOver(_ kind: TransportKind) async throws {
        let paths = Lock<[String]>([])
        let server = try Self.serve(paths)
        let client = FaultClient(port: server.port, kind.make())
        do {
            _ = try await client.send(Page())
            Issue.record("a page to log in is no success")
        } catch {
            guard case .response(.found(let body)) = error.kind else { throw error }
            #expect(body["login"]?.bool == true)
            #expect(error.headers[.location] == "/again/1")
        }
        #expect(paths.withLock { $0 } == ["/page"])
        let reply = try await client.response(
            to: Page(), options: CallOptions(redirects: .init(includesDocumented: true)))
        #expect(reply.value.string == "welcome")
    }

    @Test(arguments: TransportKind.allCases) func oneThatIsTheSuccessIsNeverFollowed(_ kind: TransportKind) async throws
    {
        let server = try Self.serve(Lock([]))
        let client = FaultClient(port: server.port, kind.make())
        for policy in [nil, RedirectPolicy.never, .sameOrigin, .init(includesDocumented: true)] {
            let reply = try await client.response(to: Address(), options: CallOptions(redirects: policy))
            #expect(reply.status == 302)
            #expect(reply.headers[.location] == "/again/1")
            #expect(reply.bytes == Array(#"{"login":true}"#.utf8))
        }
    }

    @Test(arguments: TransportKind.allCases) func policies(_ kind: TransportKind) async throws {
        let other = try Self.serve(Lock([]))
        let paths = Lock<[String]>([])
        let server = try Self.serve(paths, away: other.port)
        let client = FaultClient(port: server.port, kind.make())
        func status(_ name: String, _ policy: RedirectPolicy?) async throws -> Int? {
            do {
                return try await client.response(to: Fetch(name: name), options: CallOptions(redirects: policy)).status
            } catch {
                return error.status
            }
        }
        #expect(try await status("x", nil) == 200)
        #expect(try await status("x", .sameOrigin) == 200)
        #expect(try await status("x", .init(limit: 1)) == 302)
        #expect(try await status("x", .init(limit: 0)) == 302)
        #expect(try await status("x", .init(limit: -1)) == 302)
        #expect(try await status("x", .never) == 302)
        #expect(try await status("away", nil) == 200)
        #expect(try await status("away", .sameOrigin) == 307)
        #expect(
            paths.withLock { $0 } == [
                "/x", "/again/1", "/login", "/x", "/again/1", "/login", "/x", "/again/1", "/x", "/x", "/x", "/away",
                "/away",
            ])
    }

    /// The client's policy applies to all its calls, and a call may override it.
    @Test(arguments: TransportKind.allCases) func aClientHasAPolicy(_ kind: TransportKind) async throws {
        struct Client: APIClient { let core: ClientCore }
        let server = try Self.serve(Lock([]))
        let client = Client(
            core: ClientCore(
                server: ServerURL("http://127.0.0.1:\(server.port)"), transport: kind.make(), client: "Redirects/1",
                options: CallOptions(redirects: .never)))
        let error = await #expect(throws: APIError<UndocumentedFailure>.self) {
            try await client.send(Fetch(name: "x"))
        }
        #expect(error?.status == 302)
        #expect(try await client.send(Fetch(name: "x"), options: CallOptions(redirects: .follow)).string == "welcome")
    }

    /// 304 answers a conditional request, and is not a redirect.
    @Test(arguments: TransportKind.allCases) func notModifiedIsAnAnswer(_ kind: TransportKind) async throws {
        let server = try SocketServer { connection in
            while let head = connection.readHead() {
                if head.lowercased().contains("if-none-match: \"v1\"") {
                    connection.write("HTTP/1.1 304 Not Modified\r\nETag: \"v1\"\r\nLocation: /elsewhere\r\n\r\n")
                } else {
                    connection.answer(body: "1", headers: ["ETag: \"v1\""])
                }
            }
        }
        let client = FaultClient(port: server.port, kind.make())
        let first = try await client.response(to: Fetch(name: "x"))
        let tag = try #require(first.headers[.eTag])
        let error = await #expect(throws: APIError<UndocumentedFailure>.self) {
            try await client.send(Fetch(name: "x"), options: CallOptions(headers: [.ifNoneMatch: tag]))
        }
        #expect(error?.status == 304)
        #expect(error?.headers[.eTag] == "\"v1\"")
    }
}
