/// The cause of a failed call. The cases are the same for every operation; `Failure` is the type of its documented failures.
///
/// Later versions may add cases: end a `switch` with `default`.
public enum APIErrorKind<Failure: Sendable>: Sendable {
    /// The server answered with a failure.
    case response(Failure)
    /// The server answered with a success whose body tells of a failure, by a rule of the configuration (`failures:`).
    case rejected(Rejection)
    /// 429 where the document does not name it. ``APICallError/retryAfter`` is also set for one that it names.
    case rateLimited(retryAfter: Duration?)
    /// A successful response whose body or headers are not what the document says.
    case decoding(DecodingProblem)
    /// A successful response without the part that the method returns (`result:`), at this JSON pointer; the rest of it is in
    /// ``APICallError/body``.
    case missingResult(pointer: String)
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

extension APIErrorKind where Failure: APIFailure {
    /// The same with the failure as a value of any operation's type.
    var erased: APIErrorKind<any APIFailure> {
        switch self {
        case .response(let failure): .response(failure)
        case .rejected(let rejection): .rejected(rejection)
        case .rateLimited(let wait): .rateLimited(retryAfter: wait)
        case .decoding(let problem): .decoding(problem)
        case .missingResult(let pointer): .missingResult(pointer: pointer)
        case .encoding(let problem): .encoding(problem)
        case .credentials(let problem): .credentials(problem)
        case .transport(let problem): .transport(problem)
        case .paging(let problem): .paging(problem)
        case .cancelled: .cancelled
        case .middleware(let error): .middleware(error)
        }
    }
}
