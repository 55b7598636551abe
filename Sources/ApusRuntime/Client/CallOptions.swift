public import HTTPTypes

/// What one call does differently, or every call of a client that is made with it: what a call says itself goes before.
public struct CallOptions: Sendable {
    /// For each attempt; nil: the client's, 60 seconds unless it says otherwise; `.seconds(.max)` waits for ever. See
    /// ``TransportOptions/timeout``.
    public var timeout: Duration?
    /// For the whole call: waiting, all attempts, reading the body; a body that the operation streams is the caller's
    /// to read and not counted. When it is over the call fails with ``TransportProblem/Kind/deadlineExceeded``.
    public var deadline: Duration?
    /// Set over those of the operation and of the client. Credentials of the document have their own place, ``Credentials``, and
    /// need no header here.
    public var headers: HTTPFields
    /// Appended to the operation's; encoded here.
    public var query: [(name: String, value: String)]
    /// Sent as `Idempotency-Key`, or in the header of ``IdempotencyKeys``; the same in every attempt. A call with a key
    /// is retried like one that is safe to repeat.
    public var idempotencyKey: String?
    /// Instead of the client's policy; ``RetryPolicy/never`` sends once.
    public var retries: RetryPolicy?
    /// Where this call is held to the document; nil: where the client says.
    public var checks: ContractChecks?
    /// The most bytes of a body that is read as a whole, after decompression, and of one item of a stream; nil: the
    /// client's. See ``ClientCore/bodyLimit``.
    public var bodyLimit: Int?
    /// Which of the client's credentials are sent; nil: the client's choice, ``CredentialChoice/documented`` unless it says otherwise.
    public var credentials: CredentialChoice?
    /// Which redirects are followed; nil: the client's, ``RedirectPolicy/follow`` unless it says otherwise.
    public var redirects: RedirectPolicy?
    /// What becomes of a value in the answer that does not fit; nil: what the client says, which is an error.
    public var onMismatch: MismatchPolicy?
    /// Whether descriptions of errors have what the server says about a failure; nil: what the client says, ``ServerMessages/shown`` unless it
    /// says otherwise.
    public var serverMessages: ServerMessages?
    /// Instead of the client's and of the operation's own.
    public var server: ServerURL?

    public init(
        timeout: Duration? = nil, deadline: Duration? = nil, headers: HTTPFields = [:],
        query: [(name: String, value: String)] = [], idempotencyKey: String? = nil, retries: RetryPolicy? = nil,
        checks: ContractChecks? = nil, bodyLimit: Int? = nil, credentials: CredentialChoice? = nil,
        redirects: RedirectPolicy? = nil, onMismatch: MismatchPolicy? = nil, serverMessages: ServerMessages? = nil,
        server: ServerURL? = nil
    ) {
        self.timeout = timeout
        self.deadline = deadline
        self.headers = headers
        self.query = query
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
}

extension CallOptions {
    /// With what the client's say where these say nothing: its headers that are not named here, and its query before this one. An
    /// idempotency key stands for one call, and is not taken over.
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
    /// What is set, such as `timeout: 5.0 seconds, headers: accept-language`. Of headers and of the query the names alone: what stands
    /// there may be secret.
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
            ("idempotencyKey", idempotencyKey), ("attempts", retries.map { "\($0.maximumAttempts)" }),
            ("checks", checks.map { "\($0.rawValue)" }), ("bodyLimit", bodyLimit.map { "\($0)" }),
            ("credentials", credentials.map { "\($0)" }), ("redirects", redirects.map { "\($0)" }),
            ("onMismatch", onMismatch.map { $0.drops ? "drop" : "fail" }),
            ("serverMessages", serverMessages.map { "\($0)" }), ("server", server.map(\.text)),
        ]
    }
}
