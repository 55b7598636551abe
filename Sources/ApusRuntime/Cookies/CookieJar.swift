internal import ApusPlatform
internal import HTTPTypes

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Stores the cookies that servers set, and returns them to the same servers (RFC 6265). A client has a jar when its
/// transport is made with ``HTTPTransport/keepingCookies(in:)``; otherwise no cookie is kept.
///
/// A jar has limits: 4,096 bytes for a cookie, 50 cookies for a domain, 1,000 in all; beyond them the least recently
/// used ones are removed.
///
/// A server may name a domain above its host, so that other hosts below it get the cookie as well, but not a public
/// suffix such as `com` or `co.uk`, which unrelated parties share. The list of public suffixes changes weekly
/// (publicsuffix.org); the jar knows those with one label, and the usual second labels of countries. Supply a complete
/// list where your client talks to untrusted hosts.
public final class CookieJar: Sendable {
    private let state = Lock(CookieStore())
    private let isPublicSuffix: @Sendable (String) -> Bool
    private let now: @Sendable () -> Double

    /// An empty jar.
    public convenience init() {
        self.init(isPublicSuffix: PublicSuffixes.contains)
    }

    /// An empty jar.
    ///
    /// - Parameter isPublicSuffix: Whether unrelated parties share a domain, which is in lower case and has no dot at
    ///   its ends.
    public convenience init(isPublicSuffix: @escaping @Sendable (_ domain: String) -> Bool) {
        self.init(isPublicSuffix: isPublicSuffix, now: { Date().timeIntervalSince1970 })
    }

    init(
        isPublicSuffix: @escaping @Sendable (String) -> Bool = PublicSuffixes.contains,
        now: @escaping @Sendable () -> Double
    ) {
        self.isPublicSuffix = isPublicSuffix
        self.now = now
    }

    /// All unexpired cookies, in the order in which they were set.
    public var cookies: [Cookie] {
        state.withLock { $0.all(at: now()) }
    }

    /// Stores a cookie like one from a server, replacing one with the same name, domain and path.
    ///
    /// - Returns: False, without storing anything, where the name or the value is invalid in a header.
    @discardableResult
    public func insert(_ cookie: Cookie) -> Bool {
        guard !cookie.name.isEmpty, !cookie.name.holds("="),
            CookieRules.problem(in: cookie.name + "=" + cookie.value) == nil
        else { return false }
        state.withLock { $0.insert(cookie, at: now()) }
        return true
    }

    /// Removes all cookies, which signs out.
    public func removeAll() {
        state.withLock { $0 = CookieStore() }
    }

    /// Adds the cookies for the request's host and path. A name that the request already has is not sent twice.
    func add(to request: inout HTTPRequest) {
        guard let scope = CookieScope(request) else { return }
        var names = Set(
            request.headerFields[values: .cookie].flatMap { $0.pieces(between: ";") }.map { pair in
                ByteText(String(pair.trimmed.part(before: "=")))
            })
        for cookie in state.withLock({ $0.matching(scope, at: now()) })
        where names.insert(ByteText(cookie.name)).inserted {
            request.headerFields.append(HTTPField(name: .cookie, value: "\(cookie.name)=\(cookie.value)"))
        }
        request.headerFields = request.headerFields.oneLinePerName
    }

    /// Stores the cookies that a response to the request sets.
    func store(_ fields: HTTPFields, from request: HTTPRequest) {
        guard fields.contains(.setCookie), let scope = CookieScope(request) else { return }
        let time = now()
        let found = fields[values: .setCookie].compactMap { line in
            SetCookie(line)?.cookie(from: scope, at: time, isPublicSuffix: isPublicSuffix)
        }
        state.withLock { store in
            for cookie in found where scope.isSecure || !store.holdsSecure(cookie, at: scope) {
                store.insert(cookie, at: time)
            }
        }
    }
}

extension CookieJar: CustomStringConvertible, CustomReflectable {
    /// The number of cookies: `3 cookies`.
    public var description: String {
        let count = cookies.count
        return count == 1 ? "1 cookie" : "\(count) cookies"
    }

    public var customMirror: Mirror { Mirror(self, children: []) }
}
