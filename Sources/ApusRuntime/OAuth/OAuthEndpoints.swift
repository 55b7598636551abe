/// The endpoints of an authorization server; generated credentials contain those of the document.
public struct OAuthEndpoints: Sendable, Hashable {
    /// The authorization endpoint, for the user's browser.
    public var authorization: ServerURL?
    public var token: ServerURL?
    /// nil: tokens are refreshed at ``token``, as RFC 6749, 6 defines.
    public var refresh: ServerURL?
    /// The device authorization endpoint (RFC 8628, 3.1).
    public var deviceAuthorization: ServerURL?
    /// The refusals that the server words in its own way.
    public var refusals: [RefusalRule]

    public init(
        authorization: ServerURL? = nil, token: ServerURL? = nil, refresh: ServerURL? = nil,
        deviceAuthorization: ServerURL? = nil, refusals: [RefusalRule] = []
    ) {
        self.authorization = authorization
        self.token = token
        self.refresh = refresh
        self.deviceAuthorization = deviceAuthorization
        self.refusals = refusals
    }

    /// Resolves relative URLs against the API's server (OpenAPI 3.1, "Relative References in API URLs").
    public func resolved(against server: ServerURL) -> OAuthEndpoints {
        OAuthEndpoints(
            authorization: authorization?.resolved(against: server), token: token?.resolved(against: server),
            refresh: refresh?.resolved(against: server),
            deviceAuthorization: deviceAuthorization?.resolved(against: server), refusals: refusals)
    }
}
