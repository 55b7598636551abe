/// Counts the requests of a window of time.
struct RequestWindow {
    /// The state after a request.
    struct State {
        let limit: Int
        let remaining: Int
        /// Whole seconds until the next window, rounded up.
        let reset: Int
        let isExceeded: Bool
    }

    private let limit: MockOptions.Limit
    /// The time for which requests are refused once there were too many.
    private let block: Duration
    private var start: ContinuousClock.Instant?
    private var end: ContinuousClock.Instant?
    private var count = 0

    init(_ limit: MockOptions.Limit, block: Duration? = nil) {
        self.limit = limit
        self.block = block ?? limit.window
    }

    mutating func count(at now: ContinuousClock.Instant) -> State {
        if end.map({ now >= $0 }) ?? true {
            start = now
            end = now.advanced(by: limit.window)
            count = 0
        }
        count += 1
        // The first refusal blocks.
        if count == limit.requests + 1, block > limit.window { end = now.advanced(by: block) }
        let rest = end.map { now.duration(to: $0) } ?? limit.window
        let seconds = Int(rest.components.seconds) + (rest.components.attoseconds > 0 ? 1 : 0)
        return State(
            limit: limit.requests, remaining: max(0, limit.requests - count), reset: max(1, seconds),
            isExceeded: count > limit.requests)
    }
}
