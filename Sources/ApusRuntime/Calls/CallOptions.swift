public import HTTPTypes

/// Options of one call, or the default options of a client; a call's own options take precedence.
public struct CallOptions: Sendable {
    /// The time that an attempt may take without progress; nil: the client's value, 60 seconds by default;
    /// `.seconds(.max)` disables it. See ``TransportOptions/timeout``.
    public var timeout: Duration?
    /// The time for the whole call: waiting, all attempts, and reading the body. A streamed body is read by the caller
    /// and not included. After this time the call fails with ``TransportProblem/Kind/deadlineExceeded``.
    public var deadline: Duration?
    /// Header fields that replace those of the operation and of the client. The document's credentials
    /// belong to the client's `credentials`.
    public var headers: HTTPFields
    /// Query items appended to the operation's; the client encodes them.
    public var query: [(name: String, value: String)]
    /// Members to add to the operation's body, which must be a JSON object or a form, or replace those of the same name; an operation without a
    /// body sends them as a JSON object. ``ContractChecks/requests`` does not check them. Members in the client's options are ignored, because a
    /// body belongs to one call.
    public var bodyMembers: JSONObject
    /// The value of `Idempotency-Key`, or of the header that ``IdempotencyKeyMiddleware`` names; the same in every attempt. A
    /// call with a key is retried like one that is safe to repeat.
    public var idempotencyKey: String?
    /// The retry policy of the call, instead of the client's; ``RetryPolicy/never`` sends once.
    public var retries: RetryPolicy?
    /// The checks of requests and responses against the document; nil: the client's, none by default.
    public var checks: ContractChecks?
    /// The maximum number of bytes of a body that is read as a whole, after decompression, and of one item of a stream;
    /// a longer one fails the call. Streams as a whole have no limit. nil: the client's, ``standardBodyLimit`` by
    /// default.
    ///
    /// Decoded values take more memory than their bytes: at worst, for a body of small values only, about 25 times as
    /// much for a ``JSONValue`` and for models, and 60 times for XML, which has its own limit (`XMLLimits`). Choose the
    /// limit by the memory that a call may use.
    public var bodyLimit: Int?
    /// The client's credentials to send; nil: the client's choice, ``CredentialChoice/documented`` by default.
    public var credentials: CredentialChoice?
    /// The redirects to follow; nil: the client's, ``RedirectPolicy/follow`` by default.
    public var redirects: RedirectPolicy?
    /// The treatment of response values that do not match their type; nil: the client's, which by default throws.
    public var onMismatch: MismatchPolicy?
    /// Whether descriptions of errors contain the server's message; nil: the client's setting, ``ServerMessages/shown`` by default.
    public var serverMessages: ServerMessages?
    /// The server, instead of the client's and of the operation's own.
    public var server: ServerURL?

    public init(
        timeout: Duration? = nil, deadline: Duration? = nil, headers: HTTPFields = [:],
        query: [(name: String, value: String)] = [], bodyMembers: JSONObject = [:], idempotencyKey: String? = nil,
        retries: RetryPolicy? = nil,
        checks: ContractChecks? = nil, bodyLimit: Int? = nil, credentials: CredentialChoice? = nil,
        redirects: RedirectPolicy? = nil, onMismatch: MismatchPolicy? = nil, serverMessages: ServerMessages? = nil,
        server: ServerURL? = nil
    ) {
        self.timeout = timeout
        self.deadline = deadline
        self.headers = headers
        self.query = query
        self.bodyMembers = bodyMembers
        self.idempotencyKey = idempotencyKey
        self.retries = retries
        self.checks = checks
        self.bodyLimit = bodyLimit
        self.credentials = credentials
        self.redirects = redirects
        self.onMismatch = onMismatch
        self.serverMessages = serverMessages
        self.server = server
    }

    public static let standard = CallOptions()
    /// 16 MiB: the worst case of decoding it fits into the memory of a phone.
    public static let standardBodyLimit = 16 << 20
}

extension CallOptions {
    /// Completes these options with the client's: adds its headers that these options do not name, and puts its query
    /// before this one. The client's idempotency key and members of bodies are ignored, because they belong to one call.
    func completed(by client: CallOptions) -> CallOptions {
        var all = self
        all.timeout = timeout ?? client.timeout
        all.deadline = deadline ?? client.deadline
        all.headers.append(contentsOf: client.headers.filter { !headers.contains($0.name) })
        all.query = client.query + query
        all.retries = retries ?? client.retries
        all.checks = checks ?? client.checks
        all.bodyLimit = bodyLimit ?? client.bodyLimit
        all.credentials = credentials ?? client.credentials
        all.redirects = redirects ?? client.redirects
        all.onMismatch = onMismatch ?? client.onMismatch
        all.serverMessages = serverMessages ?? client.serverMessages
        all.server = server ?? client.server
        return all
    }
}

extension CallOptions: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The options that are set, such as `timeout: 5.0 seconds, headers: accept-language`. Contains only the names of
    /// headers, query items and body members, because their values may be secret.
    public var description: String {
        let parts = shown.compactMap { name, value in value.map { "\(name): \($0)" } }
        return parts.isEmpty ? "standard" : parts.joined(separator: ", ")
    }

    public var debugDescription: String { description }

    public var customMirror: Mirror {
        Mirror(self, children: shown.compactMap { name, value in value.map { (label: name, value: $0 as Any) } })
    }

    private var shown: [(name: String, value: String?)] {
        func names(_ list: [String]) -> String? { list.isEmpty ? nil : list.joined(separator: ", ") }
        return [
            ("timeout", timeout.map { "\($0)" }), ("deadline", deadline.map { "\($0)" }),
            ("headers", names(headers.map(\.name.canonicalName))), ("query", names(query.map(\.name))),
            ("bodyMembers", names(bodyMembers.keys)),
            ("idempotencyKey", idempotencyKey), ("attempts", retries.map { "\($0.maximumAttempts)" }),
            ("checks", checks.map { "\($0)" }), ("bodyLimit", bodyLimit.map { "\($0)" }),
            ("credentials", credentials.map { "\($0)" }), ("redirects", redirects.map { "\($0)" }),
            ("onMismatch", onMismatch.map { $0.drops ? "drop" : "fail" }),
            ("serverMessages", serverMessages.map { "\($0)" }), ("server", server.map(\.text)),
        ]
    }
}
