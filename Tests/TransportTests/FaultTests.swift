import ApusRuntime
import TestServers
import Testing

/// Errors below HTTP have the same kind over every transport.
@Suite(.timeLimit(.minutes(2))) struct FaultTests {
    let server: FaultServer

    init() throws {
        server = try FaultServer()
    }

    /// The error of sending and reading to the end of the body.
    func problem(
        _ transport: any HTTPTransport, _ path: String, port: UInt16? = nil, timeout: Duration? = .seconds(20)
    ) async -> TransportProblem? {
        do {
            let response = try await transport.get(port ?? server.port, path, timeout: timeout)
            let bytes = try await response.body.collect()
            Issue.record("\(path) answered \(response.head.status) with \(bytes.count) bytes")
            return nil
        } catch let error as TransportProblem {
            return error
        } catch {
            Issue.record("\(path) threw \(error)")
            return nil
        }
    }

    static let faults: [(String, TransportProblem.Kind)] = [
        ("/truncated", .truncatedBody), ("/truncated-chunk", .truncatedBody), ("/no-last-chunk", .truncatedBody),
        ("/empty", .closedEarly), ("/half-head", .closedEarly), ("/reset", .closedEarly),
        ("/not-http", .invalidResponse), ("/reset-body", .truncatedBody),
    ]

    @Test(arguments: TransportKind.allCases, faults)
    func fault(_ kind: TransportKind, _ fault: (path: String, expected: TransportProblem.Kind)) async {
        guard kind.survives(fault.path) else { return }
        let found = await problem(kind.make(), fault.path)
        #expect(
            found?.kind == fault.expected, "\(String(describing: found)) \(String(describing: found?.underlying))"
        )
    }

    @Test(arguments: TransportKind.allCases) func refused(_ kind: TransportKind) async throws {
        let found = await problem(kind.make(), "/", port: try SocketServer.refusedPort())
        #expect(found?.kind == .connectionRefused, "\(String(describing: found))")
    }

    @Test(arguments: TransportKind.allCases) func unknownHost(_ kind: TransportKind) async throws {
        let request = HTTPRequest(method: .get, scheme: "http", authority: "no-such-host.invalid", path: "/")
        let problem = await #expect(throws: TransportProblem.self) {
            try await kind.make().send(request, body: .none, options: .standard)
        }
        #expect(problem?.kind == .hostNotFound, "\(String(describing: problem))")
    }

    @Test(arguments: TransportKind.allCases) func plainTextInsteadOfTLS(_ kind: TransportKind) async throws {
        let request = HTTPRequest(method: .get, scheme: "https", authority: "127.0.0.1:\(server.port)", path: "/")
        let problem = await #expect(throws: TransportProblem.self) {
            try await kind.make().send(request, body: .none, options: TransportOptions(timeout: .seconds(20)))
        }
        #expect(problem?.kind == .tls, "\(String(describing: problem)) \(String(describing: problem?.underlying))")
    }

    @Test(arguments: TransportKind.allCases, ["ftp", ""])
    func requestsThatCannotBeSent(_ kind: TransportKind, _ scheme: String) async throws {
        let request = HTTPRequest(method: .get, scheme: scheme, authority: "a.test", path: "/")
        let problem = await #expect(throws: TransportProblem.self) {
            try await kind.make().send(request, body: .none, options: .standard)
        }
        #expect(problem?.kind == .invalidRequest, "\(String(describing: problem))")
    }

    @Test(arguments: TransportKind.allCases, ["/stalled-head", "/stalled-body"])
    func timeout(_ kind: TransportKind, _ path: String) async {
        let start = ContinuousClock.now
        let found = await problem(kind.make(), path, timeout: .milliseconds(300))
        #expect(found?.kind == .timedOut, "\(String(describing: found))")
        #expect(ContinuousClock.now - start < .seconds(10))
    }

    @Test(arguments: TransportKind.allCases, ["/stalled-head", "/stalled-body"])
    func cancellation(_ kind: TransportKind, _ path: String) async throws {
        let transport = kind.make()
        let task = Task { await problem(transport, path) }
        try await Task.sleep(for: .milliseconds(300))
        let start = ContinuousClock.now
        task.cancel()
        let found = await task.value
        #expect(found?.kind == .cancelled, "\(String(describing: found))")
        #expect(ContinuousClock.now - start < .seconds(5))
    }

    @Test(arguments: TransportKind.allCases, ["/gzip", "/until-close", "/trailers", "/continue", "/early-hints"])
    func unusualButRight(_ kind: TransportKind, _ path: String) async throws {
        guard kind.survives(path) else { return }
        let response = try await kind.make().get(server.port, path)
        #expect(response.head.status == .ok)
        #expect(try await response.body.collect() == Array("hello".utf8))
    }

    @Test(arguments: TransportKind.allCases) func unauthorizedIsAnAnswer(_ kind: TransportKind) async throws {
        let response = try await kind.make().get(server.port, "/unauthorized")
        #expect(response.head.status.code == 401)
        #expect(response.head.headerFields[.wwwAuthenticate] == "Basic realm=\"x\"")
        #expect(try await response.body.collect() == Array("no".utf8))
    }

    @Test(arguments: TransportKind.allCases) func bodyIsReadOnce(_ kind: TransportKind) async throws {
        let response = try await kind.make().get(server.port, "/until-close")
        _ = try await response.body.collect()
        let problem = await #expect(throws: TransportProblem.self) { try await response.body.collect() }
        #expect(problem?.kind == .bodyConsumed)
    }
}
