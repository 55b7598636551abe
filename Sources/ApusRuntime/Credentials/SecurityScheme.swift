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

extension SecurityScheme {
    /// Where its secret goes, the same for schemes of which only one can be sent; nil: nowhere.
    var place: String? {
        switch self {
        case .apiKey(.header, let name): "header " + name.lowercased()
        case .apiKey(let place, let name): place.rawValue + " " + name
        case .http, .oauth2, .openIDConnect, .other: "header authorization"
        case .mutualTLS: nil
        }
    }
}
