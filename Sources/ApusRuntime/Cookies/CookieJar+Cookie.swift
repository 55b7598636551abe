#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension CookieJar {
    /// A cookie as a jar keeps it (RFC 6265, 5.3). Its value shows in no description.
    public struct Cookie: Sendable, Hashable {
        public let name: String
        public let value: String
        /// The host that set it, or the domain that it named; lower case.
        public let domain: String
        /// Whether only ``domain`` itself gets it, and no host below.
        public let isHostOnly: Bool
        /// The paths that get it begin with this one.
        public let path: String
        /// nil: it lives as long as the jar.
        public let expires: Date?
        /// Sent over https alone.
        public let isSecure: Bool
        /// Meant for requests alone, not for scripts of a page. A client has none.
        public let isHTTPOnly: Bool

        /// For one that was kept elsewhere, such as in a file over a restart.
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
    /// Such as `sid=redacted; Domain=api.example.com; Path=/`.
    public var description: String {
        "\(name)=redacted; Domain=\(domain); Path=\(path)" + (isSecure ? "; Secure" : "")
            + (isHTTPOnly ? "; HttpOnly" : "")
    }

    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
