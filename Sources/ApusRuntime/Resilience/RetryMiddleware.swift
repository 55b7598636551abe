internal import HTTPTypes

/// Repeats a call after a temporary failure. See ``RetryPolicy`` and ``RetryBudget``.
///
/// It is every client's outermost middleware unless the client's list contains one: middleware after it runs for each
/// attempt, middleware before it once for each call.
public struct RetryMiddleware: APIMiddleware {
    let policy: RetryPolicy
    let timer: CallTimer
    private let bucket: RetryBucket
    /// Returns a number in 0..<1.
    private let random: @Sendable () -> Double

    init(
        _ policy: RetryPolicy, budget: RetryBudget = .standard, clock: any Clock<Duration> = ContinuousClock(),
        random: @escaping @Sendable () -> Double = { .random(in: 0..<1) }
    ) {
        self.policy = policy
        bucket = RetryBucket(budget)
        timer = CallTimer(clock)
        self.random = random
    }

    public func intercept(_ call: OutgoingCall, next: CallChain) async throws(CallProblem) -> HTTPResponseStream {
        let policy = call.options.retries ?? policy.fitted(to: call.operation)
        guard policy.maximumAttempts > 1 else { return try await next(call) }
        bucket.deposit()
        let start = timer.elapsed()
        var attempt = 1
        while true {
            switch try await send(call, next, policy: policy, attempt: attempt, start: start) {
            case .end(let response): return response
            case .again(let pause): try await timer.sleep(pause)
            }
            attempt += 1
        }
    }

    private enum Step {
        case end(HTTPResponseStream)
        /// Repeats after a delay. The response is released before the delay, with its connection.
        case again(Duration)
    }

    private func send(
        _ call: OutgoingCall, _ next: CallChain, policy: RetryPolicy, attempt: Int, start: Duration
    ) async throws(CallProblem) -> Step {
        let outcome = await AttemptOutcome.send(
            call, next, policy: policy, isLast: attempt >= policy.maximumAttempts)
        let decision = RetryDecision(
            call: call, record: next.record, policy: policy, attempt: attempt, elapsed: timer.elapsed() - start)
        guard let failure = outcome.failure, let pause = decision.pause(after: failure, random: random()),
            isAffordable(pause, next.record)
        else { return .end(try outcome.get()) }
        return .again(pause.duration)
    }

    private func isAffordable(_ pause: RetryDecision.Pause, _ record: CallRecord) -> Bool {
        if pause.isFree || bucket.withdraw(at: timer.elapsed()) { return true }
        record.note(.budgetSpent)
        return false
    }
}

extension APIMiddleware where Self == RetryMiddleware {
    /// Repeats calls by `policy`, instead of the default.
    ///
    /// - Parameters:
    ///   - policy: The policy; a call's ``CallOptions/retries`` takes precedence.
    ///   - budget: The budget that all calls of the client share.
    ///   - clock: The clock for measuring and waiting; replace it in tests only.
    public static func retries(
        _ policy: RetryPolicy = .standard, budget: RetryBudget = .standard,
        clock: any Clock<Duration> = ContinuousClock()
    ) -> RetryMiddleware {
        RetryMiddleware(policy, budget: budget, clock: clock)
    }
}
