/// Scheme, host and port of a request (RFC 6454, 4): two URLs of one origin may get the same credentials.
struct RequestOrigin: Equatable {
    private let scheme: String
    /// In lower case, without the default port of the scheme.
    private let hostAndPort: String

    /// - Parameter scheme: In lower case.
    init(scheme: String, authority: String) {
        let port = scheme == "https" ? ":443" : ":80"
        let lowercase = authority.lowercased()
        self.scheme = scheme
        hostAndPort = String(lowercase.dropLast(lowercase.hasSuffix(port) ? port.count : 0))
    }
}
