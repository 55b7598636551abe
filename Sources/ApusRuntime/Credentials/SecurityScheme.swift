/// The way a credential is sent, as the document declares it.
///
/// Later versions may add cases: end a `switch` with `default`.
public enum SecurityScheme: Sendable, Hashable {
    public enum Location: String, Sendable, Hashable {
        case header, query, cookie
    }

    /// `Authorization` with a scheme's name, in any case: `basic`, `bearer`, `digest` …
    case http(scheme: String)
    case apiKey(in: Location, name: String)
    /// Sent as a bearer token.
    case oauth2
    /// Sent as a bearer token.
    case openIDConnect(url: String)
    /// The transport presents the certificate; the scheme is always satisfied.
    case mutualTLS
    /// A kind that the document declares and the runtime does not know; sent as a bearer token.
    case other(String)
}

extension SecurityScheme {
    /// The location of the secret, equal for schemes of which only one can be sent; nil: none.
    var location: String? {
        switch self {
        case .apiKey(.header, let name): "header " + name.lowercased()
        case .apiKey(let location, let name): location.rawValue + " " + name
        case .http, .oauth2, .openIDConnect, .other: "header authorization"
        case .mutualTLS: nil
        }
    }
}
