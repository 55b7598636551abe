/// Where an authorization server takes requests; generated credentials print those of the document.
public struct OAuthEndpoints: Sendable, Hashable {
    /// Where the user's browser goes.
    public var authorization: ServerURL?
    public var token: ServerURL?
    /// nil: tokens are refreshed at ``token``, as RFC 6749, 6 has it.
    public var refresh: ServerURL?
    /// RFC 8628, 3.1.
    public var deviceAuthorization: ServerURL?

    public init(
        authorization: ServerURL? = nil, token: ServerURL? = nil, refresh: ServerURL? = nil,
        deviceAuthorization: ServerURL? = nil
    ) {
        self.authorization = authorization
        self.token = token
        self.refresh = refresh
        self.deviceAuthorization = deviceAuthorization
    }

    /// Relative URLs belong to the API's server (OpenAPI 3.1, "Relative References in API URLs").
    public func resolved(against server: ServerURL) -> OAuthEndpoints {
        OAuthEndpoints(
            authorization: authorization?.resolved(against: server), token: token?.resolved(against: server),
            refresh: refresh?.resolved(against: server),
            deviceAuthorization: deviceAuthorization?.resolved(against: server))
    }
}
