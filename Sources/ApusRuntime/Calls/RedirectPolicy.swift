/// The redirects (RFC 9110, 15.4) that a client follows: those of GET and HEAD without a body, with 301, 302, 303, 307
/// or 308. A redirect that is not followed is the response, with its status and its `Location`.
///
/// No policy follows a redirect from https to http, and a request to another origin carries only `Accept` and
/// `User-Agent`: no credential, no cookie and no header of the operation.
public struct RedirectPolicy: Sendable, Hashable {
    public enum Reach: String, Sendable, Hashable {
        case nowhere, sameOrigin, anywhere
    }

    /// The allowed targets of a redirect.
    public var reach: Reach
    /// The maximum number of redirects of one request; the next one is the response.
    public var limit: Int
    /// Whether documented redirects are followed as well, unless they are the operation's success.
    public var includesDocumented: Bool

    public init(_ reach: Reach = .anywhere, limit: Int = 5, includesDocumented: Bool = false) {
        self.reach = reach
        self.limit = limit
        self.includesDocumented = includesDocumented
    }

    /// Follows at most five redirects, to any host, except documented ones. This is the default.
    public static let follow = RedirectPolicy()
    /// Follows at most five redirects, to the scheme, host and port of the request only.
    public static let sameOrigin = RedirectPolicy(.sameOrigin)
    /// Follows no redirect: every redirect is the response.
    public static let never = RedirectPolicy(.nowhere)
}

extension RedirectPolicy: CustomStringConvertible {
    /// For example `anywhere, at most 5`.
    public var description: String {
        reach == .nowhere
            ? "never" : "\(reach.rawValue), at most \(limit)" + (includesDocumented ? ", documented too" : "")
    }
}
