internal import ApusPlatform

/// State shared by the parts of one call: the number of attempts, also of a failed call, and data that concerns all
/// attempts.
final class CallRecord: Sendable {
    private struct State {
        var attempts = 0
        var key: String?
        var isKeyed = false
        var isHeld = false
        var obstacle: RetryObstacle?
        var secrets: Set<String> = []
        var isAnsweredElsewhere = false
        var sent: SentRequest?
    }

    /// The operation that is called; nil: a request without one.
    let operation: (any Sendable)?
    let deadline: CallDeadline?
    /// Whether the errors of the call repeat the server's message.
    let messageRule: MessageRule
    private let state = Lock(State())

    init(
        operation: (any Sendable)? = nil, deadline: CallDeadline? = nil, messageRule: MessageRule = MessageRule()
    ) {
        self.operation = operation
        self.deadline = deadline
        self.messageRule = messageRule
    }

    var attempts: Int { state.withLock { $0.attempts } }
    /// Whether the request has an idempotency key, by which the server recognizes a repetition.
    var isKeyed: Bool { state.withLock { $0.isKeyed } }
    /// Whether a rate limit delays the next attempt for as long as the server requires.
    var isHeld: Bool { state.withLock { $0.isHeld } }
    var obstacle: RetryObstacle? { state.withLock { $0.obstacle } }

    /// Whether the last response came from another origin than the request's, after a redirect.
    var isAnsweredElsewhere: Bool { state.withLock { $0.isAnsweredElsewhere } }
    /// Removes the secrets of the call from errors.
    var redactor: Redactor { Redactor(Array(state.withLock { $0.secrets })) }

    /// The last request, without the secrets of the call.
    var sent: SentRequest? {
        var sent = state.withLock { $0.sent }
        sent?.redactor = redactor
        return sent
    }

    func note(sent: SentRequest) {
        state.withLock { $0.sent = sent }
    }

    func note(secrets: [String]) {
        state.withLock { $0.secrets.formUnion(secrets) }
    }

    /// Takes those of a call that goes on with this one.
    func noteSecrets(of other: CallRecord) {
        note(secrets: Array(other.state.withLock { $0.secrets }))
    }

    func noteAnswer(fromElsewhere isElsewhere: Bool) {
        state.withLock { $0.isAnsweredElsewhere = isElsewhere }
    }

    func countAttempt() {
        state.withLock { $0.attempts += 1 }
    }

    func noteKey() {
        state.withLock { $0.isKeyed = true }
    }

    func hold() {
        state.withLock { $0.isHeld = true }
    }

    func note(_ obstacle: RetryObstacle) {
        state.withLock { $0.obstacle = obstacle }
    }

    /// The call's generated key, created once for all attempts.
    func key(orElse make: () -> String) -> String {
        if let key = state.withLock({ $0.key }) { return key }
        let made = make()
        return state.withLock { state in
            let key = state.key ?? made
            state.key = key
            return key
        }
    }
}
