extension OAuthClient {
    /// A credential for a user who has authorized: it uses the token in the store, and refreshes it. An empty store,
    /// and a token that cannot be refreshed, throw ``OAuthProblem/authorizationRequired(_:)``.
    ///
    /// - Parameters:
    ///   - store: Contains the user's token, and stores every later one.
    ///   - margin: The time before its expiry at which a token is replaced.
    ///   - scopeRule: Compares the token's scopes with the operation's.
    ///   - refreshScopes: Scopes to send with each refresh, for servers that require them; the RFC does not.
    public func credential(
        store: any OAuthTokenStore, margin: Duration = .seconds(60), scopeRule: ScopeRule = .exact,
        refreshScopes: [String] = []
    ) -> OAuthCredential {
        OAuthCredential(store: store, margin: margin, scopeRule: scopeRule, clock: clock) { old in
            guard let old else { throw OAuthProblem.authorizationRequired(nil) }
            return try await refresh(old, scopes: refreshScopes)
        }
    }

    /// A credential for the client itself: it requests a token when there is none, and another one when it has expired.
    /// Refresh tokens are not used: the server should not send one (RFC 6749, 4.4.3), and the client's secret serves
    /// the same purpose.
    public func clientCredential(
        scopes: [String] = [], store: any OAuthTokenStore = MemoryTokenStore(), margin: Duration = .seconds(60),
        scopeRule: ScopeRule = .exact
    ) -> OAuthCredential {
        OAuthCredential(store: store, margin: margin, scopeRule: scopeRule, clock: clock) { _ in
            try await clientCredentials(scopes: scopes)
        }
    }
}
