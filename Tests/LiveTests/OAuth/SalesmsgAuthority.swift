import ApusRuntime
import Foundation
import TestServers

/// The token state of Salesmsg's server: permissions, and the valid codes and refresh tokens.
actor SalesmsgAuthority {
    private struct Grant {
        var scopes: [String]
        var challenge: String?
        var redirectURI: String
    }

    /// Access token → scopes.
    private var access: [String: [String]] = [:]
    private var refresh: [String: [String]] = [:]
    private var codes: [String: Grant] = [:]
    private var serial = 0
    private(set) var refreshCount = 0
    private(set) var exchangeFormats: [String] = []
    var needsAgreement = false

    func demandAgreement() {
        needsAgreement = true
    }

    func allow(access token: String, refresh refreshToken: String?, scopes: [String]) {
        access[token] = scopes
        if let refreshToken { refresh[refreshToken] = scopes }
    }

    func revoke(_ token: String) {
        access[token] = nil
    }

    func scopes(of request: ReceivedRequest) -> [String]? {
        guard let header = request.header("authorization"), header.hasPrefix("Bearer ") else { return nil }
        return access[String(header.dropFirst(7))]
    }

    /// The consent page of a user who agrees at once.
    func authorize(_ request: ReceivedRequest) -> Answer {
        let query = Dictionary(Pair.readPairs(of: request.query).map { ($0.name, $0.value) }) { first, _ in first }
        guard query["response_type"] == "code", query["client_id"] == "app", let uri = query["redirect_uri"],
            query["code_challenge_method"] == "S256"
        else { return Answer(status: 400) }
        serial += 1
        let scopes = (query["scope"] ?? "").split(separator: " ").map(String.init)
        codes["code-\(serial)"] = Grant(scopes: scopes, challenge: query["code_challenge"], redirectURI: uri)
        let location = "\(uri)?code=code-\(serial)&state=\(query["state"] ?? "")"
        return Answer(status: 302, headers: [Pair(name: "location", value: location)])
    }

    /// `/oauth/token` and `/oauth/token/refresh`, JSON or form.
    func issue(_ request: ReceivedRequest) -> Answer {
        let format = request.header("content-type") ?? "none"
        exchangeFormats.append(format)
        let fields = format.hasPrefix("application/json") ? Self.json(request.body) : Self.form(request.body)
        guard fields["client_id"] == "app", fields["client_secret"] == "app-secret" else {
            return .json(#"{"error": "invalid_client"}"#, status: 401)
        }
        if needsAgreement {
            let text = "Access denied. You must have a signed Business Associate Agreement (BAA) to continue."
            return .json(#"{"message": "\#(text)"}"#, status: 403)
        }
        switch fields["grant_type"] {
        case "authorization_code":
            // A code is good once (RFC 6749, 4.1.2).
            guard let code = fields["code"], let grant = codes.removeValue(forKey: code),
                grant.redirectURI == fields["redirect_uri"],
                PKCE(verifier: fields["code_verifier"] ?? "")?.challenge == grant.challenge
            else { return .json(#"{"error": "invalid_grant"}"#, status: 400) }
            return token(for: grant.scopes, rotates: true)
        case "refresh_token":
            // A refresh token is valid once: a second refresh revokes the session.
            guard let token = fields["refresh_token"], let scopes = refresh.removeValue(forKey: token) else {
                return .json(#"{"error": "invalid_grant"}"#, status: 400)
            }
            refreshCount += 1
            return self.token(for: scopes, rotates: true)
        default: return .json(#"{"error": "unsupported_grant_type"}"#, status: 400)
        }
    }

    /// `/oauth/personal-token/refresh`: the old token buys a new one and is worth nothing afterwards.
    func tradePersonalToken(_ request: ReceivedRequest) -> Answer {
        guard request.body.isEmpty, let scopes = scopes(of: request) else {
            return .json(#"{"message": "Unauthorized", "auth_required": false}"#, status: 401)
        }
        access[String((request.header("authorization") ?? "").dropFirst(7))] = nil
        refreshCount += 1
        return token(for: scopes, rotates: false)
    }

    private func token(for scopes: [String], rotates: Bool) -> Answer {
        serial += 1
        access["access-\(serial)"] = scopes
        refresh["refresh-\(serial)"] = rotates ? scopes : nil
        let rest = rotates ? #", "refresh_token": "refresh-\#(serial)""# : ""
        return .json(#"{"token_type": "Bearer", "expires_in": 3600, "access_token": "access-\#(serial)"\#(rest)}"#)
    }

    private static func form(_ body: [UInt8]) -> [String: String] {
        let pairs = Pair.readPairs(of: String(decoding: body, as: UTF8.self))
        return Dictionary(pairs.map { ($0.name, $0.value) }) { first, _ in first }
    }

    private static func json(_ body: [UInt8]) -> [String: String] {
        (try? JSONDecoder().decode([String: String].self, from: Data(body))) ?? [:]
    }
}
