/// A client registered with an authorization server. It gets tokens (RFC 6749), with a method for each grant.
///
/// Two grants are deliberately absent: the implicit grant, which puts tokens into URLs, and the password grant, which
/// gives the user's password to the client; RFC 9700 (2.1.2 and 2.4) tells servers and clients to abandon both. Use a
/// token obtained in another way as a fixed token.
///
/// ```swift
/// let oauth = OAuthClient(SalesmsgCredentials.oauth2Endpoints, id: id, secret: secret, transport: transport)
/// let request = try oauth.authorization(redirectURI: "https://app.example/back", scopes: ["contacts:read"])
/// let token = try await oauth.exchange(redirect: url, for: request)
/// let credentials = SalesmsgCredentials.oauth2(oauth.credential(store: MemoryTokenStore(token)))
/// ```
public struct OAuthClient: Sendable {
    /// The client's authentication at the token endpoint (RFC 6749, 2.3.1).
    public enum Authentication: Sendable, Hashable {
        /// The header `Authorization: Basic`, which every server must support.
        case basic
        /// `client_id` and `client_secret` in the body, which many servers require instead.
        case body
    }

    public enum BodyFormat: Sendable, Hashable {
        /// `application/x-www-form-urlencoded`, as the RFC defines.
        case form
        /// `application/json`, as some vendors require.
        case json
    }

    public var endpoints: OAuthEndpoints
    public var id: String
    /// nil: a public client, such as an app, which sends its `client_id` only.
    public var secret: SecretString?
    public var authentication: Authentication
    public var bodyFormat: BodyFormat
    /// Parameters for every token request, such as `audience` or `resource`.
    public var parameters: [(name: String, value: String)] = []
    public var scopeSeparator = " "
    /// Whether http to hosts other than the local machine is allowed; by default it is refused (RFC 6749, 3.1 and 3.2).
    public var allowsPlainHTTP = false
    /// The longest time of a token request without progress; nil: no limit.
    public var timeout = TransportOptions.standard.timeout
    public var clock = OAuthClock.system
    public let transport: any HTTPTransport

    public init(
        _ endpoints: OAuthEndpoints, id: String, secret: SecretString? = nil, authentication: Authentication = .basic,
        bodyFormat: BodyFormat = .form, transport: any HTTPTransport
    ) {
        self.endpoints = endpoints
        self.id = id
        self.secret = secret
        self.authentication = authentication
        self.bodyFormat = bodyFormat
        self.transport = transport
    }
}

extension OAuthClient {
    /// Client credentials (RFC 6749, 4.4): a token for the client itself.
    public func clientCredentials(scopes: [String] = []) async throws(OAuthProblem) -> OAuthToken {
        try await requestToken("client_credentials", [], scopes: scopes)
    }

    /// Exchanges a refresh token for a new token (RFC 6749, 6). Where the server sends no new refresh token, the old
    /// one remains.
    ///
    /// - Parameters:
    ///   - token: The token with the refresh token; without one, ``OAuthProblem/authorizationRequired(_:)`` is thrown.
    ///   - scopes: A subset of the token's scopes, to narrow it; empty requests the same.
    public func refresh(_ token: OAuthToken, scopes: [String] = []) async throws(OAuthProblem) -> OAuthToken {
        guard let refreshToken = token.refreshToken else { throw .authorizationRequired(nil) }
        var fresh = try await requestToken(
            "refresh_token", [TokenRequest.Field("refresh_token", refreshToken)], scopes: scopes,
            at: endpoints.refresh ?? endpoints.token)
        fresh.refreshToken = fresh.refreshToken ?? refreshToken
        fresh.scopes = fresh.scopes ?? token.scopes
        return fresh
    }

    /// The secret parameters of RFC 7521, 4.2, RFC 8693, 2.1 and RFC 6749, 4.3.2: redacted in text of the server, like
    /// the client's own secret.
    private static let secretParameters: Set<String> = [
        "assertion", "client_assertion", "client_secret", "subject_token", "actor_token", "password",
    ]

    func requestToken(
        _ grant: String, _ fields: [TokenRequest.Field], scopes: [String] = [], at url: ServerURL? = nil
    ) async throws(OAuthProblem) -> OAuthToken {
        guard let url = url ?? endpoints.token else { throw .configuration("no token endpoint is given") }
        var all = [TokenRequest.Field("grant_type", grant)] + fields
        if !scopes.isEmpty { all.append(TokenRequest.Field("scope", scopes.joined(separator: scopeSeparator))) }
        let answer = try await send(all, to: url)
        return try answer.token(now: clock.now(), asked: scopes, separator: scopeSeparator)
    }

    func send(_ fields: [TokenRequest.Field], to url: ServerURL) async throws(OAuthProblem) -> TokenAnswer {
        var request = TokenRequest(url: url, fields: fields, format: bodyFormat, allowsPlainHTTP: allowsPlainHTTP)
        request.refusals = endpoints.refusals
        request.fields += parameters.map { name, value in
            Self.secretParameters.contains(name)
                ? TokenRequest.Field(name, SecretString(value)) : TokenRequest.Field(name, value)
        }
        switch (secret, authentication) {
        case (nil, _): request.fields.append(TokenRequest.Field("client_id", id))
        case (let secret?, .basic): request.authorization = TokenRequest.basic(id: id, secret: secret)
        case (let secret?, .body):
            request.fields += [TokenRequest.Field("client_id", id), TokenRequest.Field("client_secret", secret)]
        }
        return try await request.send(through: transport, options: TransportOptions(timeout: timeout))
    }
}

extension OAuthClient: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The client's id. ``parameters`` are omitted, because they may be as secret as ``secret``.
    public var description: String { "OAuth client \(id)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
