internal import HTTPTypes

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Puts a secret into the location that its scheme declares.
struct SecretPlacement {
    let use: CredentialUse

    func place(_ secret: CredentialSecret, in request: inout HTTPRequest) throws(CallProblem) {
        switch use.definition {
        case .mutualTLS: break
        case .http(let scheme) where scheme.lowercased() == "basic":
            try setAuthorization("Basic", basic(secret), in: &request)
        case .http(let scheme):
            try setAuthorization(scheme.lowercased() == "bearer" ? "Bearer" : scheme, token(secret), in: &request)
        case .oauth2, .openIDConnect, .other:
            try setAuthorization("Bearer", token(secret), in: &request)
        case .apiKey(.header, let name):
            try setHeader(name, token(secret), in: &request)
        case .apiKey(.query, let name):
            let escape = PercentEncoding.unreserved
            let path = request.path ?? "/"
            let pair = "\(escape.encode(name))=\(escape.encode(try token(secret)))"
            request.path = path + (path.contains("?") ? "&" : "?") + pair
        case .apiKey(.cookie, let name):
            let pair = "\(name)=\(try token(secret))"
            if let reason = CookieRules.problem(in: pair) { throw unusable(reason) }
            let known = request.headerFields[.cookie].map { $0 + "; " } ?? ""
            try setHeader("Cookie", known + pair, in: &request)
        }
    }

    private func setAuthorization(
        _ scheme: String, _ value: String, in request: inout HTTPRequest
    ) throws(CallProblem) {
        try setHeader("Authorization", "\(scheme) \(value)", in: &request)
    }

    private func setHeader(_ name: String, _ value: String, in request: inout HTTPRequest) throws(CallProblem) {
        guard let field = HTTPField.Name(name) else { throw unusable("'\(name)' is no name for a header") }
        if let reason = HeaderRules.problem(in: value) { throw unusable(reason) }
        request.headerFields[field] = value
    }

    private func token(_ secret: CredentialSecret) throws(CallProblem) -> String {
        switch secret {
        case .token(let token): return token
        case .password: throw unusable("the scheme takes a token, not a user name and password")
        }
    }

    /// RFC 7617, 2: user name and password in UTF-8; a token is used as the text after `Basic`.
    private func basic(_ secret: CredentialSecret) throws(CallProblem) -> String {
        switch secret {
        case .token(let token): return token
        case .password(let username, let password):
            if username.contains(":") { throw unusable("a user name cannot hold ':' (RFC 7617, 2)") }
            return Data("\(username):\(password)".utf8).base64EncodedString()
        }
    }

    private func unusable(_ reason: String) -> CallProblem {
        .credentials(.unusable(scheme: use.scheme, reason: reason))
    }
}
