import ApusPlatform
import ApusRuntime
import Foundation
import TestServers
import Testing

/// Retries, keys, waits and deadlines against a real server.
@Suite(.timeLimit(.minutes(1))) struct ResilienceTests {
    /// Refuses the first requests with a given response, and records all of them with their times.
    private final class Stubborn: Sendable {
        let heads = Lock<[(text: String, time: ContinuousClock.Instant)]>([])
        let server: SocketServer

        init(refusals: Int, _ status: String, headers: [String] = []) throws {
            server = try SocketServer { [heads] connection in
                while let head = connection.readHead() {
                    let count = heads.withLock { heads in
                        heads.append((head, .now))
                        return heads.count
                    }
                    if count <= refusals {
                        connection.answer(status, body: "", headers: headers)
                    } else {
                        connection.answer(body: "[1]")
                    }
                }
            }
        }

        /// From one request to the next.
        var waits: [Duration] {
            let times = heads.withLock { $0.map(\.time) }
            return zip(times, times.dropFirst()).map { $1 - $0 }
        }
    }

    @Test(arguments: TransportKind.allCases, ["429 Too Many Requests", "503 Service Unavailable"])
    func waitsAsLongAsTheServerSays(_ kind: TransportKind, _ status: String) async throws {
        let stubborn = try Stubborn(refusals: 1, status, headers: ["Retry-After: 1"])
        #expect(try await FaultClient(port: stubborn.server.port, kind.make()).fetch() == [1])
        #expect(stubborn.waits.allSatisfy { $0 >= .seconds(1) && $0 < .seconds(5) }, "\(stubborn.waits)")
    }

    /// Compared with the server's own clock, which may be wrong.
    @Test(arguments: TransportKind.allCases) func waitsUntilADate(_ kind: TransportKind) async throws {
        let stubborn = try Stubborn(
            refusals: 1, "503 Service Unavailable",
            headers: ["Date: Sun, 06 Nov 1994 08:49:37 GMT", "Retry-After: Sun, 06 Nov 1994 08:49:38 GMT"])
        #expect(try await FaultClient(port: stubborn.server.port, kind.make()).fetch() == [1])
        #expect(stubborn.waits.allSatisfy { $0 >= .seconds(1) && $0 < .seconds(5) }, "\(stubborn.waits)")
    }

    @Test(arguments: TransportKind.allCases) func waitsUntilTheWindowEnds(_ kind: TransportKind) async throws {
        let stubborn = try Stubborn(refusals: 1, "429 Too Many Requests", headers: ["X-RateLimit-Reset: 1"])
        #expect(try await FaultClient(port: stubborn.server.port, kind.make()).fetch() == [1])
        #expect(stubborn.waits.allSatisfy { $0 >= .seconds(1) && $0 < .seconds(5) }, "\(stubborn.waits)")
    }

    @Test(arguments: TransportKind.allCases) func aWaitThatIsTooLongIsNotBegun(_ kind: TransportKind) async throws {
        let stubborn = try Stubborn(refusals: 1, "503 Service Unavailable", headers: ["Retry-After: 3600"])
        do {
            _ = try await FaultClient(port: stubborn.server.port, kind.make()).fetch()
            Issue.record("an hour is too long")
        } catch {
            #expect(error.retryObstacle == .waitTooLong(.seconds(3600)))
            #expect(error.retryAfter == .seconds(3600))
        }
    }

    @Test(arguments: TransportKind.allCases) func aKeyIsTheSameInEveryAttempt(_ kind: TransportKind) async throws {
        let stubborn = try Stubborn(refusals: 2, "502 Bad Gateway")
        let client = FaultClient(
            port: stubborn.server.port, kind.make(),
            middleware: [.retries(RetryPolicy(initialDelay: .milliseconds(1))), .idempotencyKeys(header: "X-Key")])
        #expect(try await client.send(Key()) == [1])
        #expect(try await client.send(Key(), options: CallOptions(idempotencyKey: "mine")) == [1])
        let keys = stubborn.heads.withLock { heads in
            heads.map { head in head.text.split(separator: "\r\n").first { $0.lowercased().hasPrefix("x-key:") } ?? "" }
        }
        #expect(keys.count == 4)
        #expect(Set(keys.prefix(3)).count == 1 && (keys.first?.count ?? 0) > 20, "\(keys)")
        #expect(keys.last?.lowercased() == "x-key: mine")
    }

    /// Without a key a POST is sent once, whatever its result.
    @Test(arguments: TransportKind.allCases) func anUnsafeCallGoesOutOnce(_ kind: TransportKind) async throws {
        let stubborn = try Stubborn(refusals: 1, "502 Bad Gateway")
        await #expect(throws: APIError<UndocumentedFailure>.self) {
            try await FaultClient(port: stubborn.server.port, kind.make()).send(Key())
        }
        #expect(stubborn.heads.withLock { $0.count } == 1)
    }

    @Test(arguments: TransportKind.allCases) func aStreamIsNotSentTwice(_ kind: TransportKind) async throws {
        let server = try SocketServer { connection in
            guard connection.readHead() != nil else { return }
            connection.read(65_536)
            connection.answer("503 Service Unavailable", body: "", headers: ["Connection: close"])
        }
        let pieces = ConformanceTests.pieces(1)
        do {
            try await FaultClient(port: server.port, kind.make()).send(
                Send(body: .stream(pieces, length: 65_536, isReplayable: false)))
            Issue.record("the server is not ready")
        } catch {
            #expect(error.attempts == 1)
            #expect(error.retryObstacle == .bodyNotReplayable)
        }
    }

    @Test(arguments: TransportKind.allCases) func theBudgetEndsRepeating(_ kind: TransportKind) async throws {
        let stubborn = try Stubborn(refusals: .max, "503 Service Unavailable")
        let client = FaultClient(
            port: stubborn.server.port, kind.make(), middleware: [.retries(RetryPolicy(initialDelay: .milliseconds(1)))]
        )
        var obstacles: [RetryObstacle?] = []
        for _ in 0..<30 {
            do { _ = try await client.fetch() } catch { obstacles.append(error.retryObstacle) }
        }
        #expect(obstacles.first == .some(nil) && obstacles.last == .budgetSpent)
        #expect(stubborn.heads.withLock { $0.count } < 60, "thirty calls are not ninety requests")
    }

    /// The wait for a limit counts as time of the call.
    @Test(arguments: TransportKind.allCases) func aDeadlineEndsWaitingInLine(_ kind: TransportKind) async throws {
        let stubborn = try Stubborn(refusals: 0, "")
        let client = FaultClient(
            port: stubborn.server.port, kind.make(), middleware: [.retries(.never), .rateLimit(1, per: .seconds(60))])
        #expect(try await client.fetch() == [1])
        let start = ContinuousClock.now
        do {
            _ = try await client.fetch("x", CallOptions(deadline: .milliseconds(200)))
            Issue.record("the next slot is a minute away")
        } catch {
            guard case .transport(let problem) = error.kind else {
                Issue.record("\(error.kind)")
                return
            }
            #expect(problem.kind == .deadlineExceeded)
        }
        #expect(ContinuousClock.now - start < .seconds(5))
        #expect(stubborn.heads.withLock { $0.count } == 1)
    }

    /// A download reports its progress, and the unread rest is not fetched.
    @Test(arguments: TransportKind.allCases) func aDownloadTellsItsProgress(_ kind: TransportKind) async throws {
        try await EchoServer.run { port in
            let path = FileManager.default.temporaryDirectory.appending(path: "apus-\(UUID().uuidString)").path()
            defer { try? FileManager.default.removeItem(atPath: path) }
            let response = try await kind.make().get(port, "/zeros/\(8 << 20)")
            let taken = Lock<[Int64]>([])
            let count = try await response.body.reporting { bytes in taken.withLock { $0.append(bytes) } }.save(
                to: path)
            #expect(count == 8 << 20)
            let reports = taken.withLock { $0 }
            #expect(reports.count > 1 && reports.last == 8 << 20)
            #expect(zip(reports, reports.dropFirst()).allSatisfy { $0 < $1 })
        }
    }

    private struct Key: APIOperation {
        static let descriptor = OperationDescriptor(id: "key", method: .post, path: "/key")
        func encode(into request: inout RequestWriter) {}
        static func decode(_ response: inout ResponseReader) -> JSONValue { response.json() }
        typealias Failure = UndocumentedFailure
    }
}
