internal import ApusRuntime
internal import HTTPTypes

/// The reported attributes of a request, with the names of OpenTelemetry's semantic conventions for HTTP.
struct RequestAttributes {
    /// `http.request.method`
    let method: String
    /// `url.template`: the operation's path with the names of its parameters.
    let template: String
    /// `url.scheme`
    let scheme: String
    /// `server.address`
    let host: String
    /// `server.port`
    let port: Int
    /// `url.full`, with `REDACTED` for each value of the query.
    let url: String
    let operation: String
    /// `http.request.resend_count`
    let resends: Int

    init(_ call: OutgoingCall, resends: Int) {
        method = call.request.method.rawValue
        template = String(call.operation.path.prefix { $0 != "?" })
        scheme = call.request.scheme ?? "https"
        let authority = call.request.authority ?? ""
        (host, port) = Self.split(authority, scheme: scheme)
        url = "\(scheme)://\(authority)\(Redactor.hideValues(ofQueryIn: call.request.path ?? "/"))"
        operation = call.operation.id
        self.resends = resends
    }

    /// `api.test:8080`, `[::1]:8080`
    private static func split(_ authority: String, scheme: String) -> (String, Int) {
        let standard = scheme == "http" ? 80 : 443
        guard let colon = authority.lastIndex(of: ":"), authority.last != "]" else { return (authority, standard) }
        let port = Int(authority[authority.index(after: colon)...])
        return (String(authority[..<colon]), port ?? standard)
    }
}
