public import ApusSource

/// Security Requirement Object: all of these schemes together. An empty one allows the call without credentials.
public struct SecurityRequirement: Hashable, Sendable {
    public struct Entry: Hashable, Sendable {
        public var scheme: String
        public var scopes: [String]

        public init(scheme: String, scopes: [String]) {
            self.scheme = scheme
            self.scopes = scopes
        }
    }

    /// In the order of the file.
    public var entries: [Entry]

    public init(entries: [Entry]) {
        self.entries = entries
    }
}

/// Security Scheme Object with its name. Swagger 2.0's `basic` is `.http(scheme: "basic")`, its `accessCode` flow is
/// ``OAuthFlow/Kind/authorizationCode``.
public struct SecurityScheme: Sendable {
    public enum Kind: Sendable {
        case http(scheme: String, bearerFormat: String?)
        case apiKey(name: String, location: Parameter.Location)
        case oauth2(flows: [OAuthFlow])
        case openIDConnect(url: String)
        case mutualTLS
        /// An unspecified type, kept by its name.
        case other(String)
    }

    public var name: String
    public var kind: Kind
    public var documentation: String?
    public var isDeprecated = false
    public var mark: SourceMark
    public var extensions = Extensions()

    public init(name: String, kind: Kind, mark: SourceMark) {
        self.name = name
        self.kind = kind
        self.mark = mark
    }
}

/// OAuth Flow Object.
public struct OAuthFlow: Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        case implicit, password, clientCredentials, authorizationCode
        /// 3.2
        case deviceAuthorization
    }

    public struct Scope: Sendable {
        public var name: String
        public var documentation: String

        public init(name: String, documentation: String) {
            self.name = name
            self.documentation = documentation
        }
    }

    public var kind: Kind
    public var authorizationURL: String?
    public var deviceAuthorizationURL: String?
    public var tokenURL: String?
    public var refreshURL: String?
    public var scopes: [Scope] = []

    public init(kind: Kind) {
        self.kind = kind
    }
}
