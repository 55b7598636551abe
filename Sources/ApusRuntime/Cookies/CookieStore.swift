#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Cookies by domain, with limits on their number. Every access costs as much as the cookies of one host's domains.
struct CookieStore {
    static let domainLimit = 50
    static let limit = 1_000

    private struct Entry {
        var cookie: CookieJar.Cookie
        /// The time of creation, counted by ``CookieStore/ticks``.
        let created: Int
        var used: Int
    }

    private var entries: [String: [Entry]] = [:]
    private(set) var count = 0
    private var ticks = 0

    func all(at time: Double) -> [CookieJar.Cookie] {
        entries.values.joined().filter { !Self.isExpired($0, time) }.sorted { $0.created < $1.created }.map(\.cookie)
    }

    /// The matching cookies in sending order: longer paths first, then older ones (RFC 6265, 5.4).
    mutating func matching(_ scope: CookieScope, at time: Double) -> [CookieJar.Cookie] {
        ticks += 1
        var found: [Entry] = []
        for domain in scope.domains {
            removeExpired(of: domain, time)
            for index in (entries[domain] ?? []).indices {
                guard let entry = entries[domain]?[index], Self.fits(entry.cookie, scope) else { continue }
                entries[domain]?[index].used = ticks
                found.append(entry)
            }
        }
        found.sort { left, right in
            let (first, second) = (left.cookie.path.utf8.count, right.cookie.path.utf8.count)
            return first == second ? left.created < right.created : first > second
        }
        return found.map(\.cookie)
    }

    /// Whether a host without https would replace or shadow a cookie that is sent over https only.
    func holdsSecure(_ cookie: CookieJar.Cookie, at scope: CookieScope) -> Bool {
        scope.domains.contains { domain in
            (entries[domain] ?? []).contains { entry in
                entry.cookie.isSecure && entry.cookie.name.isSame(as: cookie.name)
                    && cookie.path.begins(with: entry.cookie.path)
            }
        }
    }

    mutating func insert(_ cookie: CookieJar.Cookie, at time: Double) {
        ticks += 1
        removeExpired(of: cookie.domain, time)
        var list = entries[cookie.domain] ?? []
        let old = list.firstIndex { entry in
            entry.cookie.name.isSame(as: cookie.name) && entry.cookie.path.isSame(as: cookie.path)
                && entry.cookie.isHostOnly == cookie.isHostOnly
        }
        let entry = Entry(cookie: cookie, created: old.map { list[$0].created } ?? ticks, used: ticks)
        if let old { list.remove(at: old) }
        if !Self.isExpired(entry, time) { list.append(entry) }
        if list.count > Self.domainLimit { Self.removeOldest(of: &list) }
        put(list, for: cookie.domain)
        if count > Self.limit { shrink(time) }
    }

    private mutating func put(_ list: [Entry], for domain: String) {
        count += list.count - (entries[domain]?.count ?? 0)
        entries[domain] = list.isEmpty ? nil : list
    }

    private mutating func removeExpired(of domain: String, _ time: Double) {
        guard let list = entries[domain], list.contains(where: { Self.isExpired($0, time) }) else { return }
        put(list.filter { !Self.isExpired($0, time) }, for: domain)
    }

    private mutating func shrink(_ time: Double) {
        for domain in Array(entries.keys) { removeExpired(of: domain, time) }
        while count > Self.limit {
            let oldest = entries.min { left, right in Self.oldest(left.value) < Self.oldest(right.value) }
            guard let domain = oldest?.key, var list = entries[domain] else { return }
            Self.removeOldest(of: &list)
            put(list, for: domain)
        }
    }

    private static func oldest(_ list: [Entry]) -> Int {
        list.map(\.used).min() ?? .max
    }

    private static func removeOldest(of list: inout [Entry]) {
        if let index = list.indices.min(by: { list[$0].used < list[$1].used }) { list.remove(at: index) }
    }

    private static func isExpired(_ entry: Entry, _ time: Double) -> Bool {
        entry.cookie.expires.map { $0.timeIntervalSince1970 <= time } ?? false
    }

    private static func fits(_ cookie: CookieJar.Cookie, _ scope: CookieScope) -> Bool {
        (cookie.isHostOnly ? cookie.domain == scope.host : scope.isWithin(cookie.domain))
            && scope.isUnder(cookie.path) && (scope.isSecure || !cookie.isSecure)
    }
}
