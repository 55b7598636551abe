/// The error of any call, whatever its operation: `catch let error as any APICallError`.
///
/// Swift infers the typed error of a single call. Two calls with different failures in one `do`, and code in closures such as those of tasks,
/// end in `any Error`; this protocol is what all of them have in common.
public protocol APICallError: APIProblem {
    /// The documented headers of failures.
    associatedtype Headers: ResponseHeaders
    /// The cause of the error, with the failure as a value of any operation's type. ``APIError/kind-swift.property`` has its own type.
    var anyKind: APIErrorKind<any APIFailure> { get }
    /// The headers of the response; any by its name, `headers[.server]`, empty when no response came.
    var headers: Headers { get }
    /// Everything that is known about the call, whatever ended it.
    var details: CallDetails { get }
}

extension APICallError {
    /// The document's id of the operation.
    public var operation: String { details.operation }
    /// nil when no response came.
    public var status: Int? { details.status }
    /// The body of the response, as far as it came; `<redacted>` is where the server repeats a credential that was sent. In JSON that is inside
    /// of strings alone: names and numbers are as they came.
    public var body: [UInt8] { details.body }
    /// The server's identifier of this request, from `x-request-id` or one of its relatives.
    public var requestID: String? { details.requestID }
    /// How many requests were sent.
    public var attempts: Int { details.attempts }
    /// `Retry-After`, in seconds or as a date (RFC 9110, 10.2.3); for 429 also `X-RateLimit-Reset`.
    public var retryAfter: Duration? { details.retryAfter }
    /// Why a documented body fell back to `.undocumented`, or the problem of kind ``APIErrorKind/decoding(_:)``.
    public var decodingProblem: DecodingProblem? { details.decodingProblem }
    /// Why the call was not retried, or not once more, where that was to be expected.
    public var retryObstacle: RetryObstacle? { details.retryObstacle }
    /// The body as problem details (RFC 9457); nil where it is none.
    public var problem: ProblemDetails? { ProblemDetails(body: body, contentType: details.headers[.contentType]) }
    /// The server's message about the failure; see ``CallDetails/serverMessage``.
    public var serverMessage: String? { details.serverMessage }
    /// The last request of the call as a command of the tool curl for a POSIX shell: credentials are environment variables named after their
    /// security schemes, and what was sent as a secret otherwise is `<redacted>`. nil when no request was sent.
    ///
    /// The command has all arguments of the call, so it belongs in a log only where they do.
    public var curl: String? { details.sent?.curl }
}
