extension OAuthCredential {
    /// A personal token that is traded for a new one: the old one is the bearer of a POST without a body, and the
    /// answer is that of a token endpoint. Once the old one has expired it buys nothing, so a token whose end is not
    /// known is replaced only when a server refuses it; that of a JWT is read from it.
    ///
    /// - Parameters:
    ///   - token: Used when `store` is empty.
    ///   - refreshURL: https, or on this machine.
    ///   - transport: Sends the request for a new token.
    ///   - store: Keeps every later token.
    ///   - margin: A token is replaced this long before it expires.
    ///   - scopeRule: Compares the token's scopes with those of the operation.
    ///   - clock: Tells when a token expires; another than the default is for tests.
    public static func personalToken(
        _ token: OAuthToken, refreshURL: ServerURL, transport: any HTTPTransport,
        store: any OAuthTokenStore = MemoryTokenStore(), margin: Duration = .seconds(300),
        scopeRule: ScopeRule = .exact, clock: OAuthClock = .system
    ) -> OAuthCredential {
        var first = token
        first.expiresAt = token.expiresAt ?? OAuthToken.expiry(ofJWT: token.accessToken.value)
        let seeded = SeededTokenStore(store: store, first: first)
        return OAuthCredential(store: seeded, margin: margin, scopeRule: scopeRule, clock: clock) { old in
            guard let old else { throw OAuthError.authorizationRequired(nil) }
            var request = TokenRequest(url: refreshURL, fields: [], format: .json, allowsPlainHTTP: false)
            request.authorization = TokenRequest.Authorization(
                value: "Bearer \(old.accessToken.value)", secret: old.accessToken.value)
            let answer = try await request.send(through: transport, options: .standard)
            if answer.head.status.code == 401 {
                let refusal = OAuthRefusal(head: answer.head, body: try? JSONValue(json: answer.bytes))
                throw OAuthError.authorizationRequired(refusal.redacted(by: answer.redactor))
            }
            var fresh = try answer.token(now: clock.now(), asked: [], separator: " ")
            fresh.expiresAt = fresh.expiresAt ?? OAuthToken.expiry(ofJWT: fresh.accessToken.value)
            fresh.scopes = fresh.scopes ?? old.scopes
            return fresh
        }
    }
}
