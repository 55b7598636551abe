import ApusRuntime
import Foundation
import TestServers
import Testing

/// Connections that end, stall or send wrong data, seen from a client.
@Suite(.serialized, .timeLimit(.minutes(3))) struct ConnectionFaultTests {
    /// A kept connection that the server has closed since is no failure of the next call.
    @Test(arguments: TransportKind.allCases) func closedBetweenRequests(_ kind: TransportKind) async throws {
        let served = Tally()
        let server = try SocketServer { connection in
            guard connection.readPath() != nil else { return }
            served.add()
            connection.answer(body: "1", headers: ["Connection: keep-alive"])
        }
        let client = FaultClient(port: server.port, kind.make())
        for _ in 0..<3 {
            #expect(try await client.fetch() == 1)
            try await Task.sleep(for: .milliseconds(50))
        }
        #expect(served.count == 3)
    }

    /// Closed when the second request has been read: it may have been carried out, so only calls that are safe to
    /// repeat are repeated.
    @Test(arguments: TransportKind.allCases) func closedUponRequest(_ kind: TransportKind) async throws {
        let connections = Tally()
        let server = try SocketServer { connection in
            let isFirst = connections.add() == 1
            guard connection.readPath() != nil else { return }
            connection.answer(body: "1", headers: ["Connection: keep-alive"])
            guard connection.readPath() != nil, !isFirst else { return }
            connection.answer(body: "2", headers: ["Connection: close"])
        }
        let client = FaultClient(port: server.port, kind.make())
        #expect(try await client.fetch() == 1)
        #expect(try await client.fetch() == 1, "sent again over a new connection")
        #expect(connections.count == 2)
    }

    @Test func aCallThatMayHaveBeenCarriedOutIsNotRepeated() async throws {
        let requests = Tally()
        let server = try SocketServer { connection in
            if connection.readPath() != nil { requests.add() }
        }
        // The other transport's library repeats by itself on a kept connection; on a first one it does not either.
        for kind in TransportKind.allCases {
            let before = requests.count
            let client = FaultClient(port: server.port, kind.make())
            do {
                _ = try await client.send(Store(body: [:]))
                Issue.record("there was no answer")
            } catch {
                guard case .transport(let problem) = error.kind else {
                    Issue.record("\(error)")
                    return
                }
                #expect(problem.kind == .closedEarly, "\(problem)")
            }
            #expect(requests.count == before + 1)
        }
    }

    /// Slow is not stalled: each piece is progress.
    @Test(arguments: TransportKind.allCases) func slowBody(_ kind: TransportKind) async throws {
        let server = try SocketServer { connection in
            guard connection.readPath() != nil else { return }
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 21\r\n\r\n[")
            for _ in 0..<9 {
                Thread.sleep(forTimeInterval: 0.1)
                connection.write("1,")
            }
            connection.write("1]")
            connection.readToEnd()
        }
        let client = FaultClient(
            port: server.port, kind.make(), middleware: [.retries(.never)], timeout: .milliseconds(600))
        #expect(try await client.fetch().array?.count == 10)
    }

    @Test(arguments: TransportKind.allCases) func endlessBodyMeetsTheDeadline(_ kind: TransportKind) async throws {
        let server = try SocketServer { connection in
            guard connection.readPath() != nil else { return }
            connection.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n[")
            for _ in 0..<200 {
                Thread.sleep(forTimeInterval: 0.05)
                connection.write("1,")
            }
        }
        let client = FaultClient(port: server.port, kind.make())
        let start = ContinuousClock.now
        do {
            _ = try await client.fetch("x", CallOptions(deadline: .milliseconds(500)))
            Issue.record("the body has no end")
        } catch {
            guard case .transport(let problem) = error.kind else {
                Issue.record("\(error)")
                return
            }
            #expect(problem.kind == .deadlineExceeded)
        }
        #expect(ContinuousClock.now - start < .seconds(5))
    }

    /// A server that does not read: the upload makes no progress.
    @Test(arguments: TransportKind.allCases) func unreadUpload(_ kind: TransportKind) async throws {
        let server = try SocketServer { connection in connection.holdWithoutReading(8) }
        let client = FaultClient(
            port: server.port, kind.make(), middleware: [.retries(.never)], timeout: .milliseconds(500))
        let start = ContinuousClock.now
        do {
            _ = try await client.send(Send(body: .bytes([UInt8](repeating: 0, count: 32 << 20))))
            Issue.record("nobody has read it")
        } catch {
            guard case .transport(let problem) = error.kind else {
                Issue.record("\(error)")
                return
            }
            #expect(problem.kind == .timedOut, "\(problem)")
        }
        #expect(ContinuousClock.now - start < .seconds(7))
    }

    /// A length that differs from the body's.
    @Test(
        arguments: TransportKind.allCases,
        [
            "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n[1,2]", "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n[1]",
            "HTTP/1.1 200 OK\r\nContent-Length: abc\r\n\r\n[1]", "HTTP/1.1 200 OK\r\nContent-Length: -3\r\n\r\n[1]",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n[1]\r\n0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\n[1]",
        ])
    func wrongLengths(_ kind: TransportKind, _ answer: String) async throws {
        let server = try SocketServer { connection in
            guard connection.readPath() != nil else { return }
            connection.write(answer)
        }
        let client = FaultClient(port: server.port, kind.make(), middleware: [.retries(.never)])
        do throws(APIError<UndocumentedFailure>) {
            let value = try await client.fetch()
            Issue.record("\(value) was read")
        } catch {
            switch error.kind {
            // A body truncated by its declared length.
            case .decoding(let problem): #expect(answer.contains(": 3\r\n") && problem.offset == 3, "\(problem)")
            case .transport(let problem):
                let kinds: [TransportProblem.Kind] = [.truncatedBody, .invalidResponse, .closedEarly]
                #expect(kinds.contains(problem.kind), "\(problem) \(String(describing: problem.underlying))")
            default: Issue.record("\(error)")
            }
        }
    }

    @Test(arguments: TransportKind.allCases) func otherCharset(_ kind: TransportKind) async throws {
        let server = try SocketServer { connection in
            guard connection.readPath() != nil else { return }
            let head = [
                "HTTP/1.1 200 OK", "Content-Type: application/json; charset=iso-8859-1", "Content-Length: 7", "", "",
            ]
            connection.write(head.joined(separator: "\r\n"))
            connection.write([0x5B, 0x22, 0x47, 0x72, 0xFC, 0x22, 0x5D])
        }
        // JSON is UTF-8 (RFC 8259, 8.1), but a server's declaration about its own text is used.
        #expect(try await FaultClient(port: server.port, kind.make()).fetch() == ["Gr\u{FC}"])
    }

    @Test(arguments: TransportKind.allCases) func htmlInsteadOfJSON(_ kind: TransportKind) async throws {
        let server = try SocketServer { connection in
            guard connection.readPath() != nil else { return }
            connection.answer(body: "<!doctype html><title>Sign in</title>", headers: ["Content-Type: text/html"])
        }
        do {
            _ = try await FaultClient(port: server.port, kind.make()).fetch()
            Issue.record("this is no JSON")
        } catch {
            guard case .decoding(let problem) = error.kind else {
                Issue.record("\(error)")
                return
            }
            #expect(problem.offset == 0)
        }
    }
}
