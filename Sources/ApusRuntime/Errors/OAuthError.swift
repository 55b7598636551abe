/// Why there is no token. No case holds a secret.
public enum OAuthError: Error, Sendable {
    /// The authorization server, or the user there, said no.
    case refused(OAuthRefusal)
    /// Nothing is left to get a token with: the user has to authorize again. With the server's reason, if it gave one.
    case authorizationRequired(OAuthRefusal?)
    /// The device code was not used in time (RFC 8628, 3.5).
    case deviceCodeExpired
    /// The redirect's `state` is not that of the request (RFC 6749, 10.12): it answers something else.
    case stateMismatch
    /// The redirect holds neither a code nor an error, or one of them twice.
    case invalidRedirect(String)
    /// What came is no answer of a token endpoint. Its body is not kept: it may hold a token all the same.
    case unexpectedResponse(status: Int, reason: String)
    /// An endpoint is missing, is not https, or a value cannot be sent.
    case configuration(String)
    /// The store threw. The token that could not be saved is kept, and saved before the next use.
    case store(any Error)
    case transport(TransportProblem)
    case cancelled
    /// A refresh of the caller's own threw.
    case other(any Error)

    /// What the authorization server said, where it said something.
    public var refusal: OAuthRefusal? {
        switch self {
        case .refused(let refusal): refusal
        case .authorizationRequired(let refusal): refusal
        default: nil
        }
    }

    /// Sorts an error of unknown type.
    init(catching error: any Error) {
        switch error {
        case let error as OAuthError: self = error
        case let error as TransportProblem: self = error.kind == .cancelled ? .cancelled : .transport(error)
        case is CancellationError: self = .cancelled
        default: self = .other(error)
        }
    }
}

extension OAuthError: CustomStringConvertible {
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
