import ApusRuntime
import Salesmsg
import TestServers

/// Salesmsg on this machine: consent page, token endpoints, and an API that requires a token.
struct SalesmsgEnvironment {
    let server: RecordingServer
    let authority: SalesmsgAuthority
    let transport: Transport

    static func open(over transport: Transport) async throws -> SalesmsgEnvironment {
        let authority = SalesmsgAuthority()
        let server = try await RecordingServer.start { request in
            switch request.path {
            case "/auth/oauth": return await authority.authorize(request)
            case "/oauth/token", "/oauth/token/refresh":
                // Long enough for a hundred callers to arrive meanwhile.
                try? await Task.sleep(for: .milliseconds(100))
                return await authority.issue(request)
            case "/oauth/personal-token/refresh": return await authority.tradePersonalToken(request)
            default: return await answer(request, authority)
            }
        }
        return SalesmsgEnvironment(server: server, authority: authority, transport: transport)
    }

    private static func answer(_ request: ReceivedRequest, _ authority: SalesmsgAuthority) async -> Answer {
        guard let scopes = await authority.scopes(of: request) else {
            return .json(#"{"message": "Unauthorized", "auth_required": false}"#, status: 401)
        }
        let needed = (request.path == "/tags" ? "tags" : "contacts") + (request.method == "GET" ? ":read" : ":write")
        guard scopes.contains(needed) else {
            return .json(#"{"error": "insufficient_scope", "message": "Scope \#(needed) is missing"}"#, status: 403)
        }
        return .json(request.path == "/tags" ? #"{"id": 1, "label": "x"}"# : #"{"id": 4, "first_name": "Ada"}"#)
    }

    var endpoints: OAuthEndpoints {
        OAuthEndpoints(
            authorization: ServerURL("\(server.url)/auth/oauth"), token: ServerURL("\(server.url)/oauth/token"),
            refresh: ServerURL("\(server.url)/oauth/token/refresh"),
            refusals: SalesmsgCredentials.oauth2Endpoints.refusals)
    }

    func oauth(_ format: OAuthClient.BodyFormat = .form) -> OAuthClient {
        OAuthClient(
            endpoints, id: "app", secret: "app-secret", authentication: .body, bodyFormat: format,
            transport: transport.shared)
    }

    func client(_ credentials: SalesmsgCredentials) -> SalesmsgClient {
        SalesmsgClient(
            server: .custom(server.url), transport: transport.shared, credentials: credentials,
            middleware: [.retries(.never)])
    }

    /// The actions of the user's browser: requests consent, and is redirected back.
    func browse(_ authorization: OAuthAuthorization) async throws -> String {
        let path = String(authorization.url.dropFirst(server.url.count))
        let request = HTTPRequest(
            method: .get, scheme: "http", authority: String(server.url.dropFirst(7)), path: path)
        let response = try await transport.shared.send(request, body: .none, options: .standard)
        _ = try await response.body.collect()
        return response.head.headerFields[.location] ?? ""
    }

    /// Requests for operations, without those for tokens.
    var calls: [ReceivedRequest] {
        get async { await server.requests.filter { !$0.path.hasPrefix("/oauth") && !$0.path.hasPrefix("/auth") } }
    }
}
