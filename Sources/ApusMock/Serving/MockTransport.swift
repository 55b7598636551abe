public import ApusRuntime
public import HTTPTypes

/// Answers a client in process, as the mock server does over a connection: with the same checks, delays and streams.
///
/// ```swift
/// let mock = try MockWorkspace.load("apus.yaml")
/// let client = SalesCaptainClient(transport: mock.transport(for: "SalesCaptain"))
/// ```
public struct MockTransport: HTTPTransport {
    private let workspace: MockWorkspace
    private let prefix: String

    init(_ workspace: MockWorkspace, prefix: String) {
        self.workspace = workspace
        self.prefix = prefix
    }

    /// - Throws: `TransportProblem` of kind `timedOut` for an answer whose delay is longer than the timeout, `cancelled`, or the problem of
    ///   the request's body.
    public func send(
        _ request: HTTPRequest, body: APIBody, options: TransportOptions
    ) async throws(TransportProblem) -> HTTPResponseStream {
        var received = MockRequest(
            method: request.method.rawValue, target: prefix + (request.path ?? "/"),
            origin: "\(request.scheme ?? "http")://\(request.authority ?? "localhost")", headers: request.headerFields)
        do {
            received.body = try await body.collect(upTo: Self.bodyLimit)
        } catch let problem as TransportProblem {
            throw problem
        } catch {
            throw TransportProblem(Task.isCancelled ? .cancelled : .requestBody, "\(error)", underlying: error)
        }
        let answer = await workspace.answer(received)
        try await wait(answer.delay, within: options.timeout)
        let head = HTTPResponse(status: HTTPResponse.Status(code: answer.status), headerFields: answer.headers)
        return HTTPResponseStream(head: head, body: answer.stream)
    }

    /// More than any ``MockOptions/bodyLimit`` that a test needs: the server answers 413 beyond its own.
    private static let bodyLimit = 256 << 20

    private func wait(_ delay: Duration, within timeout: Duration?) async throws(TransportProblem) {
        let isLate = timeout.map { delay > $0 } ?? false
        do {
            try Task.checkCancellation()
            let pause = isLate ? timeout ?? delay : delay
            if pause > .zero { try await Task.sleep(for: pause) }
        } catch {
            throw TransportProblem(.cancelled, "")
        }
        if isLate { throw TransportProblem(.timedOut, "no answer within the timeout") }
    }
}

extension MockAnswer {
    /// The body in pieces, with the pauses between them.
    public var stream: ByteStream {
        switch body {
        case .bytes(let bytes): ByteStream(bytes)
        case .pieces(let pieces, let pause):
            ByteStream(starting: {
                var index = 0
                return {
                    guard index < pieces.count else { return nil }
                    if index > 0 { try await Task.sleep(for: pause) }
                    defer { index += 1 }
                    return pieces[index]
                }
            })
        }
    }
}
