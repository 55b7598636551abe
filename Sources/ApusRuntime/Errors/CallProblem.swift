/// The reason why a call ended without a response; the error that middleware throws.
public enum CallProblem: APIProblem {
    case encoding(EncodingProblem)
    case credentials(CredentialProblem)
    case transport(TransportProblem)
    case cancelled
    /// A middleware's own error.
    case middleware(any Error)

    /// Cancellation has one form, whoever noticed it first.
    public init(_ problem: TransportProblem) {
        self = problem.kind == .cancelled ? .cancelled : .transport(problem)
    }

    /// Sorts an error of unknown type.
    public init(catching error: any Error) {
        switch error {
        case let error as CallProblem: self = error
        case let error as TransportProblem: self.init(error)
        case let error as EncodingProblem: self = .encoding(error)
        case let error as CredentialProblem: self = .credentials(error)
        case is CancellationError: self = .cancelled
        default: self = .middleware(error)
        }
    }
}

extension CallProblem {
    public var description: String {
        switch self {
        case .encoding(let problem): "cannot write the request: \(problem)"
        case .credentials(let problem): problem.description
        case .transport(let problem): problem.description
        case .cancelled: "cancelled"
        case .middleware(let error): Self.describe(middleware: error)
        }
    }
    /// A problem of Apus describes itself, without secrets; of any other error only the type is told, because its text is not known to be
    /// without them.
    static func describe(middleware error: any Error) -> String {
        (error as? any APIProblem)?.description ?? "\(type(of: error)) in middleware"
    }
}
