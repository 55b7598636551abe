/// A rule that detects a failed call in the body of a response with a success status.
public struct RejectionDecl: Equatable, Sendable {
    /// A JSON pointer.
    public var pointer: String
    /// The text that indicates the failure; nil: any value except null, false, zero and empty values.
    public var value: String?
    /// The ids of operations that the rule excludes.
    public var exceptions: [String]

    public init(pointer: String = "", value: String? = nil, exceptions: [String] = []) {
        self.pointer = pointer
        self.value = value
        self.exceptions = exceptions
    }
}

/// The meaning of a refusal that an API words in its own way. A rule matches where all of its given parts do.
public struct RefusalDecl: Equatable, Sendable {
    /// The status of the response.
    public var status: Int?
    /// The code in the response, such as `error`.
    public var code: String?
    /// A part of the response's text.
    public var text: String?
    /// The code that callers compare.
    public var reason: String
    /// An explanation for people.
    public var message: String?
    /// The constant of the credentials type for ``reason``; nil: the runtime names the code.
    public var name: String?

    public init(reason: String = "") {
        self.reason = reason
    }
}

/// The maximum number of requests of a client; times are in milliseconds.
public struct RateLimitDecl: Equatable, Sendable {
    public var requests: Int
    public var window: Int
    /// The delay after a 429 that names no time; nil: one window.
    public var block: Int?

    public init(requests: Int = 0, window: Int = 0, block: Int? = nil) {
        self.requests = requests
        self.window = window
        self.block = block
    }
}

/// A client's rules for dates where its document is silent.
public struct DatesDecl: Equatable, Sendable {
    /// The offset of dates without one, in seconds east of UTC.
    public var withoutOffset: Int

    public init(withoutOffset: Int = 0) { self.withoutOffset = withoutOffset }
}

/// A client's retry policy, where it differs from the runtime's default; times are in milliseconds.
public struct RetriesDecl: Equatable, Sendable {
    public var attempts: Int?
    public var initialDelay: Int?
    public var maximumDelay: Int?
    public var maximumServerDelay: Int?
    public var deadline: Int?

    public init() {}
}
