internal import HTTPTypes

/// Whether, and after which wait, a failed attempt is followed by another.
struct RetryDecision {
    struct Pause {
        let duration: Duration
        /// Takes nothing out of the budget.
        let isFree: Bool
    }

    let call: OutgoingCall
    let record: CallRecord
    let policy: RetryPolicy
    /// The number of the one that failed, the first being 1.
    let attempt: Int
    /// Since the first began.
    let elapsed: Duration

    /// nil: the failure stands. Notes the obstacle when the failure was one to repeat.
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

    /// By the operation, by its key, or by the policy's word.
    static func isRepeatable(_ call: OutgoingCall, _ record: CallRecord, _ policy: RetryPolicy) -> Bool {
        call.operation.isIdempotent || policy.repeatsUnsafeCalls || record.isKeyed
            || call.options.idempotencyKey != nil
    }

    /// The rest of the time of the call or of the policy, whichever ends first.
    private var remaining: Duration? {
        let times = [record.deadline?.remaining, policy.deadline.map { $0 - elapsed }].compactMap { $0 }
        return times.min()
    }

    private func refuse(_ obstacle: RetryObstacle) -> Pause? {
        record.note(obstacle)
        return nil
    }
}
