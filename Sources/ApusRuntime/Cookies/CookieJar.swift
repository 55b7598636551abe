internal import HTTPTypes

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Keeps the cookies that servers set, and gives each server its own back (RFC 6265). A client has one where its transport is made with
/// ``HTTPTransport/keepingCookies(in:)``; without, no cookie is kept.
///
/// What is kept has bounds: 4,096 bytes of a cookie, 50 cookies of a domain, 1,000 in all; beyond them those go that were not used for longest.
///
/// A server may name a domain above its host, so that other hosts under it get the cookie as well, but none under which strangers have their
/// hosts, such as `com` or `co.uk`. Which these are changes from week to week (publicsuffix.org); the jar knows those with one label, and the
/// usual second labels of countries. Give it a complete list where your client talks to hosts of strangers.
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
    /// - Parameter isPublicSuffix: Whether strangers have their hosts under a domain, which is lower case and has no dot at its ends.
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

    /// All that have not expired, in the order in which they were set.
    public var cookies: [Cookie] {
        state.withLock { $0.all(at: now()) }
    }

    /// Keeps a cookie as a server's, instead of one with the same name, domain and path.
    ///
    /// - Returns: False, and nothing is kept, where the name or the value cannot stand in a header.
    @discardableResult
    public func insert(_ cookie: Cookie) -> Bool {
        guard !cookie.name.isEmpty, !cookie.name.holds("="),
            CookieRules.problem(in: cookie.name + "=" + cookie.value) == nil
        else { return false }
        state.withLock { $0.insert(cookie, at: now()) }
        return true
    }

    /// Forgets all: nobody is logged in any more.
    public func removeAll() {
        state.withLock { $0 = CookieStore() }
    }

    /// Adds the cookies that are for the request's host and path. One whose name the request has already is not sent twice.
    func add(to request: inout HTTPRequest) {
        guard let place = CookiePlace(request) else { return }
        var names = Set(
            request.headerFields[values: .cookie].flatMap { $0.pieces(between: ";") }.map { pair in
                ByteText(String(pair.trimmed.part(before: "=")))
            })
        for cookie in state.withLock({ $0.matching(place, at: now()) })
        where names.insert(ByteText(cookie.name)).inserted {
            request.headerFields.append(HTTPField(name: .cookie, value: "\(cookie.name)=\(cookie.value)"))
        }
        request.headerFields = request.headerFields.oneLinePerName
    }

    /// Takes what a response to the request sets.
    func store(_ fields: HTTPFields, from request: HTTPRequest) {
        guard fields.contains(.setCookie), let place = CookiePlace(request) else { return }
        let time = now()
        let found = fields[values: .setCookie].compactMap { line in
            SetCookie(line)?.cookie(from: place, at: time, isPublicSuffix: isPublicSuffix)
        }
        state.withLock { store in
            for cookie in found where place.isSecure || !store.holdsSecure(cookie, at: place) {
                store.insert(cookie, at: time)
            }
        }
    }
}

extension CookieJar: CustomStringConvertible, CustomReflectable {
    /// How many there are: `3 cookies`.
    public var description: String {
        let count = cookies.count
        return count == 1 ? "1 cookie" : "\(count) cookies"
    }

    public var customMirror: Mirror { Mirror(self, children: []) }
}
