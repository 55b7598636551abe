import FlyingFox
import Foundation

/// Answers for all four vendors, on this machine and on any free port. Refuses a call without the credential that its vendor asks for.
struct DemonstrationServer {
    /// Runs the server during the closure, which gets the server's address.
    func run(_ body: @Sendable (String) async throws -> Void) async throws {
        let server = HTTPServer(address: try .inet(ip4: "127.0.0.1", port: 0), logger: .disabled)
        for route in Self.routes {
            await server.appendRoute(HTTPRoute("GET " + route.path)) { request in
                let sent = request.headers[HTTPHeader(route.header)]
                return sent == route.credential ? Self.answer(route.body) : HTTPResponse(statusCode: .unauthorized)
            }
        }
        let running = Task { try await server.run() }
        try await server.waitUntilListening()
        guard case .ip4(_, let port)? = await server.listeningAddress else { throw NoAddress() }
        try await body("http://127.0.0.1:\(port)")
        running.cancel()
    }

    private static func answer(_ body: String) -> HTTPResponse {
        HTTPResponse(statusCode: .ok, headers: [.contentType: "application/json"], body: Data(body.utf8))
    }

    private struct Route {
        var path: String
        var header = "Authorization"
        var credential = "Bearer demo-token"
        var body: String
    }

    private static let routes = [
        Route(
            path: "/salescaptain/v1/list-contacts/:company",
            body: """
                {"message": "ok", "contacts": {"data": [
                    {"contact_id": "0b1c2d3e-1111-4222-8333-444455556666", "name": "Ada Example", "phone": "+12025550100", "email": null,
                     "created_at": "2030-01-02T03:04:05.000Z", "tags": ["Trial"]},
                    {"contact_id": "0b1c2d3e-1111-4222-8333-444455557777", "name": "Ben Example", "phone": "+12025550111",
                     "email": "ben@example.test"}
                ], "pagination": {"page_number": 1, "items_per_page": 10, "total_count": 2, "total_pages": 1}}}
                """),
        Route(
            path: "/chatcaptain/v1/chatbots/:chatbot/contacts", header: "x-chatcaptain-key", credential: "demo-key",
            body: """
                {"contacts": [{"id": "ct-1", "name": "Cleo Example", "language": "EN", "phoneNumber": "+4930000000", "email": "cleo@example.test"}]}
                """),
        Route(
            path: "/salesmsg/contacts/search",
            body: """
                {"results": [{"id": 4, "first_name": "Dan", "last_name": "Example", "number": "+14155550100", "opt_out": false}]}
                """),
        Route(
            path: "/developer/api/v1/contacts",
            body: """
                [{"id": "p-4", "companyId": "c-1", "name": "Eve Example", "email": "eve@example.test", "phone": "202-555-0100"}]
                """),
    ]
}

struct NoAddress: Error {}
