extension OAuthClient {
    /// Starts the authorization code grant (RFC 6749, 4.1): returns the URL for the user's browser, and the data to
    /// keep until the redirect.
    ///
    /// - Parameters:
    ///   - redirectURI: The URL that the browser returns to; nil: the registered one of the client.
    ///   - scopes: The requested scopes; empty: the server's default.
    ///   - usesPKCE: False only for a server that refuses unknown parameters.
    ///   - extra: Additional parameters, such as `prompt` or `access_type`.
    public func authorization(
        redirectURI: String? = nil, scopes: [String] = [], usesPKCE: Bool = true,
        extra: [(name: String, value: String)] = []
    ) throws(OAuthProblem) -> OAuthAuthorization {
        guard let url = endpoints.authorization else { throw .configuration("no authorization endpoint is given") }
        try TokenRequest.check(url, allowsPlainHTTP: allowsPlainHTTP)
        let pkce = usesPKCE ? PKCE() : nil
        let state = PKCE.makeRandomText()
        var pairs = [("response_type", "code"), ("client_id", id)]
        if let redirectURI { pairs.append(("redirect_uri", redirectURI)) }
        if !scopes.isEmpty { pairs.append(("scope", scopes.joined(separator: scopeSeparator))) }
        pairs.append(("state", state))
        if let pkce { pairs += [("code_challenge", pkce.challenge), ("code_challenge_method", "S256")] }
        pairs += extra.map { ($0.name, $0.value) }
        let escape = PercentEncoding.unreserved
        let query = pairs.map { "\(escape.encode($0.0))=\(escape.encode($0.1))" }.joined(separator: "&")
        return OAuthAuthorization(
            url: url.text + (url.text.contains("?") ? "&" : "?") + query, state: SecretString(state), pkce: pkce,
            redirectURI: redirectURI, scopes: scopes)
    }

    /// Completes the grant: reads the code from the redirect and exchanges it for a token.
    ///
    /// - Parameters:
    ///   - redirect: The URL that the browser was redirected to, or its path and query.
    ///   - authorization: The result of ``authorization(redirectURI:scopes:usesPKCE:extra:)``; its state must match.
    public func exchange(
        redirect: String, for authorization: OAuthAuthorization
    ) async throws(OAuthProblem) -> OAuthToken {
        let code = try authorization.code(in: redirect)
        var fields = [TokenRequest.Field("code", code)]
        if let redirectURI = authorization.redirectURI {
            fields.append(TokenRequest.Field("redirect_uri", redirectURI))
        }
        if let pkce = authorization.pkce { fields.append(TokenRequest.Field("code_verifier", pkce.verifier)) }
        // RFC 6749, 4.1.3: the scopes were requested before and are not sent again.
        var token = try await requestToken("authorization_code", fields)
        token.scopes = token.scopes ?? (authorization.scopes.isEmpty ? nil : authorization.scopes)
        return token
    }
}
