import ApusPlatform
import ApusRuntime
import TestServers
import Testing

/// Cookies over both transports: kept by clients with a jar only.
@Suite(.timeLimit(.minutes(1))) struct CookieTests {
    private static func cookies(_ head: String) -> [String] {
        head.split(separator: "\r\n").filter { $0.lowercased().hasPrefix("cookie:") }.map(String.init)
    }

    /// `/login` sets two cookies and redirects to `/home`, which sets a third; `/logout` removes one. `/away` redirects
    /// to another host.
    private static func serve(_ heads: Lock<[String]>, away port: UInt16 = 0) throws -> SocketServer {
        try SocketServer { connection in
            while let head = connection.readHead() {
                heads.withLock { $0.append(head) }
                let path = head.split(separator: " ").dropFirst().first.map(String.init) ?? ""
                switch path {
                case "/login":
                    connection.answer(
                        "303 See Other", body: "",
                        headers: [
                            "Location: /home", "Set-Cookie: sid=a1; Path=/; HttpOnly",
                            "Set-Cookie: until=x; Path=/; Expires=Wed, 21 Oct 2099 07:28:00 GMT",
                        ])
                case "/home": connection.answer(body: "1", headers: ["Set-Cookie: seen=1"])
                case "/logout": connection.answer(body: "1", headers: ["Set-Cookie: sid=; Path=/; Max-Age=0"])
                case "/away":
                    connection.answer("302 Found", body: "", headers: ["Location: http://localhost:\(port)/there"])
                default: connection.answer(body: "1")
                }
            }
        }
    }

    @Test(arguments: TransportKind.allCases) func aSessionIsKept(_ kind: TransportKind) async throws {
        let heads = Lock<[String]>([])
        let server = try Self.serve(heads)
        let client = FaultClient(
            port: server.port, kind.make().keepingCookies(),
            credentials: APICredentials(scheme: "session", token: "own"))
        _ = try await client.fetch("login", CallOptions(credentials: .withheld))
        _ = try await client.fetch("x", CallOptions(credentials: .withheld))
        // A credential of the document takes precedence over a server's cookie with its name.
        _ = try await client.fetch("x")
        _ = try await client.fetch("logout", CallOptions(credentials: .withheld))
        _ = try await client.fetch("x", CallOptions(credentials: .withheld))
        #expect(
            heads.withLock { $0.map(Self.cookies) } == [
                [], ["Cookie: sid=a1; until=x"], ["Cookie: sid=a1; until=x; seen=1"],
                ["Cookie: sid=own; until=x; seen=1"],
                ["Cookie: sid=a1; until=x; seen=1"], ["Cookie: until=x; seen=1"],
            ])
    }

    @Test(arguments: TransportKind.allCases) func noneIsKeptUnlessAsked(_ kind: TransportKind) async throws {
        let heads = Lock<[String]>([])
        let server = try Self.serve(heads)
        let client = FaultClient(port: server.port, kind.make())
        for name in ["login", "home", "x"] { _ = try await client.fetch(name) }
        #expect(heads.withLock { $0 }.allSatisfy { Self.cookies($0).isEmpty })
    }

    @Test(arguments: TransportKind.allCases) func noneFollowsToAnotherHost(_ kind: TransportKind) async throws {
        let heads = Lock<[String]>([])
        let other = try Self.serve(heads)
        let server = try Self.serve(Lock([]), away: other.port)
        let jar = CookieJar()
        let client = FaultClient(port: server.port, kind.make().keepingCookies(in: jar))
        _ = try await client.fetch("login")
        #expect(jar.cookies.count == 3)
        _ = try await client.fetch("away")
        #expect(heads.withLock { $0.map(Self.cookies) } == [[]])
    }

    /// Clients with the same jar share its cookies.
    @Test(arguments: TransportKind.allCases) func aJarIsSharedOnPurpose(_ kind: TransportKind) async throws {
        let heads = Lock<[String]>([])
        let server = try Self.serve(heads)
        let jar = CookieJar()
        _ = try await FaultClient(port: server.port, kind.make().keepingCookies(in: jar)).fetch("home")
        _ = try await FaultClient(port: server.port, kind.make().keepingCookies()).fetch("x")
        _ = try await FaultClient(port: server.port, kind.make().keepingCookies(in: jar)).fetch("x")
        #expect(heads.withLock { $0.map(Self.cookies) } == [[], [], ["Cookie: seen=1"]])
    }
}
