/// The retry rule of one operation in `apus.yaml` or `x-apus-retry`: `safe`, `never`, or members.
public struct RetryOptions: Equatable, Sendable {
    /// Whether calls are safe to retry; nil: the method decides.
    public var isSafe: Bool?
    /// The maximum number of attempts, including the first; nil: the client decides.
    public var attempts: Int?

    public init() {}

    public static let keys = [
        RuleKey<RetryOptions>("safe", "Whether a call may be retried. Default: by the HTTP method.") {
            .flag { $0.isSafe = $1 }
        },
        RuleKey("attempts", "The maximum number of attempts, including the first; 1 never retries.") {
            .count(1...100) { $0.attempts = $1 }
        },
    ]

    /// The rules of `safe` and `never`.
    public static let words: [String: RetryOptions] = {
        var safe = RetryOptions()
        safe.isSafe = true
        var never = RetryOptions()
        never.attempts = 1
        return ["safe": safe, "never": never]
    }()
}
