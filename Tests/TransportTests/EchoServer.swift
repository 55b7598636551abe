import ApusRuntime
import Hummingbird
import TestServers

/// A real server on loopback that returns the received request.
enum EchoServer {
    /// Runs `body` with the server's port, and stops the server after it.
    static func run(_ body: @escaping @Sendable (UInt16) async throws -> Void) async throws {
        try await LoopbackServer.run(router(), body)
    }

    private static func router() -> Router<BasicRequestContext> {
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
