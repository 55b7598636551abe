internal import HTTPTypes

/// Sends a call again when its failure may pass by itself. See ``RetryPolicy`` and ``RetryBudget``.
///
/// Every client has it as its outermost middleware unless one stands in the client's list: what stands after it is
/// run for each attempt, what stands before it once for each call.
public struct Retries: Middleware {
    let policy: RetryPolicy
    let timer: CallTimer
    private let bucket: RetryBucket
    /// In 0..<1.
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
        /// After a wait. The refused response is let go before it, and its connection with it.
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

extension Middleware where Self == Retries {
    /// Sends calls again by `policy`, instead of what every client does by itself.
    ///
    /// - Parameters:
    ///   - policy: A call's ``CallOptions/retries`` goes before it.
    ///   - budget: Shared by all calls of the client.
    ///   - clock: Measures and waits; another than the default is for tests.
    public static func retries(
        _ policy: RetryPolicy = .standard, budget: RetryBudget = .standard,
        clock: any Clock<Duration> = ContinuousClock()
    ) -> Retries {
        Retries(policy, budget: budget, clock: clock)
    }
}
