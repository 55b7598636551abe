/// The client type of a module.
public struct ClientDecl: Equatable, Sendable {
    /// Such as `SalesCaptainClient`.
    public var name: String
    public var doc: Doc
    /// `SalesCaptain/0.1.0`, sent as part of the user agent: printable ASCII without spaces.
    public var product: String
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
        rejections = []
    }
}

/// The servers that a document declares.
public struct ServersDecl: Equatable, Sendable {
    /// Such as `SalesCaptainServer`.
    public var typeName: String
    public var servers: [ServerDecl]
    /// The index of a client's default server; nil where the caller must supply one.
    public var defaultServer: Int?

    public init(typeName: String, servers: [ServerDecl], defaultServer: Int?) {
        self.typeName = typeName
        self.servers = servers
        self.defaultServer = defaultServer
    }
}

/// One server: a static member, or a static function when it has variables.
public struct ServerDecl: Equatable, Sendable {
    public struct Variable: Equatable, Sendable {
        /// The parameter of the function.
        public var name: String
        /// The name of the variable in ``ServerDecl/url``.
        public var key: String
        /// String, or a nested closed enum.
        public var type: TypeRef
        public var defaultValue: LiteralValue
        /// The default, and the values of the enum, in their written form.
        public var documentedValues: [String]
        public var doc: Doc

        public init(
            name: String, key: String, type: TypeRef, defaultValue: LiteralValue, documentedValues: [String] = [],
            doc: Doc = Doc()
        ) {
            self.name = name
            self.key = key
            self.type = type
            self.defaultValue = defaultValue
            self.documentedValues = documentedValues
            self.doc = doc
        }
    }

    public var name: String
    /// The URL with `{variables}`; absolute, or relative to a base that the caller supplies.
    public var url: String
    public var variables: [Variable]
    public var nested: [TypeDecl]
    public var doc: Doc

    public init(name: String, url: String, variables: [Variable] = [], nested: [TypeDecl] = [], doc: Doc = Doc()) {
        self.name = name
        self.url = url
        self.variables = variables
        self.nested = nested
        self.doc = doc
    }
}

/// The security schemes of a document.
public struct CredentialsDecl: Equatable, Sendable {
    /// Such as `SalesCaptainCredentials`.
    public var typeName: String
    public var schemes: [SecuritySchemeDecl]

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
