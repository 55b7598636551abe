/// A started authorization. A server keeps it in the user's session until the redirect arrives. Its coded form contains
/// the secrets, its description does not.
public struct OAuthAuthorization: Sendable, Hashable, Codable {
    /// The URL to open in the user's browser.
    public let url: String
    /// Binds the redirect to this request and so to this user (RFC 6749, 10.12).
    public let state: SecretString
    /// nil: PKCE is not used.
    public let pkce: PKCE?
    public let redirectURI: String?
    public let scopes: [String]

    /// Returns the code of a redirect that answers this request.
    ///
    /// - Parameter redirect: A URL, its path and query, or the query alone with its question mark.
    public func code(in redirect: String) throws(OAuthProblem) -> SecretString {
        let pairs = try Self.pairs(in: redirect)
        guard Self.areEqual(pairs["state"] ?? "", state.value) else { throw .stateMismatch }
        if let error = pairs["error"] {
            let refusal = OAuthRefusal(
                reason: OAuthRefusal.Reason(rawValue: error), text: pairs["error_description"], uri: pairs["error_uri"])
            throw .refused(refusal.redacted(by: Redactor([state.value, pkce?.verifier.value ?? ""])))
        }
        guard let code = pairs["code"], !code.isEmpty else { throw .invalidRedirect("it holds no code") }
        return SecretString(code)
    }

    /// RFC 6749, 3.1: no parameter may occur twice.
    private static func pairs(in redirect: String) throws(OAuthProblem) -> [ByteText: String] {
        let halves = redirect.part(before: "#").pieces(between: "?", most: 1)
        guard halves.count == 2 else { throw .invalidRedirect("it has no query") }
        var pairs: [ByteText: String] = [:]
        for pair in halves[1].pieces(between: "&", omitsEmpty: true) {
            let parts = pair.pieces(between: "=", most: 1)
            let name = ByteText(FormText.decode(parts[0]))
            let value = parts.count > 1 ? FormText.decode(parts[1]) : ""
            if ["code", "state", "error"].contains(name), pairs[name] != nil {
                throw .invalidRedirect("it holds \(name) twice")
            }
            pairs[name] = value
        }
        return pairs
    }

    /// Compares in constant time.
    private static func areEqual(_ left: String, _ right: String) -> Bool {
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

extension OAuthAuthorization: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "redacted" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
