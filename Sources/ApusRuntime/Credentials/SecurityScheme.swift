/// How a document says that a credential is sent.
public enum SecurityScheme: Sendable, Hashable {
    public enum Place: String, Sendable, Hashable {
        case header, query, cookie
    }

    /// `Authorization` with a scheme's name, in any case: `basic`, `bearer`, `digest` …
    case http(scheme: String)
    case apiKey(in: Place, name: String)
    /// Sent as a bearer token.
    case oauth2
    /// Sent as a bearer token.
    case openIDConnect(url: String)
    /// The transport's business: always there.
    case mutualTLS
    /// A kind that the document names and nobody knows; sent as a bearer token.
    case other(String)
}
