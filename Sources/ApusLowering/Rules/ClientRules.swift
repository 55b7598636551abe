public import ApusModel

/// The configured behavior of a client, in addition to its form.
public struct ClientRules: Equatable, Sendable {
    /// By operation id; `default` completes the others.
    public var paging: [String: PagingOptions] = [:]
    /// In the order of the configuration.
    public var clientParameters: [ClientParameterOptions] = []
    /// Operation id → JSON pointer to what its method returns; empty for the whole success. `default` is that of the others.
    public var result: [String: String] = [:]
    public var rejections: [RejectionDecl] = []
    public var refusals: [RefusalDecl] = []
    public var rateLimit: RateLimitDecl?
    public var retries: RetriesDecl?
    public var dates: DatesDecl?
    /// Whether response values that do not fit are dropped.
    public var dropsMismatches = false
    /// By operation id.
    public var retry: [String: RetryOptions] = [:]
    public var webhooks: WebhooksDecl.NameLocation?

    public init() {}
}

extension RejectionDecl {
    public static let keys = [
        RuleKey<RejectionDecl>("pointer", "JSON pointer to the member that marks a failure.", isRequired: true) {
            .text { $0.pointer = $1 }
        },
        RuleKey("value", "The text of a failure. Default: anything but null, false, zero and empty values.") {
            .text { $0.value = $1 }
        },
        RuleKey("except", "The operation ids that this rule excludes.") { .texts { $0.exceptions = $1 } },
    ]
}

extension RefusalDecl {
    public static let keys = [
        RuleKey<RefusalDecl>("status", "The status of the response.") { .count(100...599) { $0.status = $1 } },
        RuleKey("code", "The response's own code, such as the text of error.") { .text { $0.code = $1 } },
        RuleKey("text", "A part of the response's text.") { .text { $0.text = $1 } },
        RuleKey(
            "reason", "The code that the refusal has for callers, such as agreement_required.", isRequired: true
        ) {
            .text { $0.reason = $1 }
        },
        RuleKey("message", "An explanation for people, in addition to the server's text.") {
            .text { $0.message = $1 }
        },
    ]

    /// The codes of RFC 6749, 6750 and 8628, which the runtime names.
    static let registeredReasons: Set<String> = [
        "invalid_request", "invalid_client", "invalid_grant", "unauthorized_client", "unsupported_grant_type",
        "invalid_scope", "access_denied", "authorization_pending", "slow_down", "expired_token", "invalid_token",
        "insufficient_scope",
    ]
}

extension RateLimitDecl {
    public static let keys = [
        RuleKey<RateLimitDecl>("requests", "The maximum number of requests in a window.", isRequired: true) {
            .count(1...1_000_000) { $0.requests = $1 }
        },
        RuleKey("per", "The window, such as 60s.", isRequired: true) { .duration { $0.window = $1 } },
        RuleKey(
            "block",
            "The time for which the server refuses requests after a 429 without Retry-After. Default: the window."
        ) {
            .duration { $0.block = $1 }
        },
    ]
}

extension WebhooksDecl.NameLocation {
    public static let keys = [
        RuleKey<WebhooksDecl.NameLocation>(
            "member", "JSON pointer to the member that has the event's name, such as /type."
        ) {
            .text { $0.member = $1 }
        },
        RuleKey("header", "The header that has the event's name, such as X-Event.") { .text { $0.header = $1 } },
    ]
}

extension DatesDecl {
    public static let keys = [
        RuleKey<DatesDecl>(
            "withoutOffset", "The offset of dates without an offset: UTC, or one such as +02:00. Default: UTC."
        ) {
            .offset { $0.withoutOffset = $1 }
        }
    ]
}

extension RetriesDecl {
    public static let keys = [
        RuleKey<RetriesDecl>("attempts", "The maximum number of attempts, including the first; 1 never retries.") {
            .count(1...100) { $0.attempts = $1 }
        },
        RuleKey("initialDelay", "The maximum delay before the second attempt, such as 250ms.") {
            .duration { $0.initialDelay = $1 }
        },
        RuleKey("maximumDelay", "The maximum delay where the server names no time.") {
            .duration { $0.maximumDelay = $1 }
        },
        RuleKey("maximumServerDelay", "The maximum delay that a server may ask for.") {
            .duration { $0.maximumServerDelay = $1 }
        },
        RuleKey("deadline", "The time after the first attempt at which the last attempt may begin.") {
            .duration { $0.deadline = $1 }
        },
    ]
}
