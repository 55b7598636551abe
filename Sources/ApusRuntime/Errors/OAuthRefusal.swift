/// The server's response when it refused a token, or a call for its token (RFC 6749, 4.1.2.1 and 5.2; RFC 6750, 3.1;
/// RFC 8628, 3.5).
public struct OAuthRefusal: Sendable, Hashable {
    /// The `error` code. Any text is valid; the registered codes are static members.
    public struct Reason: RawRepresentable, Sendable, Hashable {
        public let rawValue: String

        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// Compares the bytes.
        public static func == (left: Reason, right: Reason) -> Bool { left.rawValue.isSame(as: right.rawValue) }

        /// Hashes the bytes.
        public func hash(into hasher: inout Hasher) { ByteText(rawValue).hash(into: &hasher) }

        public static let invalidRequest = Reason(rawValue: "invalid_request")
        public static let invalidClient = Reason(rawValue: "invalid_client")
        public static let invalidGrant = Reason(rawValue: "invalid_grant")
        public static let unauthorizedClient = Reason(rawValue: "unauthorized_client")
        public static let unsupportedGrantType = Reason(rawValue: "unsupported_grant_type")
        public static let invalidScope = Reason(rawValue: "invalid_scope")
        public static let accessDenied = Reason(rawValue: "access_denied")
        public static let authorizationPending = Reason(rawValue: "authorization_pending")
        public static let slowDown = Reason(rawValue: "slow_down")
        public static let expiredToken = Reason(rawValue: "expired_token")
        public static let invalidToken = Reason(rawValue: "invalid_token")
        public static let insufficientScope = Reason(rawValue: "insufficient_scope")
        /// The server gave no code.
        public static let unnamed = Reason(rawValue: "")
    }

    public var reason: Reason
    /// The server's text: `error_description`, or `message`. Sent secrets are redacted.
    public var text: String?
    /// `error_uri`
    public var uri: String?
    /// nil for a refusal in a redirect.
    public var status: Int?
    /// The scopes that the call needs, if the server names them.
    public var scopes: [String]
    public var retryAfter: Duration?
    /// The explanation of the ``RefusalRule`` that matched.
    public var message: String?

    public init(
        reason: Reason, text: String? = nil, uri: String? = nil, status: Int? = nil, scopes: [String] = [],
        retryAfter: Duration? = nil, message: String? = nil
    ) {
        self.reason = reason
        self.text = text
        self.uri = uri
        self.status = status
        self.scopes = scopes
        self.retryAfter = retryAfter
        self.message = message
    }
}

extension OAuthRefusal: CustomStringConvertible {
    /// `invalid_grant: the code was used before (status 400)`
    public var description: String {
        let words = [reason.rawValue, message ?? "", text ?? ""].filter { !$0.isEmpty }
        let said = words.isEmpty ? "refused without a reason" : words.joined(separator: ": ")
        let needed = scopes.isEmpty ? "" : ", needs \(scopes.joined(separator: " "))"
        return ShownText.escape(said + needed) + (status.map { " (status \($0))" } ?? "")
    }
}
