extension OAuthClient {
    /// For a user who has authorized: uses the token of the store, and refreshes it. A store that is empty, and a token
    /// that cannot be refreshed, throw ``OAuthError/authorizationRequired(_:)``.
    ///
    /// - Parameters:
    ///   - store: Has the token of the user, and keeps every later one.
    ///   - margin: A token is replaced this long before it expires.
    ///   - scopeRule: Compares the token's scopes with those of the operation.
    ///   - refreshScopes: Sent with each refresh, for servers that want them; the RFC does not.
    public func credential(
        store: any OAuthTokenStore, margin: Duration = .seconds(60), scopeRule: ScopeRule = .exact,
        refreshScopes: [String] = []
    ) -> OAuthCredential {
        OAuthCredential(store: store, margin: margin, scopeRule: scopeRule, clock: clock) { old in
            guard let old else { throw OAuthError.authorizationRequired(nil) }
            return try await refresh(old, scopes: refreshScopes)
        }
    }

    /// For the client itself: asks for a token when there is none, and for another one when it has expired. A refresh
    /// token is not used: the server should not send one (RFC 6749, 4.4.3), and the client's secret is as good.
    public func clientCredential(
        scopes: [String] = [], store: any OAuthTokenStore = MemoryTokenStore(), margin: Duration = .seconds(60),
        scopeRule: ScopeRule = .exact
    ) -> OAuthCredential {
        OAuthCredential(store: store, margin: margin, scopeRule: scopeRule, clock: clock) { _ in
            try await clientCredentials(scopes: scopes)
        }
    }
}
