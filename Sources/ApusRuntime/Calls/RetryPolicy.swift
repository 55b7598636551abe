/// When a call is sent again, and how long it waits before.
///
/// Sent again are calls that are safe to repeat (see ``OperationDescriptor/isIdempotent``) or that carry an idempotency
/// key, after a status of ``statuses`` or a connection that failed: refused, no address, closed before the end, no
/// progress in time. The wait is drawn evenly from zero to ``initialDelay``, doubled for each further attempt and at
/// most ``maximumDelay`` ("full jitter": callers that failed together do not come back together). When the server names
/// a time (`Retry-After` in seconds or as a date; for 429 also `X-RateLimit-Reset`), that time is waited first.
public struct RetryPolicy: Sendable, Hashable {
    /// The first one included; 1 or less never repeats. What an operation declares (``OperationDescriptor/maximumAttempts``) goes
    /// before a client's, and a call's own policy before both.
    public var maximumAttempts: Int
    /// The most that is waited before the second attempt.
    public var initialDelay: Duration
    /// The most that is waited before any attempt, where the server names no time.
    public var maximumDelay: Duration
    /// The longest time a server may ask for; a call that is asked to wait longer fails at once.
    public var maximumServerDelay: Duration
    /// No attempt begins later than this after the first. An attempt that runs is not ended by it: that is
    /// ``CallOptions/deadline``.
    public var deadline: Duration?
    /// Statuses that may pass by themselves. One that the document names as a success is never repeated.
    public var statuses: Set<Int>
    /// Also repeats calls that are not safe to repeat: what they do may then be done twice.
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

    /// Three attempts; what every client does unless told otherwise.
    public static let standard = RetryPolicy()

    /// One attempt.
    public static let never = RetryPolicy(maximumAttempts: 1)

    /// 408, 429 and 5xx without 501: what is not implemented now will not be in a moment.
    public static let passingStatuses = Set(500...599).subtracting([501]).union([408, 429])
}

extension RetryPolicy {
    /// With the attempts that an operation declares; who never repeats does not begin to.
    func fitted(to operation: OperationDescriptor) -> RetryPolicy {
        guard maximumAttempts > 1, let attempts = operation.maximumAttempts else { return self }
        var policy = self
        policy.maximumAttempts = attempts
        return policy
    }

    /// The most that is waited after the attempt of this number, the first being 1.
    func longestDelay(after attempt: Int) -> Duration {
        var seconds = initialDelay.inSeconds
        for _ in 1..<min(max(attempt, 1), 64) { seconds *= 2 }
        return .clamped(seconds: min(seconds, maximumDelay.inSeconds))
    }

    func repeats(_ problem: TransportProblem) -> Bool {
        switch problem.kind {
        case .connectionRefused, .hostNotFound, .cannotConnect, .timedOut, .closedEarly, .truncatedBody: true
        case .tls, .invalidResponse, .requestBody, .invalidRequest, .bodyTooLarge, .bodyConsumed, .cancelled,
            .deadlineExceeded, .other:
            false
        }
    }
}
