/// Whether and how often calls of one operation are repeated, as `apus.yaml` or `x-apus-retry` say it: `safe`, `never`, or members.
public struct RetryOptions: Equatable, Sendable {
    /// Safe to repeat; nil: as the method is.
    public var isSafe: Bool?
    /// The first one included; nil: as the client has it.
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

    /// `safe` and `never` stand for what they mean.
    public static let words: [String: RetryOptions] = {
        var safe = RetryOptions()
        safe.isSafe = true
        var never = RetryOptions()
        never.attempts = 1
        return ["safe": safe, "never": never]
    }()
}
