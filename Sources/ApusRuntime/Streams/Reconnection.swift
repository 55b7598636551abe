/// How often and after which wait an event stream is opened again.
public struct Reconnection: Sendable, Hashable {
    /// In a row without an event between them; the next failure ends the stream.
    public var limit: Int
    /// Before the first one of a row, unless the server says `retry:` with at least 100 milliseconds; it doubles with each further one. Up to a
    /// quarter more is added by chance.
    public var delay: Duration
    public var longestDelay: Duration

    public init(limit: Int = 5, delay: Duration = .seconds(1), longestDelay: Duration = .seconds(30)) {
        self.limit = limit
        self.delay = delay
        self.longestDelay = longestDelay
    }

    public static let standard = Reconnection()

    /// - Parameter attempt: From 0.
    func wait(attempt: Int, asked: Duration?) -> Duration {
        min((asked ?? delay) * (1 << min(max(0, attempt), 16)), max(longestDelay, asked ?? .zero))
    }
}
