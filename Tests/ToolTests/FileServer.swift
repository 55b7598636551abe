import HTTPTypes
import Hummingbird
import NIOCore
import TestServers

/// A real server on loopback with parts of a document, honest and otherwise.
enum FileServer {
    /// Runs `body` with the server's port, and stops the server after it.
    static func run(_ body: @escaping @Sendable (UInt16) async throws -> Void) async throws {
        try await LoopbackServer.run(router(), body)
    }

    /// It refers to a file beside its folder.
    private static let document = """
        openapi: 3.1.0
        info: { title: Pet Store, version: 1.0.0 }
        paths:
          /owner:
            get:
              operationId: fetchOwner
              responses:
                '200':
                  description: The owner.
                  content: { application/json: { schema: { $ref: ../people/owner.yaml } } }
        """

    private static func router() -> Router<BasicRequestContext> {
        let router = Router()
        router.get("pet.yaml") { _, _ in "{ type: object, properties: { owner: { $ref: 'people/owner.yaml' } } }" }
        router.get("people/owner.yaml") { _, _ in "{ type: object, properties: { name: { type: string } } }" }
        router.get("api/pets.yaml") { _, _ in document }
        router.get("api-elsewhere.yaml") { request, _ in
            let port = (request.head.authority ?? "").split(separator: ":").last ?? ""
            return Response(status: .found, headers: [.location: "http://localhost:\(port)/api/pets.yaml"])
        }
        router.get("api-moved.yaml") { _, _ in Response(status: .found, headers: [.location: "/api/pets.yaml"]) }
        router.get("moved.yaml") { _, _ in Response(status: .found, headers: [.location: "/pet.yaml"]) }
        router.get("elsewhere.yaml") { request, _ in
            let port = (request.head.authority ?? "").split(separator: ":").last ?? ""
            return Response(status: .found, headers: [.location: "http://localhost:\(port)/pet.yaml"])
        }
        router.get("port.yaml") { request, _ in
            Response(
                status: .found, headers: [.location: "http://127.0.0.1:\(request.uri.query ?? "")/pet.yaml"])
        }
        router.get("disk.yaml") { _, _ in Response(status: .found, headers: [.location: "file:///etc/hostname"]) }
        router.get("circle.yaml") { _, _ in Response(status: .found, headers: [.location: "/circle.yaml"]) }
        router.get("huge.yaml") { _, _ in
            Response(
                status: .ok, headers: [.contentLength: "1000000000000"],
                body: .init(contentLength: 1_000_000_000_000) { writer in
                    try await writer.write(ByteBuffer(string: "#"))
                    try await Task.sleep(for: .seconds(30))
                    try await writer.finish(nil)
                })
        }
        router.get("endless.yaml") { _, _ in
            Response(
                status: .ok,
                body: .init { writer in
                    let piece = ByteBuffer(repeating: 0x23, count: 1 << 20)
                    while true { try await writer.write(piece) }
                })
        }
        return router
    }
}
