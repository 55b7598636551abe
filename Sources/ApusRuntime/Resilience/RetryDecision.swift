internal import HTTPTypes

/// Decides whether, and after which delay, a failed attempt is repeated.
struct RetryDecision {
    struct Pause {
        let duration: Duration
        /// Whether the repetition takes no token from the budget.
        let isFree: Bool
    }

    let call: OutgoingCall
    let record: CallRecord
    let policy: RetryPolicy
    /// The number of the failed attempt, starting at 1.
    let attempt: Int
    /// The time since the first attempt began.
    let elapsed: Duration

    /// nil: the failure is final. Records the obstacle when the failure could have been repeated.
    func pause(after failure: AttemptOutcome.Failure, random: Double) -> Pause? {
        guard Self.isRepeatable(call, record, policy), attempt < policy.maximumAttempts else { return nil }
        guard call.body.isReplayable else { return refuse(.bodyNotReplayable) }
        var asked: Duration?
        var isFree = false
        if case .status(let response) = failure {
            asked = RetryAfter.wait(askedBy: response)
            isFree = response.status == .tooManyRequests && (asked != nil || record.isHeld)
        }
        if let asked, asked > policy.maximumServerDelay { return refuse(.waitTooLong(asked)) }
        let jitter = policy.longestDelay(after: attempt).inSeconds * random
        let duration = (asked ?? .zero) + .clamped(seconds: jitter)
        if let remaining, duration >= remaining { return refuse(.deadline) }
        return Pause(duration: duration, isFree: isFree)
    }

    /// Whether the operation, its key or the policy allows a repetition.
    static func isRepeatable(_ call: OutgoingCall, _ record: CallRecord, _ policy: RetryPolicy) -> Bool {
        call.operation.isIdempotent || policy.repeatsUnsafeCalls || record.isKeyed
            || call.options.idempotencyKey != nil
    }

    /// The remaining time of the call or of the policy, whichever is shorter.
    private var remaining: Duration? {
        let times = [record.deadline?.remaining, policy.deadline.map { $0 - elapsed }].compactMap { $0 }
        return times.min()
    }

    private func refuse(_ obstacle: RetryObstacle) -> Pause? {
        record.note(obstacle)
        return nil
    }
}
