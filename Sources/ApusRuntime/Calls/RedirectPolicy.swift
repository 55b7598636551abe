/// Which redirects (RFC 9110, 15.4) a client follows by itself: those of GET and HEAD without a body, with 301, 302, 303, 307 or 308. A redirect
/// that is not followed is the answer, with its status and its `Location`.
///
/// Whatever the policy, nothing is followed from https to http, and to another origin only `Accept` and `User-Agent` go along: no credential,
/// no cookie and no header of the operation.
public struct RedirectPolicy: Sendable, Hashable {
    public enum Reach: String, Sendable, Hashable {
        case nowhere, sameOrigin, anywhere
    }

    /// Where a redirect may lead.
    public var reach: Reach
    /// The most redirects of one request; the next one is the answer.
    public var limit: Int
    /// Whether statuses are followed, too, that the document names beside a success. Those that are an operation's success never are.
    public var includesDocumented: Bool

    public init(_ reach: Reach = .anywhere, limit: Int = 5, includesDocumented: Bool = false) {
        self.reach = reach
        self.limit = limit
        self.includesDocumented = includesDocumented
    }

    /// At most five, to any host, where the document does not name the status: what a client does unless told otherwise.
    public static let follow = RedirectPolicy()
    /// At most five, to the scheme, host and port of the request alone.
    public static let sameOrigin = RedirectPolicy(.sameOrigin)
    /// Every redirect is the answer.
    public static let never = RedirectPolicy(.nowhere)
}

extension RedirectPolicy: CustomStringConvertible {
    /// Such as `anywhere, at most 5`.
    public var description: String {
        reach == .nowhere
            ? "never" : "\(reach.rawValue), at most \(limit)" + (includesDocumented ? ", documented too" : "")
    }
}
