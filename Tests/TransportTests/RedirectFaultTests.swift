import ApusPlatform
import ApusRuntime
import TestServers
import Testing

/// Redirects that lead away, around, or down.
@Suite(.timeLimit(.minutes(1))) struct RedirectFaultTests {
    private static let credentials: [(String, APICredentials)] = [
        ("bearer", APICredentials(scheme: "bearer", token: "s3cret")),
        ("basic", APICredentials(scheme: "basic", username: "ada", password: "s3cret")),
        ("key", APICredentials(scheme: "key", token: "s3cret")),
        ("session", APICredentials(scheme: "session", token: "s3cret")),
        ("own", APICredentials(scheme: "own", token: "s3cret")),
    ]

    @Test(arguments: TransportKind.allCases, credentials.indices)
    func noCredentialFollowsToAnotherHost(_ kind: TransportKind, _ redirect: Int) async throws {
        let heads = Lock<[String]>([])
        let other = try SocketServer { connection in
            guard let head = connection.readHead() else { return }
            heads.withLock { $0.append(head) }
            connection.answer(body: "2")
        }
        let server = try SocketServer { [port = other.port] connection in
            guard connection.readHead() != nil else { return }
            connection.answer("302 Found", body: "", headers: ["Location: http://127.0.0.1:\(port)/there?p=1"])
        }
        let client = FaultClient(port: server.port, kind.make(), credentials: Self.credentials[redirect].1)
        #expect(try await client.send(Fetch(name: "here", header: "own-value")) == 2)
        let head = try #require(heads.withLock { $0 }.first).lowercased()
        #expect(head.hasPrefix("get /there?p=1 "))
        for text in ["s3cret", "authorization", "cookie", "api_key", "x-key", "own-value", "ywrhonmzy3jldA=="] {
            #expect(!head.contains(text.lowercased()), "\(text) has left its host: \(head)")
        }
    }

    /// RFC 3986, 5.2: relative to the request's URL, without dot segments, and without invalid characters.
    @Test(
        arguments: TransportKind.allCases,
        [
            ("a/./b/../c?q=a|b", "/a/c?q=a%7Cb"), ("../../x/..", "/"), ("?page=2", "/here?page=2"),
            ("/%2e/y#z", "/%2e/y"),
        ])
    func relativeTargetsAreResolved(_ kind: TransportKind, _ redirect: (location: String, target: String)) async throws
    {
        let server = try SocketServer { connection in
            while let path = connection.readPath() {
                if path == redirect.target {
                    connection.answer(body: "2")
                } else {
                    let status = path == "/here" ? "302 Found" : "404 Not Found"
                    connection.answer(status, body: path, headers: ["Location: \(redirect.location)"])
                }
            }
        }
        #expect(try await FaultClient(port: server.port, kind.make()).fetch("here") == 2)
    }

    @Test(arguments: TransportKind.allCases) func loopsEnd(_ kind: TransportKind) async throws {
        let requests = Tally()
        let server = try SocketServer { connection in
            while connection.readHead() != nil {
                requests.add()
                connection.answer("302 Found", body: "", headers: ["Location: /again"])
            }
        }
        do {
            _ = try await FaultClient(port: server.port, kind.make()).fetch()
            Issue.record("a circle has no end")
        } catch {
            #expect(error.status == 302)
        }
        #expect(requests.count == 6, "the request and five redirects")
    }

    @Test(arguments: TransportKind.allCases, [301, 302, 303, 307, 308])
    func aBodyIsNotSentElsewhere(_ kind: TransportKind, _ status: Int) async throws {
        let requests = Tally()
        let server = try SocketServer { connection in
            guard connection.readHead() != nil else { return }
            requests.add()
            connection.answer("\(status) Moved", body: "", headers: ["Location: /elsewhere", "Connection: close"])
        }
        do {
            _ = try await FaultClient(port: server.port, kind.make()).send(Store(body: [1]))
            Issue.record("POST is not repeated elsewhere")
        } catch {
            #expect(error.status == status)
        }
        #expect(requests.count == 1)
    }
}
