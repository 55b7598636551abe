import ApusRuntime
import Foundation
import TestServers
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
        // Resources that a process opens once and keeps, such as event loops, are open before.
        _ = try await run(kind, Tally(), calls: 2)
        let before = OpenFiles.look()
        let requests = Tally()
        let outcomes = try await run(kind, requests, calls: 50)
        #expect(outcomes.values.reduce(0, +) == 10_000)
        #expect(outcomes["value"] ?? 0 > 9_900, "\(outcomes)")
        let areTyped = outcomes.keys.allSatisfy { ["value", "status 503"].contains($0) || $0.hasPrefix("transport ") }
        #expect(areTyped, "\(outcomes)")
        #expect(requests.count > 10_500, "failures were repeated")
        // The connection pool is released with its transport, and so is the server's side.
        let left = try await before.leftovers()
        #expect(left.isEmpty, "\(left.count) are left: \(left.prefix(20))")
    }

    private func run(_ kind: TransportKind, _ requests: Tally, calls: Int) async throws -> [String: Int] {
        let server = try SocketServer { Self.serve($0, requests) }
        let client = FaultClient(
            port: server.port, kind.make(),
            middleware: [.retries(RetryPolicy(maximumAttempts: 6, initialDelay: .milliseconds(5)), budget: .unlimited)])
        return await withTaskGroup(of: [String: Int].self) { group in
            for _ in 0..<200 {
                group.addTask {
                    var outcomes: [String: Int] = [:]
                    for _ in 0..<calls { outcomes[await Self.outcome(client), default: 0] += 1 }
                    return outcomes
                }
            }
            return await group.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
        }
    }

    private static func outcome(_ client: FaultClient) async -> String {
        do throws(APIError<UndocumentedFailure>) {
            return try await client.fetch() == [1] ? "value" : "another value"
        } catch {
            switch error.kind {
            case .response: return "status \(error.status ?? 0)"
            case .transport(let problem): return "transport \(problem.kind.rawValue)"
            default: return "\(error)"
            }
        }
    }

    /// Bodies that wait in files, both ways: sent, refused, cancelled, read to the end, half, and not at all.
    @Test(arguments: TransportKind.allCases) func bodiesThatWaitInFilesLeaveNone(_ kind: TransportKind) async throws {
        try await sendBodies(kind, rounds: 1)
        let before = OpenFiles.look()
        try await sendBodies(kind, rounds: 10)
        let left = try await before.leftovers()
        #expect(left.isEmpty, "\(left.count) are left: \(left.prefix(20))")
    }

    private func sendBodies(_ kind: TransportKind, rounds: Int) async throws {
        let size = 4 << 20
        let server = try SocketServer { connection in
            while let head = connection.readHead() {
                if head.hasPrefix("PUT") {
                    connection.read(65_536 * 4)
                    if head.contains("/refused") { return }
                    connection.answer(body: "1")
                } else {
                    connection.answer(body: [UInt8](repeating: 49, count: size))
                }
            }
        }
        let transport = kind.make()
        @Sendable func send(
            _ path: String, pieces: Int = 4, over other: (any HTTPTransport)? = nil
        ) async throws {
            let request = HTTPRequest(method: .put, scheme: "http", authority: "127.0.0.1:\(server.port)", path: path)
            let body = APIBody.stream(ConformanceTests.pieces(pieces), length: 65_536 * 4)
            let response = try await (other ?? transport).send(request, body: body, options: .standard)
            _ = try await response.body.collect()
        }
        for _ in 0..<rounds {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await send("/taken") }
                // On a separate connection: libcurl resends a request on a new connection when a kept one is closed
                // during it.
                group.addTask { _ = try? await send("/refused", over: kind.make()) }
                group.addTask { _ = try? await send("/failing", pieces: 2) }
                for share in [0, 1, size] {
                    group.addTask {
                        var count = 0
                        var pieces = try await transport.get(server.port, "/").body.makeAsyncIterator()
                        while count < share, let piece = try await pieces.next() { count += piece.count }
                    }
                }
                try await group.waitForAll()
            }
            let cancelled = Task { try await transport.get(server.port, "/").body.collect() }
            try await Task.sleep(for: .milliseconds(5))
            cancelled.cancel()
            _ = await cancelled.result
        }
    }

    /// Calls that hang, each cancelled for itself; it reaches the server, which sees the connection go.
    @Test(arguments: TransportKind.allCases) func cancellationIsQuick(_ kind: TransportKind) async throws {
        let (arrived, gone) = (Tally(), Tally())
        let server = try SocketServer { connection in
            guard connection.readHead() != nil else { return }
            arrived.add()
            connection.readToEnd()
            gone.add()
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
        // The median: other work on this machine may delay some of them.
        #expect(times.sorted()[10] < .milliseconds(100), "\(times)")
        for _ in 0..<100 where gone.count < 21 { try await Task.sleep(for: .milliseconds(20)) }
        #expect(gone.count == 21, "a connection outlives its call")
    }
}
