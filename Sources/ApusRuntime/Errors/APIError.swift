/// The error of a call: the kind names the cause, the other members hold the details.
///
/// `FetchContact.CallError` is the error of one operation, ``APICallError`` that of any.
public struct APIError<Failure: APIFailure>: APICallError {
    public typealias Kind = APIErrorKind<Failure>

    public let kind: Kind
    public let details: CallDetails

    public init(_ kind: Kind, details: CallDetails) {
        self.kind = kind
        self.details = details
    }

    public var anyKind: APIErrorKind<any APIFailure> { kind.erased }
    /// The headers of the response; typed where the document names them, any other by its name: `headers[.server]`.
    public var headers: Failure.Headers { Failure.Headers(details.headers) }
}

extension APIError {
    /// Such as `createPet: status 409 (request 7f3a): The name is taken`, in one line. Never holds a credential; it ends with what the server says
    /// about a failure, unless ``CallOptions/serverMessages`` withholds that.
    public var description: String {
        var text = "\(operation): \(summary)"
        if let requestID { text += " (request \(ShownText.short(requestID, most: 200)))" }
        if attempts > 1 { text += " after \(attempts) attempts" }
        if let retryObstacle { text += ", not retried: \(retryObstacle)" }
        if details.messageRule.isShown, let message { text += ": " + ShownText.short(message, most: 300) }
        return ShownText.escape(text)
    }

    private var summary: String {
        switch kind {
        case .response: "status \(status ?? 0)\(decodingProblem.map { ", \(shown($0))" } ?? "")"
        case .rejected(let rejection): "status \(status ?? 0), \(rejection)"
        case .rateLimited(let wait): "rate limited\(wait.map { ", retry after \($0)" } ?? "")"
        case .decoding(let problem): "status \(status ?? 0), \(shown(problem))"
        case .missingResult(let pointer): "status \(status ?? 0), the answer has nothing at \(pointer)"
        case .encoding(let problem): "cannot write the request: \(problem)"
        case .credentials(let problem): "\(problem)"
        case .transport(let problem): "\(problem)"
        case .paging(let problem): "\(problem)"
        case .cancelled: "cancelled"
        case .middleware(let error): CallProblem.describe(middleware: error)
        }
    }

    /// The server's message about its own failure.
    private var message: String? {
        switch kind {
        case .response, .rateLimited: serverMessage
        case .rejected(let rejection): rejection.message
        default: nil
        }
    }

    private func shown(_ problem: DecodingProblem) -> String {
        details.messageRule.isShown ? problem.description : problem.descriptionWithoutValue
    }
}
