internal import ApusPlatform

/// The tokens of a ``RetryBudget``.
final class RetryBucket: Sendable {
    private struct State {
        var tokens: Double
        var filled: Duration
    }

    private let budget: RetryBudget
    private let state: Lock<State>

    init(_ budget: RetryBudget) {
        self.budget = budget
        state = Lock(State(tokens: budget.capacity, filled: .zero))
    }

    /// Adds the tokens of one call.
    func deposit() {
        state.withLock { $0.tokens = min(budget.capacity, $0.tokens + budget.perCall) }
    }

    /// Takes a token; returns false, without taking it, when less than one token is left.
    ///
    /// - Parameter now: The time since the bucket was created.
    func withdraw(at now: Duration) -> Bool {
        state.withLock { state in
            let passed = max(0, (now - state.filled).inSeconds)
            state.filled = max(now, state.filled)
            state.tokens = min(budget.capacity, state.tokens + passed * budget.perSecond)
            guard state.tokens >= 1 else { return false }
            state.tokens -= 1
            return true
        }
    }
}
