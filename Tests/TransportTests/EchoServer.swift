import ApusRuntime
import Hummingbird

/// A real server on loopback that returns the received request.
enum EchoServer {
    /// Runs `body` with the server's port, and stops the server after it.
    static func run(
        router: Router<BasicRequestContext> = router(), _ body: @escaping @Sendable (UInt16) async throws -> Void
    ) async throws {
        let (ports, continuation) = AsyncStream<UInt16>.makeStream()
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { channel in continuation.yield(UInt16(channel.localAddress?.port ?? 0)) })
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await application.runService(gracefulShutdownSignals: []) }
            for await port in ports {
                try await body(port)
                break
            }
            group.cancelAll()
        }
    }

    static func router() -> Router<BasicRequestContext> {
        let router = Router()
        for method in [HTTPRequest.Method.get, .post, .put, .patch, .delete, .head, .options, .query] {
            router.on("echo/**", method: method) { request, _ in try await echo(request) }
        }
        router.on("count", method: .post) { request, _ in
            var count = 0
            for try await buffer in request.body { count += buffer.readableBytes }
            return "\(count)"
        }
        router.get("status/{code}") { _, context in
            Response(
                status: .init(code: Int(context.parameters.get("code") ?? "") ?? 500),
                body: .init(byteBuffer: .init(string: "x")))
        }
        router.get("redirect") { _, _ in Response(status: .found, headers: [.location: "/echo/target"]) }
        router.get("zeros/{count}") { _, context in
            let count = Int(context.parameters.get("count") ?? "") ?? 0
            return Response(
                status: .ok,
                body: .init { writer in
                    let piece = ByteBuffer(repeating: 0, count: 65_536)
                    for _ in 0..<(count / 65_536) { try await writer.write(piece) }
                    try await writer.finish(nil)
                })
        }
        return router
    }

    /// Method, target, headers and body, a line each.
    private static func echo(_ request: Request) async throws -> Response {
        let body = try await request.body.collect(upTo: 1 << 24)
        var lines = ["\(request.method)", "\(request.uri)"]
        lines += request.headers.map { "\($0.name.canonicalName): \($0.value)" }.sorted()
        lines += ["", String(buffer: body)]
        var headers: HTTPFields = [:]
        for value in request.headers[values: .via] { headers.append(HTTPField(name: .via, value: value)) }
        return Response(
            status: .ok, headers: headers, body: .init(byteBuffer: .init(string: lines.joined(separator: "\n"))))
    }
}
