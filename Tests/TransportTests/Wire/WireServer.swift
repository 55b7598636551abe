import ApusRuntime
import Foundation
import Hummingbird
import TestServers
import Wire

/// A real server that accepts the requests of the module `Wire`, and answers as its document declares.
enum WireServer {
    /// Runs `body` with a client over a transport, and stops the server after it.
    static func run(
        _ kind: TransportKind, _ body: @escaping @Sendable (WireClient) async throws -> Void
    ) async throws {
        try await LoopbackServer.run(router()) { port in
            try await body(WireClient(server: .custom("http://127.0.0.1:\(port)"), transport: kind.make()))
        }
    }

    private static func router() -> Router<BasicRequestContext> {
        let router = Router()
        for path in ["forms", "uploads", "uploads/mixed", "lines", "sequence"] {
            router.post(RouterPath(path)) { request, _ in try await echo(request) }
        }
        router.on("parameters/**", method: .query) { request, _ in try await echo(request) }
        router.get("whole") { request, _ in try await echo(request) }
        if let copy = HTTPRequest.Method("COPY") {
            router.on("whole", method: copy) { request, _ in try await echo(request) }
        }
        router.put("uploads/raw") { request, _ in
            var count = 0
            for try await buffer in request.body { count += buffer.readableBytes }
            return json("\(count)")
        }
        addDownloads(to: router)
        addStreams(to: router)
        return router
    }

    /// Method and target, the content type with `B` for a boundary, the named headers, and the body.
    private static func echo(_ request: Request) async throws -> Response {
        let body = try await request.body.collect(upTo: 1 << 24)
        let contentType = request.headers[.contentType] ?? ""
        let boundary = contentType.split(separator: "boundary=").last.map(String.init) ?? ""
        var lines = ["\(request.method) \(request.uri)"]
        for name in ["X-List", "X-Color", "Cookie"] {
            if let field = HTTPField.Name(name), let value = request.headers[field] {
                lines.append("\(name): \(value)")
            }
        }
        lines += [contentType, "", String(buffer: body)]
        var text = lines.joined(separator: "\n")
        if contentType.contains("boundary=") { text = text.replacing(boundary, with: "B") }
        return Response(
            status: .ok, headers: [.contentType: "text/plain"],
            body: .init(byteBuffer: .init(string: text.replacing("\r\n", with: "\n"))))
    }

    static func json(_ text: String) -> Response {
        answer(text, type: "application/json")
    }

    static func answer(_ text: String, type: String?, status: HTTPResponse.Status = .ok) -> Response {
        var headers: HTTPFields = [:]
        if let type { headers[.contentType] = type }
        return Response(status: status, headers: headers, body: .init(byteBuffer: .init(string: text)))
    }
}
