import ApusRuntime
import Foundation
import Testing

/// Many calls, many failures, and nothing left behind.
@Suite(.serialized, .timeLimit(.minutes(5))) struct StressTests {
    /// Each tenth request is refused or its connection closed.
    private static func serve(_ connection: SocketConnection, _ requests: Tally) {
        while connection.readHead() != nil {
            let number = requests.add()
            if number % 20 == 0 { return }
            if number % 20 == 10 {
                connection.answer("503 Unavailable", body: "{}")
            } else {
                connection.answer(body: "[1]")
            }
        }
    }

    @Test(arguments: TransportKind.allCases) func tenThousandCallsFromTwoHundredTasks(_ kind: TransportKind)
        async throws
    {
        let requests = Tally()
        let (port, outcomes) = try await run(kind, requests)
        #expect(outcomes.values.reduce(0, +) == 10_000)
        #expect(outcomes["value"] ?? 0 > 9_900, "\(outcomes)")
        #expect(requests.count > 10_500, "failures were repeated")
        // The pool of connections goes with its transport, and so does the server's side.
        var open = 0
        for _ in 0..<200 {
            guard let count = try Self.openSockets(of: port) else { return print("skipped: only Linux lists sockets") }
            open = count
            if open == 0 { break }
            try await Task.sleep(for: .milliseconds(50))
        }
        #expect(open == 0, "\(open) sockets are left")
    }

    private func run(_ kind: TransportKind, _ requests: Tally) async throws -> (UInt16, [String: Int]) {
        let server = try SocketServer { Self.serve($0, requests) }
        let client = FaultClient(
            port: server.port, kind.make(),
            middleware: [.retries(RetryPolicy(maximumAttempts: 6, initialDelay: .milliseconds(5)), budget: .unlimited)])
        let outcomes = await withTaskGroup(of: [String: Int].self) { group in
            for _ in 0..<200 {
                group.addTask {
                    var outcomes: [String: Int] = [:]
                    for _ in 0..<50 { outcomes[await Self.outcome(client), default: 0] += 1 }
                    return outcomes
                }
            }
            return await group.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
        }
        return (server.port, outcomes)
    }

    private static func outcome(_ client: FaultClient) async -> String {
        do throws(APIError<UndocumentedFailure>) {
            return try await client.fetch() == [1] ? "value" : "another value"
        } catch {
            switch error.kind {
            case .response: return "status \(error.status ?? 0)"
            case .transport(let problem): return problem.kind.rawValue
            default: return "\(error)"
            }
        }
    }

    /// Sockets of this process that have one end at `port`; those that the system keeps for a while after their end, and
    /// the listener, do not count. nil: this system does not tell.
    private static func openSockets(of port: UInt16) throws -> Int? {
        guard FileManager.default.fileExists(atPath: "/proc/self/net/tcp") else { return nil }
        let digits = String(port, radix: 16, uppercase: true)
        let ending = ":" + String(repeating: "0", count: 4 - digits.count) + digits
        let table = try String(contentsOfFile: "/proc/self/net/tcp", encoding: .utf8)
        return table.split(separator: "\n").dropFirst().count { line in
            let fields = line.split(separator: " ")
            let isOver = ["06", "0A"].contains(fields[3])
            return !isOver && (fields[1].hasSuffix(ending) || fields[2].hasSuffix(ending))
        }
    }

    /// Calls that hang, each cancelled for itself.
    @Test(arguments: TransportKind.allCases) func cancellationIsQuick(_ kind: TransportKind) async throws {
        let arrived = Tally()
        let server = try SocketServer { connection in
            guard connection.readHead() != nil else { return }
            arrived.add()
            connection.readToEnd()
        }
        let client = FaultClient(port: server.port, kind.make())
        var times: [Duration] = []
        for number in 1...21 {
            let call = Task { () -> Bool in
                do throws(APIError<UndocumentedFailure>) {
                    _ = try await client.fetch()
                    return false
                } catch {
                    if case .cancelled = error.kind { return true } else { return false }
                }
            }
            while arrived.count < number { try await Task.sleep(for: .milliseconds(2)) }
            let start = ContinuousClock.now
            call.cancel()
            #expect(await call.value)
            times.append(ContinuousClock.now - start)
        }
        // The median: other work on this machine may hold up one or the other.
        #expect(times.sorted()[10] < .milliseconds(100), "\(times)")
    }
}
