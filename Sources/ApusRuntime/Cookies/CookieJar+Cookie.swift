#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension CookieJar {
    /// A cookie in a jar (RFC 6265, 5.3). Its value never appears in `description`.
    public struct Cookie: Sendable, Hashable {
        public let name: String
        public let value: String
        /// The host that set the cookie, or the domain that it named, in lower case.
        public let domain: String
        /// Whether only ``domain`` itself gets the cookie, and no host below it.
        public let isHostOnly: Bool
        /// The prefix of the paths that get the cookie.
        public let path: String
        /// The expiry; nil: the cookie lives as long as the jar.
        public let expires: Date?
        /// Whether the cookie is sent over https only.
        public let isSecure: Bool
        /// Whether the cookie is for requests only, not for scripts of a page. A client has no scripts.
        public let isHTTPOnly: Bool

        /// Creates a cookie that was stored elsewhere, for example in a file across a restart.
        public init(
            name: String, value: String, domain: String, isHostOnly: Bool = true, path: String = "/",
            expires: Date? = nil,
            isSecure: Bool = true, isHTTPOnly: Bool = false
        ) {
            self.name = name
            self.value = value
            self.domain = domain.lowercased()
            self.isHostOnly = isHostOnly
            self.path = path
            self.expires = expires
            self.isSecure = isSecure
            self.isHTTPOnly = isHTTPOnly
        }
    }
}

extension CookieJar.Cookie: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// For example `sid=redacted; Domain=api.example.com; Path=/`.
    public var description: String {
        "\(name)=redacted; Domain=\(domain); Path=\(path)" + (isSecure ? "; Secure" : "")
            + (isHTTPOnly ? "; HttpOnly" : "")
    }

    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
