extension OAuthClient {
    /// Begins the authorization code grant (RFC 6749, 4.1): where to send the user's browser, and what to keep until it
    /// comes back.
    ///
    /// - Parameters:
    ///   - redirectURI: Where the browser comes back to; nil: the one that the client has registered.
    ///   - scopes: What is asked for; empty: what the server gives by itself.
    ///   - usesPKCE: False only for a server that refuses parameters it does not know.
    ///   - extra: More parameters, such as `prompt` or `access_type`.
    public func authorization(
        redirectURI: String? = nil, scopes: [String] = [], usesPKCE: Bool = true,
        extra: [(name: String, value: String)] = []
    ) throws(OAuthError) -> OAuthAuthorization {
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

    /// Ends it: takes the code out of the redirect and gets the token for it.
    ///
    /// - Parameters:
    ///   - redirect: The URL the browser was sent to, or its path and query.
    ///   - authorization: What ``authorization(redirectURI:scopes:usesPKCE:extra:)`` gave; its state has to match.
    public func exchange(
        redirect: String, for authorization: OAuthAuthorization
    ) async throws(OAuthError) -> OAuthToken {
        let code = try authorization.code(in: redirect)
        var fields = [TokenRequest.Field("code", code)]
        if let redirectURI = authorization.redirectURI {
            fields.append(TokenRequest.Field("redirect_uri", redirectURI))
        }
        if let pkce = authorization.pkce { fields.append(TokenRequest.Field("code_verifier", pkce.verifier)) }
        // RFC 6749, 4.1.3: the scopes were asked for before and are not sent again.
        var token = try await requestToken("authorization_code", fields)
        token.scopes = token.scopes ?? (authorization.scopes.isEmpty ? nil : authorization.scopes)
        return token
    }
}
