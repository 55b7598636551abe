/// The reason why a call was not repeated although its failure may be temporary and the operation is safe to repeat.
///
/// Later versions may add cases: end a `switch` with `default`.
public enum RetryObstacle: Sendable, Hashable {
    /// The request's body is a stream that can be read only once; see ``APIBody/isReplayable``.
    case bodyNotReplayable
    /// The client's ``RetryBudget`` is empty.
    case budgetSpent
    /// The delay would have ended after the deadline of the call or of the policy.
    case deadline
    /// The server requested a longer delay than ``RetryPolicy/maximumServerDelay``.
    case waitTooLong(Duration)
}

extension RetryObstacle: CustomStringConvertible {
    /// One phrase, without a full stop.
    public var description: String {
        switch self {
        case .bodyNotReplayable:
            "its body is a stream that can be read only once; give bytes, or a stream that is replayable"
        case .budgetSpent: "the client's budget for retries is spent"
        case .deadline: "the wait would have ended after the deadline"
        case .waitTooLong(let wait): "the server asks for a wait of \(wait)"
        }
    }
}
