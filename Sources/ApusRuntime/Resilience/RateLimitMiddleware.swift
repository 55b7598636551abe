internal import HTTPTypes

/// Limits the number of requests in any window of time, as the server counts them.
///
/// Calls wait in order of arrival, and stop waiting when they are cancelled or their deadline passes. A request counts
/// from the moment it is sent until one window after its response has begun: however long it takes, the server never
/// sees more requests in a window than the limit. After a 429 no request is sent for the time that it names
/// (`Retry-After`, `X-RateLimit-Reset`), or otherwise for the configured block; at most for an hour, so that an error
/// of the server does not block a client permanently.
///
/// One value is one limit: a client's calls share it, and so do all clients with the value in their `middleware`. Place
/// it after ``RetryMiddleware``, where it also counts repeated attempts; this is the case when the list contains no retries.
/// Additional requests for a redirect or a renewed credential are counted, but not delayed.
public struct RateLimitMiddleware: APIMiddleware {
    /// The maximum number of requests in a window.
    package let count: Int
    /// The length of a window, which may begin at any time.
    package let window: Duration
    /// The delay for all requests after a 429 that names no time.
    package let block: Duration
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

extension APIMiddleware where Self == RateLimitMiddleware {
    /// At most `count` requests in any `window`: `.rateLimit(60, per: .seconds(60), block: .seconds(60))`.
    ///
    /// - Parameters:
    ///   - count: The number of requests, at least 1.
    ///   - window: The length of a window, which may begin at any time.
    ///   - block: The delay after a 429 that names no time; nil: one window.
    ///   - clock: The clock for measuring and waiting; replace it in tests only.
    public static func rateLimit(
        _ count: Int, per window: Duration, block: Duration? = nil, clock: any Clock<Duration> = ContinuousClock()
    ) -> RateLimitMiddleware {
        RateLimitMiddleware(count, per: window, block: block, clock: clock)
    }
}
