/// The behaviour of a mock server that its documents do not say.
public struct MockOptions: Sendable {
    /// A number of requests in a window of time, of all callers of one client.
    public struct Limit: Sendable, Hashable {
        /// The requests that are answered in each window; at least 1.
        public var requests: Int
        /// The length of a window.
        public var window: Duration

        /// Creates a limit.
        public init(requests: Int, window: Duration) {
            self.requests = max(1, requests)
            self.window = window
        }
    }

    /// The time before every answer. `Prefer: delay=2` sets that of one answer, in seconds.
    public var delay = Duration.zero
    /// Answers further requests by 429; nil: no limit.
    public var limit: Limit?
    /// Whether ``limit`` is that of `rateLimit` in `apus.yaml` for clients that have one.
    public var usesConfiguredLimit = false
    /// Whether requests are compared with the document, and credentials have to be there.
    public var checksRequests = true
    /// Whether members and query parameters that the document does not name are refused as well.
    public var isStrict = false
    /// The number of resources that a list has before any is created, if it has pages.
    public var seeds = 25
    /// The largest number of resources that are kept; what would be one more is answered by 507. Deleted ones are remembered in the same
    /// number. At most 64 MiB of either are kept, whatever the number.
    public var resourceLimit = 20_000
    /// The number of items in a stream.
    public var streamItems = 3
    /// The time between two items of a stream.
    public var streamPause = Duration.milliseconds(20)
    /// The largest body of a request in bytes; larger ones are answered by 413.
    public var bodyLimit = 8 << 20

    /// The standard behaviour.
    public init() {}

    /// The longest delay that a request may ask for.
    static let longestDelay = Duration.seconds(60)
    /// The longest target of a request in bytes; longer ones are answered by 414.
    static let targetLimit = 16 << 10
}
