import ApusPlatform
import ApusRuntime
import Foundation
import TestServers
import Testing

/// Text that would like to be more than a value.
@Suite(.timeLimit(.minutes(1))) struct InjectionTests {
    static let hostile = [
        "a\r\nX-Evil: 1", "a\nGET /evil HTTP/1.1\r\n\r\n", "a\0b", "../../etc/passwd", "a/../../b", "a?evil=1", "a#b",
        "a b", "a&evil=1", "a%2F..%2Fb", "a;b=c", "\u{2028}x", "ä\u{0}\r\n", "http://evil.test/", "//evil.test",
    ]

    private func serve(_ heads: Lock<[String]>) throws -> SocketServer {
        try SocketServer { connection in
            while let head = connection.readHead() {
                heads.withLock { $0.append(head) }
                connection.answer(body: "[1]")
            }
        }
    }

    @Test(arguments: TransportKind.allCases) func pathsAndQueriesStayWhatTheyAre(_ kind: TransportKind) async throws {
        let heads = Lock<[String]>([])
        let server = try serve(heads)
        let client = FaultClient(port: server.port, kind.make())
        for text in Self.hostile {
            _ = try? await client.send(Fetch(name: "p" + text, query: text))
        }
        let received = heads.withLock { $0 }
        #expect(received.count == Self.hostile.count, "one call is one request")
        for head in received {
            let line = head.prefix { $0 != "\r\n" }
            #expect(!head.lowercased().contains("\r\nx-evil"), "\(head)")
            let target = line.split(separator: " ")[1]
            #expect(target.split(separator: "?").count == 2 && target.filter { $0 == "/" }.count == 1, "\(target)")
            #expect(!target.contains("&") && !target.contains("#"), "\(target)")
        }
        // They arrive unchanged.
        let targets = received.map {
            $0.split(separator: " ")[1].split(separator: "?").map { $0.removingPercentEncoding }
        }
        #expect(targets == Self.hostile.map { ["/p" + $0, "q=" + $0] })
    }

    /// Segments that servers and proxies would resolve are not sent at all (RFC 3986, 5.2.4).
    @Test(arguments: TransportKind.allCases, ["", ".", ".."])
    func segmentsThatLeadElsewhereAreRefused(_ kind: TransportKind, _ name: String) async throws {
        let heads = Lock<[String]>([])
        let server = try serve(heads)
        do {
            _ = try await FaultClient(port: server.port, kind.make()).fetch(name)
            Issue.record("'\(name)' was sent")
        } catch {
            guard case .encoding(let problem) = error.kind else {
                Issue.record("\(error)")
                return
            }
            #expect(problem.path == "path parameter name")
        }
        #expect(heads.withLock { $0 }.isEmpty)
    }

    @Test(arguments: TransportKind.allCases) func headersRefuseLineBreaks(_ kind: TransportKind) async throws {
        let heads = Lock<[String]>([])
        let server = try serve(heads)
        let client = FaultClient(port: server.port, kind.make())
        for text in Self.hostile {
            let isRefused = text.unicodeScalars.contains { $0.value < 0x20 }
            do {
                _ = try await client.send(Fetch(name: "x", header: text))
                #expect(!isRefused, "\(text) was sent")
            } catch {
                guard case .encoding = error.kind, isRefused else {
                    Issue.record("\(text.debugDescription): \(error)")
                    continue
                }
            }
        }
        #expect(heads.withLock { $0 }.allSatisfy { !$0.lowercased().contains("\r\nx-evil") })
    }

    /// A secret with a line break is refused, and not shown.
    @Test(arguments: TransportKind.allCases) func secretsRefuseLineBreaks(_ kind: TransportKind) async throws {
        let heads = Lock<[String]>([])
        let server = try serve(heads)
        let client = FaultClient(
            port: server.port, kind.make(),
            credentials: APICredentials(scheme: "bearer", token: "s3cret\r\nX-Evil: 1"))
        do {
            _ = try await client.fetch()
            Issue.record("this is no token")
        } catch {
            guard case .credentials(.unusable) = error.kind else {
                Issue.record("\(error.kind)")
                return
            }
            #expect(!"\(error)".contains("s3cret"))
        }
        #expect(heads.withLock { $0 }.isEmpty)
    }
}
