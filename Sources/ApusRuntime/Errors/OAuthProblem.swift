/// The reason why there is no token. No case contains a secret.
public enum OAuthProblem: APIProblem {
    /// The authorization server, or the user, refused.
    case refused(OAuthRefusal)
    /// No token can be obtained without the user, who must authorize again. Has the server's reason, if any.
    case authorizationRequired(OAuthRefusal?)
    /// The device code was not used in time (RFC 8628, 3.5).
    case deviceCodeExpired
    /// The redirect's `state` differs from the request's (RFC 6749, 10.12): it answers another request.
    case stateMismatch
    /// The redirect has neither a code nor an error, or has one of them twice.
    case invalidRedirect(String)
    /// The response is not one of a token endpoint. Its body is not kept, because it may contain a token nevertheless.
    case unexpectedResponse(status: Int, reason: String)
    /// An endpoint is missing or is not https, or a value cannot be sent.
    case configuration(String)
    /// The store threw. The unsaved token is kept, and saved before the next use.
    case store(any Error)
    case transport(TransportProblem)
    case cancelled
    /// The caller's own refresh threw.
    case other(any Error)

    /// The authorization server's reason, if any.
    public var refusal: OAuthRefusal? {
        switch self {
        case .refused(let refusal): refusal
        case .authorizationRequired(let refusal): refusal
        default: nil
        }
    }

    /// Classifies an error of unknown type.
    init(catching error: any Error) {
        switch error {
        case let error as OAuthProblem: self = error
        case let error as TransportProblem: self = error.kind == .cancelled ? .cancelled : .transport(error)
        case is CancellationError: self = .cancelled
        default: self = .other(error)
        }
    }
}

extension OAuthProblem {
    public var description: String { ShownText.escape(text) }

    private var text: String {
        switch self {
        case .refused(let refusal):
            let hint =
                refusal.reason == .invalidClient
                ? "; some servers want the client's id and secret in the body, others as basic authentication" : ""
            return "the authorization server refused: \(refusal)\(hint)"
        case .authorizationRequired(let refusal):
            return "the user has to authorize again\(refusal.map { ": \($0)" } ?? "")"
        case .deviceCodeExpired: return "the device code was not used in time; ask for another one"
        case .stateMismatch: return "the redirect does not answer this authorization request: its state is another one"
        case .invalidRedirect(let reason): return "the redirect cannot be used: \(ShownText.escape(reason))"
        case .unexpectedResponse(let status, let reason):
            return "the authorization server answered with status \(status), but \(ShownText.escape(reason))"
        case .configuration(let reason): return reason
        case .store(let error): return "the store for tokens failed: \(type(of: error))"
        case .transport(let problem): return "the authorization server was not reached: \(problem)"
        case .cancelled: return "cancelled"
        case .other(let error): return "the refresh failed: \(type(of: error))"
        }
    }
}
