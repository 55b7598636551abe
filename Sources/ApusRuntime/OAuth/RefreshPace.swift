#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Limits the rate of token requests. An authorization server that fails, or whose tokens are unusable on arrival, is
/// not called for each call of the client: after each failure, and after each token that needed immediate replacement,
/// it is not called for a time. That time doubles, up to a minute; a random point of its second half is used, so that
/// clients do not retry together.
struct RefreshPace {
    /// The first delay, in seconds.
    private static let first = 1.0
    private static let longest = 60.0
    /// The longest delay, in seconds, that a server may request.
    private static let longestAsked = 3_600.0
    /// A token that needs replacement within this time, in seconds, was unusable.
    private static let usefulLife = 10.0

    private var failures = 0
    private var failure: OAuthProblem?
    private var hurried = 0
    private var lastToken: Date?
    private var until: Date?

    /// Whether no request may be sent now.
    func isHeld(at now: Date) -> Bool {
        guard let until else { return false }
        let wait = until.timeIntervalSince(now)
        // A longer delay was never set: the clock was set back since.
        return wait > 0 && wait <= Self.longestAsked
    }

    /// The last error, for calls during the delay; nil after a token.
    var lastFailure: OAuthProblem? { failure }

    mutating func note(_ error: OAuthProblem, at now: Date, random: Double) {
        if case .cancelled = error { return }
        failures += 1
        failure = error
        let asked = min(error.refusal?.retryAfter?.seconds ?? 0, Self.longestAsked)
        until = now.addingTimeInterval(max(asked, Self.wait(failures, random)))
    }

    mutating func noteToken(at now: Date, random: Double) {
        let age = lastToken.map { now.timeIntervalSince($0) } ?? .infinity
        // During the delay the previous token could not be replaced, so this time does not count as its useful life.
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
