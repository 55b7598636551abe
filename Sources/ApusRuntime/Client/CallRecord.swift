/// What the parts of one call tell each other: attempts, also when it fails, and what concerns all of them.
final class CallRecord: Sendable {
    private struct State {
        var attempts = 0
        var key: String?
        var isKeyed = false
        var isHeld = false
        var obstacle: RetryObstacle?
        var secrets: Set<String> = []
        var isAnsweredElsewhere = false
    }

    let deadline: CallDeadline?
    /// What errors of the call tell of the server's words.
    let messageRule: MessageRule
    private let state = Lock(State())

    init(deadline: CallDeadline? = nil, messageRule: MessageRule = MessageRule()) {
        self.deadline = deadline
        self.messageRule = messageRule
    }

    var attempts: Int { state.withLock { $0.attempts } }
    /// Whether the request carries a key by which the server recognises a repetition.
    var isKeyed: Bool { state.withLock { $0.isKeyed } }
    /// Whether a rate limit holds the next attempt back for as long as the server wants.
    var isHeld: Bool { state.withLock { $0.isHeld } }
    var obstacle: RetryObstacle? { state.withLock { $0.obstacle } }

    /// Whether the last answer came from another origin than the request went to, after a redirect.
    var isAnsweredElsewhere: Bool { state.withLock { $0.isAnsweredElsewhere } }
    /// Takes what the call sent as secrets out of what is told of it.
    var redactor: Redactor { Redactor(Array(state.withLock { $0.secrets })) }

    func note(secrets: [String]) {
        state.withLock { $0.secrets.formUnion(secrets) }
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

    /// The call's generated key: made once, whichever attempt asks.
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
