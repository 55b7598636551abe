internal import HTTPTypes

/// Lets no more than a number of requests out in any window of time, as the server counts them.
///
/// Calls wait in the order in which they came, and leave the line when they are cancelled or their deadline passes. A
/// request takes its place from the moment it goes out until a window after its response has begun: however long it was
/// on its way, the server never sees more in a window than are let out here. After a 429 nobody is let out for the time
/// that it names (`Retry-After`, `X-RateLimit-Reset`), or else for the configured block; at most for an hour, so that a
/// server's slip does not silence a client for good.
///
/// One value is one limit: a client's calls share it, and so do all clients whose `middleware` it is given to. It
/// belongs after ``Retries``, where it also counts repeated attempts; that is where it is when the list names no
/// retries. What a redirect or a renewed credential sends in addition is counted, but not held back.
public struct RateLimit: Middleware {
    /// The most requests in a window.
    public let count: Int
    /// Any stretch of this length, wherever it begins.
    public let window: Duration
    /// How long nobody is let out after a 429 that names no time.
    public let block: Duration
    let line: RateLimitLine
    private static let longestPause = Duration.seconds(3600)

    init(_ count: Int, per window: Duration, block: Duration?, clock: any Clock<Duration>) {
        self.count = max(1, count)
        self.window = max(.zero, window)
        self.block = block ?? window
        line = RateLimitLine(count: self.count, window: self.window, timer: CallTimer(clock))
    }

    public func intercept(_ call: OutgoingCall, next: CallChain) async throws(CallProblem) -> HTTPResponseStream {
        try await line.enter()
        let before = next.record.attempts
        let response: HTTPResponseStream
        do throws(CallProblem) {
            response = try await next(call)
        } catch {
            line.leave(sent: next.record.attempts - before, pause: nil)
            throw error
        }
        var pause: Duration?
        if response.head.status == .tooManyRequests {
            pause = min(RetryAfter.wait(askedBy: response.head) ?? block, Self.longestPause)
            next.record.hold()
        }
        line.leave(sent: next.record.attempts - before, pause: pause)
        return response
    }
}

extension Middleware where Self == RateLimit {
    /// At most `count` requests in any `window`: `.rateLimit(60, per: .seconds(60), block: .seconds(60))`.
    ///
    /// - Parameters:
    ///   - count: At least 1.
    ///   - window: Any stretch of this length, wherever it begins.
    ///   - block: How long the server refuses after a 429 that does not say so itself; nil: a window.
    ///   - clock: Measures and waits; another than the default is for tests.
    public static func rateLimit(
        _ count: Int, per window: Duration, block: Duration? = nil, clock: any Clock<Duration> = ContinuousClock()
    ) -> RateLimit {
        RateLimit(count, per: window, block: block, clock: clock)
    }
}
