/// The number and delays of an event stream's reconnections.
public struct Reconnection: Sendable, Hashable {
    /// The maximum number of reconnections without an event between them; the next failure ends the stream.
    public var limit: Int
    /// The delay before the first one of a series, unless the server sends `retry:` with at least 100 milliseconds; it
    /// doubles with each further one. A random addition of up to a quarter applies.
    public var delay: Duration
    public var longestDelay: Duration

    public init(limit: Int = 5, delay: Duration = .seconds(1), longestDelay: Duration = .seconds(30)) {
        self.limit = limit
        self.delay = delay
        self.longestDelay = longestDelay
    }

    public static let standard = Reconnection()

    /// - Parameter attempt: The number of the reconnection, from 0.
    func wait(attempt: Int, asked: Duration?) -> Duration {
        min((asked ?? delay) * (1 << min(max(0, attempt), 16)), max(longestDelay, asked ?? .zero))
    }
}
