/// What a call throws: the kind says what to do, the rest says everything that is known.
public struct APIError<Failure: APIFailure>: Error, Sendable {
    public enum Kind: Sendable {
        /// The server answered with a failure.
        case response(Failure)
        /// The server answered with a success whose body tells of a failure; see ``RejectionRule``.
        case rejected(Rejection)
        /// 429 where the document does not name it. ``APIError/retryAfter`` is also set for one that it names.
        case rateLimited(retryAfter: Duration?)
        /// A successful response whose body or headers are not what the document says.
        case decoding(DecodingProblem)
        /// The request cannot be written; nothing was sent.
        case encoding(EncodingProblem)
        /// The request cannot be authorized; nothing was sent.
        case credentials(CredentialProblem)
        /// No complete response came.
        case transport(TransportProblem)
        /// The server's pages lead nowhere; the page before was the last that could be fetched.
        case paging(PagingProblem)
        /// The calling task was cancelled.
        case cancelled
        /// A middleware's own error.
        case middleware(any Error)
    }

    public let kind: Kind
    public let details: CallDetails

    public init(_ kind: Kind, details: CallDetails) {
        self.kind = kind
        self.details = details
    }

    /// The document's id of the operation.
    public var operation: String { details.operation }
    /// nil when no response came.
    public var status: Int? { details.status }
    /// The headers of the response; typed where the document names them, any other by its name: `headers[.server]`.
    public var headers: Failure.Headers { Failure.Headers(details.headers) }
    /// The body of the response, as far as it came; `<redacted>` is where the server repeats a credential that was sent. In JSON that is inside
    /// of strings alone: names and numbers are as they came.
    public var body: [UInt8] { details.body }
    /// What the server calls this request, from `x-request-id` or one of its relatives.
    public var requestID: String? { details.requestID }
    /// How many requests were sent.
    public var attempts: Int { details.attempts }
    /// `Retry-After`, in seconds or as a date (RFC 9110, 10.2.3); for 429 also `X-RateLimit-Reset`.
    public var retryAfter: Duration? { details.retryAfter }
    /// Why a documented body fell back to `.undocumented`, or the problem of kind ``Kind/decoding(_:)``.
    public var decodingProblem: DecodingProblem? { details.decodingProblem }
    /// Why the call was not retried, or not once more, where that was to be expected.
    public var retryObstacle: RetryObstacle? { details.retryObstacle }
}

extension APIError: CustomStringConvertible {
    /// Such as `fetchPet: 404, request 7f3a: …`. Never holds what was sent, nor more than the start of a body.
    public var description: String {
        var text = "\(operation): \(summary)"
        if let requestID { text += " (request \(ShownText.short(requestID, most: 200)))" }
        if attempts > 1 { text += " after \(attempts) attempts" }
        if let retryObstacle { text += ", not retried: \(retryObstacle)" }
        return ShownText.escape(text)
    }

    private var summary: String {
        switch kind {
        case .response: "status \(status ?? 0)\(decodingProblem.map { ", \($0)" } ?? "")"
        case .rejected(let rejection): "status \(status ?? 0), \(rejection)"
        case .rateLimited(let wait): "rate limited\(wait.map { ", retry after \($0)" } ?? "")"
        case .decoding(let problem): "status \(status ?? 0), \(problem)"
        case .encoding(let problem): "cannot write the request: \(problem)"
        case .credentials(let problem): "\(problem)"
        case .transport(let problem): "\(problem)"
        case .paging(let problem): "\(problem)"
        case .cancelled: "cancelled"
        case .middleware(let error): "\(type(of: error)) in middleware"
        }
    }
}
