/// How many retries a client may send in relation to its calls, so that a server that is down for everybody is not
/// held down by repetitions. All calls of a client share one budget; a retry takes one token out of it.
///
/// Repeating a 429 whose wait is known costs nothing: that wait is the server's own word on when to come back.
public struct RetryBudget: Sendable, Hashable {
    /// The most tokens that are saved up; a new client has them all.
    public var capacity: Double
    /// What each call puts in, whatever becomes of it: 0.2 allows one retry for five calls in the long run.
    public var perCall: Double
    /// What time puts in, for clients that call seldom.
    public var perSecond: Double

    public init(capacity: Double = 20, perCall: Double = 0.2, perSecond: Double = 0.5) {
        self.capacity = capacity
        self.perCall = perCall
        self.perSecond = perSecond
    }

    public static let standard = RetryBudget()

    /// Only the policy limits retries.
    public static let unlimited = RetryBudget(capacity: .infinity)
}
