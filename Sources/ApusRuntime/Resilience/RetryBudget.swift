/// The ratio of retries to calls of a client, which keeps retries from overloading a server that is down. All calls of
/// a client share one budget; a retry takes one token.
///
/// Repeating a 429 with a known delay costs nothing, because the server itself names the delay.
public struct RetryBudget: Sendable, Hashable {
    /// The maximum number of saved tokens; a new client has all of them.
    public var capacity: Double
    /// The tokens that each call adds, whatever its result: 0.2 allows one retry for five calls in the long run.
    public var perCall: Double
    /// The tokens that each second adds, for clients with few calls.
    public var perSecond: Double

    public init(capacity: Double = 20, perCall: Double = 0.2, perSecond: Double = 0.5) {
        self.capacity = capacity
        self.perCall = perCall
        self.perSecond = perSecond
    }

    public static let standard = RetryBudget()

    /// No budget: only the policy limits retries.
    public static let unlimited = RetryBudget(capacity: .infinity)
}
