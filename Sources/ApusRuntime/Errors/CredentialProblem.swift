/// The reason why a call could not be authorized. No request was sent.
public enum CredentialProblem: APIProblem {
    /// The operation needs one of these sets of security schemes, and no set is complete.
    case missing(operation: String, alternatives: [[String]])
    /// The credential of a scheme threw.
    case failed(scheme: String, underlying: any Error)
    /// The credential's value cannot be sent: it holds a line break, or is a password for a scheme that takes a token.
    case unusable(scheme: String, reason: String)
    /// The token may not do what the operation needs.
    case missingScopes(scheme: String, operation: String, scopes: [String])
}

extension CredentialProblem {
    public var description: String { ShownText.escape(text) }

    private var text: String {
        switch self {
        case .missing(let operation, let alternatives):
            let choices = alternatives.map { $0.joined(separator: " and ") }
            return "\(operation) needs credentials for \(choices.joined(separator: ", or ")); "
                + "a call with `credentials: .withheld` in its options goes without"
        case .failed(let scheme, let underlying):
            let reason = (underlying as? OAuthProblem)?.description ?? "\(type(of: underlying))"
            return "the credential for \(scheme) failed: \(reason)"
        case .unusable(let scheme, let reason):
            return "the credential for \(scheme) cannot be used: \(reason)"
        case .missingScopes(let scheme, let operation, let scopes):
            return "\(operation) needs the scope \(scopes.joined(separator: ", ")), which the token of \(scheme) lacks"
        }
    }
}
