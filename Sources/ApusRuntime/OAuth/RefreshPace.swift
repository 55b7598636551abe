#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// When a token may be asked for again. An authorization server that is down, or whose tokens are of no use as soon as they come, is not asked
/// for each call of the client: after each failure, and after each token that needed replacing at once, there is a time in which it is not asked
/// at all. That time doubles, up to a minute; it is drawn from its second half, so that clients do not come back together.
struct RefreshPace {
    /// The first wait.
    private static let first = 1.0
    private static let longest = 60.0
    /// A server that names a time is left alone for that long.
    private static let longestAsked = 3_600.0
    /// A token that needs replacing sooner was of no use.
    private static let usefulLife = 10.0

    private var failures = 0
    private var failure: OAuthError?
    private var hurried = 0
    private var lastToken: Date?
    private var until: Date?

    /// Whether nobody is to be asked now.
    func isHeld(at now: Date) -> Bool {
        guard let until else { return false }
        let wait = until.timeIntervalSince(now)
        // A longer one was never set: the clock was set back since.
        return wait > 0 && wait <= Self.longestAsked
    }

    /// What went wrong last, for those who ask meanwhile; nil after a token.
    var lastFailure: OAuthError? { failure }

    mutating func note(_ error: OAuthError, at now: Date, random: Double) {
        if case .cancelled = error { return }
        failures += 1
        failure = error
        let asked = min(error.refusal?.retryAfter?.seconds ?? 0, Self.longestAsked)
        until = now.addingTimeInterval(max(asked, Self.wait(failures, random)))
    }

    mutating func noteToken(at now: Date, random: Double) {
        let age = lastToken.map { now.timeIntervalSince($0) } ?? .infinity
        // While nobody was asked the token before could not be replaced, whatever its use.
        let held = until.map { $0.timeIntervalSince(lastToken ?? now) } ?? 0
        hurried = age < max(Self.usefulLife, 2 * held) ? hurried + 1 : 0
        (failures, failure, lastToken) = (0, nil, now)
        until = hurried == 0 ? nil : now.addingTimeInterval(Self.wait(hurried, random))
    }

    private static func wait(_ times: Int, _ random: Double) -> Double {
        var wait = first
        for _ in 1..<min(max(times, 1), 16) { wait *= 2 }
        return min(wait, longest) * (0.5 + random / 2)
    }
}
