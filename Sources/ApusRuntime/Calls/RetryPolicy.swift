/// The conditions and delays for repeating a call.
///
/// Calls are repeated if they are safe to repeat (see ``OperationDescriptor/isIdempotent``) or have an idempotency key,
/// after a status of ``statuses`` or a failed connection: refused, no address, closed before the end, timed out. The
/// delay is uniformly random from zero to ``initialDelay``, doubled for each further attempt and at most
/// ``maximumDelay`` ("full jitter": callers that failed together do not retry together). When the server names a time
/// (`Retry-After` in seconds or as a date; for 429 also `X-RateLimit-Reset`), that time passes first.
public struct RetryPolicy: Sendable, Hashable {
    /// The maximum number of attempts, including the first; 1 or less never repeats. An operation's declaration
    /// (``OperationDescriptor/maximumAttempts``) overrides the client's policy, and a call's own policy overrides both.
    public var maximumAttempts: Int
    /// The maximum delay before the second attempt.
    public var initialDelay: Duration
    /// The maximum delay before any attempt, if the server names no time.
    public var maximumDelay: Duration
    /// The maximum delay that a server may request; a call with a longer one fails immediately.
    public var maximumServerDelay: Duration
    /// No attempt begins later than this after the first. It does not end a running attempt; use
    /// ``CallOptions/deadline`` for that.
    public var deadline: Duration?
    /// Temporary statuses. A status that the document declares as a success is never repeated.
    public var statuses: Set<Int>
    /// Whether calls that are not safe to repeat are repeated as well: their effects may then occur twice.
    public var repeatsUnsafeCalls: Bool

    public init(
        maximumAttempts: Int = 3, initialDelay: Duration = .milliseconds(250), maximumDelay: Duration = .seconds(20),
        maximumServerDelay: Duration = .seconds(60), deadline: Duration? = nil,
        statuses: Set<Int> = RetryPolicy.passingStatuses, repeatsUnsafeCalls: Bool = false
    ) {
        self.maximumAttempts = maximumAttempts
        self.initialDelay = initialDelay
        self.maximumDelay = maximumDelay
        self.maximumServerDelay = maximumServerDelay
        self.deadline = deadline
        self.statuses = statuses
        self.repeatsUnsafeCalls = repeatsUnsafeCalls
    }

    /// Three attempts; the default of every client.
    public static let standard = RetryPolicy()

    /// One attempt.
    public static let never = RetryPolicy(maximumAttempts: 1)

    /// 408, 429 and 5xx except 501, because an unimplemented method is not a temporary condition.
    public static let passingStatuses = Set(500...599).subtracting([501]).union([408, 429])
}

extension RetryPolicy {
    /// Applies the operation's attempt limit unless this policy never retries.
    func fitted(to operation: OperationDescriptor) -> RetryPolicy {
        guard maximumAttempts > 1, let attempts = operation.maximumAttempts else { return self }
        var policy = self
        policy.maximumAttempts = attempts
        return policy
    }

    /// The maximum delay after the attempt with this number, starting at 1.
    func longestDelay(after attempt: Int) -> Duration {
        var seconds = initialDelay.inSeconds
        for _ in 1..<min(max(attempt, 1), 64) { seconds *= 2 }
        return .clamped(seconds: min(seconds, maximumDelay.inSeconds))
    }

    func repeats(_ problem: TransportProblem) -> Bool {
        switch problem.kind {
        case .connectionRefused, .hostNotFound, .cannotConnect, .timedOut, .closedEarly, .truncatedBody: true
        default: false
        }
    }
}
