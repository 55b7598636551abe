/// A sign in the body of a successful answer that the call has failed.
public struct RejectionDecl: Equatable, Sendable {
    /// A JSON pointer.
    public var pointer: String
    /// The text that must stand there; nil: anything but null, false, zero and what is empty.
    public var value: String?
    /// Operation ids to which it does not apply.
    public var exceptions: [String]

    public init(pointer: String = "", value: String? = nil, exceptions: [String] = []) {
        self.pointer = pointer
        self.value = value
        self.exceptions = exceptions
    }
}

/// The most requests that a client sends; times in milliseconds.
public struct RateLimitDecl: Equatable, Sendable {
    public var requests: Int
    public var window: Int
    /// How long the server refuses after a 429 that does not say so itself; nil: a window.
    public var block: Int?

    public init(requests: Int = 0, window: Int = 0, block: Int? = nil) {
        self.requests = requests
        self.window = window
        self.block = block
    }
}

/// How a client reads what its document leaves open.
public struct DatesDecl: Equatable, Sendable {
    /// The offset of dates that name none, in seconds east of UTC.
    public var withoutOffset: Int

    public init(withoutOffset: Int = 0) { self.withoutOffset = withoutOffset }
}

/// How a client repeats calls, where it differs from the runtime's standard; times in milliseconds.
public struct RetriesDecl: Equatable, Sendable {
    public var attempts: Int?
    public var initialDelay: Int?
    public var maximumDelay: Int?
    public var maximumServerDelay: Int?
    public var deadline: Int?

    public init() {}
}
