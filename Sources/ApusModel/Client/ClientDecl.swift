/// The client type of a module.
public struct ClientDecl: Equatable, Sendable {
    /// Such as `SalesCaptainClient`.
    public var name: String
    public var doc: Doc
    /// `SalesCaptain/0.1.0`, sent as part of the user agent: printable ASCII without spaces.
    public var product: String
    /// In the order of the configuration.
    public var parameters: [ClientParameterDecl]
    public var rejections: [RejectionDecl]
    public var rateLimit: RateLimitDecl?
    public var retries: RetriesDecl?
    public var dates: DatesDecl?
    /// Whether response values that do not fit are dropped.
    public var dropsMismatches = false

    public init(name: String, doc: Doc, product: String) {
        self.name = name
        self.doc = doc
        self.product = product
        parameters = []
        rejections = []
    }
}

/// The servers that a document declares.
public struct ServersDecl: Equatable, Sendable {
    /// Such as `SalesCaptainServer`.
    public var typeName: String
    public var servers: [ServerDecl]
    /// A client's default server; nil where the caller must supply one.
    public var defaultServer: DeclID<ServerDecl>?

    public init(typeName: String, servers: [ServerDecl], defaultServer: DeclID<ServerDecl>?) {
        self.typeName = typeName
        self.servers = servers
        self.defaultServer = defaultServer
    }
}

/// The security schemes of a document.
public struct CredentialsDecl: Equatable, Sendable {
    /// Such as `SalesCaptainCredentials`.
    public var typeName: String
    public var schemes: [SecuritySchemeDecl]
    /// In the order in which they are tried.
    public var refusals: [RefusalDecl] = []

    public init(typeName: String, schemes: [SecuritySchemeDecl]) {
        self.typeName = typeName
        self.schemes = schemes
    }
}

/// One security scheme: one or more factories of the credentials type.
public struct SecuritySchemeDecl: Equatable, Sendable {
    public enum Kind: Equatable, Sendable {
        /// Lower case: `basic`, `bearer`, `digest` …
        case http(scheme: String)
        case apiKey(name: String, location: ParameterDecl.Location)
        case oauth2(flows: [OAuthFlowDecl])
        case openIDConnect(url: String)
        case mutualTLS
        case other(String)
    }

    /// The factory, such as `bearerAuth`.
    public var name: String
    /// The name in the document; used at run time.
    public var key: String
    public var kind: Kind
    public var doc: Doc
    public var deprecation: Deprecation?

    public init(name: String, key: String, kind: Kind, doc: Doc = Doc()) {
        self.name = name
        self.key = key
        self.kind = kind
        self.doc = doc
    }
}

/// One OAuth 2.0 flow with its endpoints.
public struct OAuthFlowDecl: Equatable, Sendable {
    /// `implicit`, `password`, `clientCredentials`, `authorizationCode`, `deviceAuthorization`.
    public var kind: String
    public var authorizationURL: String?
    public var deviceAuthorizationURL: String?
    public var tokenURL: String?
    public var refreshURL: String?
    /// In the order of the document.
    public var scopes: [String]

    public init(kind: String, scopes: [String]) {
        self.kind = kind
        self.scopes = scopes
    }
}
