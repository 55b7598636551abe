#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// An access token and the data issued with it (RFC 6749, 5.1). Descriptions and mirrors contain none of it; its coded
/// form does, so a store must protect it.
public struct OAuthToken: Sendable, Hashable, Codable {
    public var accessToken: SecretString
    /// nil: the token cannot be refreshed, or is replaced by other means.
    public var refreshToken: SecretString?
    /// The time when the token was received; limits the margin of tokens that live shorter than it.
    public var issuedAt: Date?
    /// nil: unknown. The token is used until the server refuses it.
    public var expiresAt: Date?
    /// The scopes of the token; nil: unknown, and then not compared.
    public var scopes: [String]?
    /// All other members of the response, such as `id_token`.
    public var parameters: [String: JSONValue]

    public init(
        accessToken: String, refreshToken: String? = nil, issuedAt: Date? = nil, expiresAt: Date? = nil,
        scopes: [String]? = nil, parameters: [String: JSONValue] = [:]
    ) {
        self.accessToken = SecretString(accessToken)
        self.refreshToken = refreshToken.map { SecretString($0) }
        self.issuedAt = issuedAt
        self.expiresAt = expiresAt
        self.scopes = scopes
        self.parameters = parameters
    }

    /// Whether less than `margin` is left. A token that lives shorter than twice the margin is used for its first half:
    /// otherwise it would be replaced before every call.
    func isExpired(at now: Date, margin: Duration) -> Bool {
        guard let expiresAt else { return false }
        var seconds = margin.seconds
        if let issuedAt { seconds = min(seconds, max(0, expiresAt.timeIntervalSince(issuedAt)) / 2) }
        return now.timeIntervalSince1970 + seconds >= expiresAt.timeIntervalSince1970
    }

    /// The `exp` of a token that is a JWT (RFC 7519, 4.1.4). The signature is not verified: the date only determines
    /// when to request another token.
    package static func expiry(ofJWT token: String) -> Date? {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let data = Array(parts[1].utf8).withUnsafeBufferPointer({ Base64.decode($0) }),
            let claims = try? JSONValue(json: [UInt8](data)), let seconds = claims["exp"]?.double,
            (0...1e11).contains(seconds)
        else { return nil }
        return Date(timeIntervalSince1970: seconds)
    }
}

extension OAuthToken: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "redacted" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
