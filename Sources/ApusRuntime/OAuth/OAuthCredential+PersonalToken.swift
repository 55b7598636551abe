extension OAuthCredential {
    /// A personal token that is exchanged for a new one: the old one is the bearer token of a POST without a body, and
    /// the response is that of a token endpoint. An expired token cannot be exchanged, so a token without a known
    /// expiry is replaced only when a server refuses it; the expiry of a JWT is read from it.
    ///
    /// - Parameters:
    ///   - token: The token to use when `store` is empty.
    ///   - refreshURL: An https URL, or one on the local machine.
    ///   - transport: The transport for requests for a new token.
    ///   - store: Stores every later token.
    ///   - margin: The time before its expiry at which a token is replaced.
    ///   - scopeRule: Compares the token's scopes with the operation's.
    ///   - refusals: The refusals that the API words in its own way; generated credentials contain them.
    ///   - clock: The clock for expiry; replace it in tests only.
    public static func personalToken(
        _ token: OAuthToken, refreshURL: ServerURL, transport: any HTTPTransport,
        store: any OAuthTokenStore = MemoryTokenStore(), margin: Duration = .seconds(300),
        scopeRule: ScopeRule = .exact, refusals: [RefusalRule] = [], clock: OAuthClock = .system
    ) -> OAuthCredential {
        var first = token
        first.expiresAt = token.expiresAt ?? OAuthToken.expiry(ofJWT: token.accessToken.value)
        let seeded = SeededTokenStore(store: store, first: first)
        return OAuthCredential(store: seeded, margin: margin, scopeRule: scopeRule, clock: clock) { old in
            guard let old else { throw OAuthProblem.authorizationRequired(nil) }
            var request = TokenRequest(url: refreshURL, fields: [], format: .json, allowsPlainHTTP: false)
            request.refusals = refusals
            request.authorization = TokenRequest.Authorization(
                value: "Bearer \(old.accessToken.value)", secret: old.accessToken.value)
            let answer = try await request.send(through: transport, options: .standard)
            if answer.head.status.code == 401 {
                throw OAuthProblem.authorizationRequired(answer.refusal(try? JSONValue(json: answer.bytes)))
            }
            var fresh = try answer.token(now: clock.now(), asked: [], separator: " ")
            fresh.expiresAt = fresh.expiresAt ?? OAuthToken.expiry(ofJWT: fresh.accessToken.value)
            fresh.scopes = fresh.scopes ?? old.scopes
            return fresh
        }
    }
}
