import ApusPlatform
import ApusRuntime
import Foundation
import TestServers

/// An authorization server with every grant, and a resource that accepts its tokens.
struct GrantEnvironment {
    let server: RecordingServer
    let authority: GrantAuthority
    /// The sleeps of a client that waits for a device.
    let slept = Lock<[Duration]>([])

    static func open() async throws -> GrantEnvironment {
        let authority = GrantAuthority()
        let server = try await RecordingServer.start { request in
            switch request.path {
            case "/token": return await authority.issue(request)
            case "/device":
                return .json(
                    #"{"device_code": "device-secret", "user_code": "WDJB-MJHT", "interval": 5, "expires_in": 600,"#
                        + #" "verification_uri": "https://a.test/device"}"#)
            case "/trade": return await authority.trade(request)
            default: return await authority.admit(request)
            }
        }
        return GrantEnvironment(server: server, authority: authority)
    }

    func oauth(
        _ transport: Transport, secret: SecretString?, authentication: OAuthClient.Authentication = .body,
        format: OAuthClient.BodyFormat = .form
    ) -> OAuthClient {
        let endpoints = OAuthEndpoints(
            authorization: ServerURL(server.url + "/authorize"), token: ServerURL(server.url + "/token"),
            deviceAuthorization: ServerURL(server.url + "/device"))
        var client = OAuthClient(
            endpoints, id: "app", secret: secret, authentication: authentication, bodyFormat: format,
            transport: transport.shared)
        client.clock = OAuthClock(now: { Date() }, sleep: { [slept] time in slept.withLock { $0.append(time) } })
        return client
    }

    /// The requests to the token endpoint, by field.
    var grants: [[String: String]] {
        get async { await server.requests.filter { $0.path == "/token" }.map(GrantAuthority.fields) }
    }
}

/// Decides about tokens. It repeats the request whenever it refuses one: a client must redact it.
actor GrantAuthority {
    private(set) var issued = 0
    private var valid: Set<String> = []
    /// Questions for a device's token.
    private var questions = 0
    private var isDenied = false

    func deny() {
        isDenied = true
    }

    func revokeAll() {
        valid = []
    }

    func admit(_ request: ReceivedRequest) -> Answer {
        let header = request.header("authorization") ?? ""
        guard valid.contains(String(header.dropFirst(7))) else {
            return .json(
                "{}", status: 401, [Pair(name: "www-authenticate", value: "Bearer error=\"invalid_token\"")])
        }
        return .json(#"{"id": 4}"#)
    }

    func trade(_ request: ReceivedRequest) -> Answer {
        refuse("invalid_token", request, status: 401)
    }

    func issue(_ request: ReceivedRequest) -> Answer {
        let fields = Self.fields(request)
        guard isClient(request, fields) else { return refuse("invalid_client", request, status: 401) }
        switch fields["grant_type"] {
        case "client_credentials", "authorization_code": return token(fields["scope"])
        case "refresh_token" where fields["refresh_token"]?.hasPrefix("refresh-") == true:
            return token(fields["scope"])
        case "urn:ietf:params:oauth:grant-type:device_code" where fields["device_code"] == "device-secret":
            if isDenied { return refuse("access_denied", request) }
            questions += 1
            switch questions % 3 {
            case 1: return refuse("authorization_pending", request)
            case 2: return refuse("slow_down", request)
            default: return token(nil)
            }
        default: return refuse("invalid_grant", request)
        }
    }

    /// By basic authentication, by the body, or as a public client by its id only.
    private func isClient(_ request: ReceivedRequest, _ fields: [String: String]) -> Bool {
        if let header = request.header("authorization") { return header == "Basic YXBwOnJpZ2h0LXNlY3JldA==" }
        return fields["client_id"] == "app" && [nil, "right-secret"].contains(fields["client_secret"])
    }

    private func token(_ scope: String?) -> Answer {
        let (access, refresh) = ("access-secret-\(UUID())", "refresh-secret-\(UUID())")
        issued += 1
        valid.insert(access)
        let scopes = scope.map { #", "scope": "\#($0)""# } ?? ""
        return .json(
            #"{"access_token": "\#(access)", "refresh_token": "\#(refresh)", "token_type": "bearer", "expires_in": 3600\#(scopes)}"#
        )
    }

    private func refuse(_ error: String, _ request: ReceivedRequest, status: Int = 400) -> Answer {
        let sent = Self.fields(request).sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        let header = request.header("authorization") ?? "none"
        return .json(
            #"{"error": "\#(error)", "error_description": "I was sent \#(sent.joined(separator: ", ")) and \#(header)"}"#,
            status: status)
    }

    static func fields(_ request: ReceivedRequest) -> [String: String] {
        if request.header("content-type") == "application/json" {
            return (try? JSONDecoder().decode([String: String].self, from: Data(request.body))) ?? [:]
        }
        let pairs = Pair.readPairs(of: String(decoding: request.body, as: UTF8.self))
        return Dictionary(pairs.map { ($0.name, $0.value) }) { first, _ in first }
    }
}
