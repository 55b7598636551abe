/// How long one event stream waits before it is opened again, in the light of how it went so far.
///
/// A server may ask for no wait at all (`retry: 0`) and end each stream at once: then the policy's own wait is taken, and it doubles as long as
/// the streams stay short. Every wait is a little longer than it is asked to be, by chance, so that clients that broke off together do not come
/// back together.
struct ReconnectionPace {
    /// Less is no wait.
    static let shortestAsked = Duration.milliseconds(100)
    /// The most that chance adds, as a share of the wait.
    static let jitter = 0.25

    let policy: Reconnection
    /// Streams in a row that ended before the longest wait was over.
    private var short = 0
    /// When the stream that runs was opened.
    private var opened: Duration

    init(_ policy: Reconnection, at now: Duration) {
        self.policy = policy
        opened = now
    }

    /// - Parameters:
    ///   - failures: Reconnections without an event since the last one.
    ///   - asked: What the server says with `retry:`.
    ///   - now: On the clock that ``open(at:)`` is told of.
    ///   - random: In 0..<1.
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

    /// A stream was opened.
    mutating func open(at now: Duration) {
        opened = now
    }
}
