/// The delays of one event stream before reconnections, by its history.
///
/// A server may request no delay at all (`retry: 0`) and end each stream at once: then the policy's own delay applies,
/// and doubles as long as the streams stay short. A random addition makes every delay a little longer, so that clients
/// that lost their connection together do not reconnect together.
struct ReconnectionPace {
    /// A shorter requested delay counts as none.
    static let shortestAsked = Duration.milliseconds(100)
    /// The maximum random addition, as a share of the delay.
    static let jitter = 0.25

    let policy: Reconnection
    /// The number of consecutive streams that ended before the longest delay was over.
    private var short = 0
    /// The time when the current stream was opened.
    private var opened: Duration

    init(_ policy: Reconnection, at now: Duration) {
        self.policy = policy
        opened = now
    }

    /// - Parameters:
    ///   - failures: Reconnections without an event since the last one.
    ///   - asked: The server's `retry:`.
    ///   - now: The time on the clock that ``open(at:)`` uses.
    ///   - random: A number in 0..<1.
    mutating func wait(failures: Int, asked: Duration?, at now: Duration, random: Double) -> Duration {
        short = now - opened < policy.longestDelay ? short + 1 : 0
        opened = now
        var wait = policy.wait(attempt: failures, asked: asked)
        if let asked, asked < Self.shortestAsked {
            let own = policy.wait(attempt: max(failures, short - 1), asked: nil)
            wait = max(wait, min(max(own, Self.shortestAsked), policy.longestDelay), asked)
        }
        return wait + .clamped(seconds: wait.inSeconds * Self.jitter * random)
    }

    /// Records that a stream was opened.
    mutating func open(at now: Duration) {
        opened = now
    }
}
