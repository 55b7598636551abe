import ApusPlatform
import ApusRuntime
import Foundation
import TestServers
import Testing

/// The repeated requests, their number and delays, as seen by a real server.
@Suite(.timeLimit(.minutes(1))) struct RetryFaultTests {
    /// Answers each request by its number, and records its time of arrival.
    private final class Counter: Sendable {
        let times = Lock<[ContinuousClock.Instant]>([])
        let server: SocketServer

        /// - Parameter answer: false closes the connection.
        init(_ answer: @escaping @Sendable (_ number: Int, _ connection: SocketConnection) -> Bool) throws {
            server = try SocketServer { [times] connection in
                while connection.readHead() != nil {
                    let number = times.withLock { times in
                        times.append(.now)
                        return times.count
                    }
                    if !answer(number, connection) { return }
                }
            }
        }

        var count: Int { times.withLock { $0.count } }
    }

    private static let quick = RetryPolicy(initialDelay: .milliseconds(1))

    private func client(_ counter: Counter, _ kind: TransportKind, _ policy: RetryPolicy = quick) -> FaultClient {
        FaultClient(
            port: counter.server.port, kind.make(), middleware: [.retries(policy, budget: .unlimited)],
            timeout: .seconds(10))
    }

    @Test(arguments: TransportKind.allCases) func statusesThatMayPassAreRepeated(_ kind: TransportKind) async throws {
        for status in [408, 429, 500, 502, 503, 504, 599] {
            let counter = try Counter { number, connection in
                connection.answer(number < 3 ? "\(status) Wait" : "200 OK", body: "[1]")
                return true
            }
            #expect(try await client(counter, kind).fetch() == [1], "\(status)")
            #expect(counter.count == 3, "\(status)")
        }
    }

    @Test(arguments: TransportKind.allCases) func otherStatusesAreAnswers(_ kind: TransportKind) async throws {
        for status in [400, 401, 403, 404, 409, 422, 501] {
            let counter = try Counter { _, connection in
                connection.answer("\(status) No", body: "[1]")
                return true
            }
            do {
                _ = try await client(counter, kind).fetch()
                Issue.record("\(status) is a failure")
            } catch {
                #expect(error.status == status && error.attempts == 1)
            }
            #expect(counter.count == 1, "\(status)")
        }
    }

    /// Before a response and within one; a refused connection cannot be counted.
    @Test(arguments: TransportKind.allCases) func brokenConnectionsAreRepeated(_ kind: TransportKind) async throws {
        let counter = try Counter { number, connection in
            switch number {
            case 1: connection.resetOnClose()
            case 2: connection.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n[1")
            default: connection.answer(body: "[1]", headers: ["Connection: close"])
            }
            return false
        }
        #expect(try await client(counter, kind).fetch() == [1])
        #expect(counter.count >= 3)
        let nobody = FaultClient(
            port: try SocketServer.refusedPort(), kind.make(), middleware: [.retries(Self.quick, budget: .unlimited)])
        do {
            _ = try await nobody.fetch()
            Issue.record("nobody listens")
        } catch {
            #expect(error.attempts == 3)
        }
    }

    /// A timeout applies to one attempt: the next one has the full time again.
    @Test(arguments: TransportKind.allCases) func eachAttemptHasItsTimeout(_ kind: TransportKind) async throws {
        let counter = try Counter { number, connection in
            if number == 1 {
                connection.readToEnd()
                return false
            }
            connection.pause(0.3)
            connection.answer(body: "[1]")
            return true
        }
        let start = ContinuousClock.now
        let value = try await client(counter, kind).fetch("x", CallOptions(timeout: .milliseconds(700)))
        #expect(value == [1])
        #expect(ContinuousClock.now - start >= .seconds(1))
        #expect(counter.count == 2)
    }

    /// Full jitter below a maximum: eight attempts with doubling delays would take seconds, and no two calls have equal
    /// delays.
    @Test(arguments: TransportKind.allCases) func waitsAreDrawnBelowTheCap(_ kind: TransportKind) async throws {
        let policy = RetryPolicy(
            maximumAttempts: 8, initialDelay: .milliseconds(40), maximumDelay: .milliseconds(80))
        var totals: [Duration] = []
        var firsts: [Duration] = []
        for _ in 0..<5 {
            let counter = try Counter { number, connection in
                connection.answer(number < 8 ? "503 Wait" : "200 OK", body: "[1]")
                return true
            }
            #expect(try await client(counter, kind, policy).fetch() == [1])
            let times = counter.times.withLock { $0 }
            let (first, second, last) = (try #require(times.first), times[1], try #require(times.last))
            totals.append(last - first)
            firsts.append(second - first)
        }
        // At most 40 + 6 * 80 ms of waits, and the work of a busy machine; 40 * 127 ms and more without the cap.
        #expect(totals.sorted()[2] < .milliseconds(1_500), "\(totals)")
        #expect(Set(firsts.map { Int($0 / .milliseconds(1)) }).count > 1, "\(firsts)")
    }

    @Test(arguments: TransportKind.allCases) func thePolicysTimeEndsRepeating(_ kind: TransportKind) async throws {
        let counter = try Counter { _, connection in
            connection.answer("503 Wait", body: "[1]")
            return true
        }
        let policy = RetryPolicy(
            maximumAttempts: 1_000, initialDelay: .milliseconds(20), maximumDelay: .milliseconds(50),
            deadline: .milliseconds(400))
        let start = ContinuousClock.now
        do {
            _ = try await client(counter, kind, policy).fetch()
            Issue.record("the server is never ready")
        } catch {
            #expect(error.status == 503 && error.retryObstacle == .deadline)
            #expect(error.attempts == counter.count && error.attempts > 2)
        }
        #expect(ContinuousClock.now - start < .seconds(3))
    }
}
