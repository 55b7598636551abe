/// Credentials for this API, by security scheme. Secrets never appear in `description`.
@_documentation(visibility: internal)
public struct APICredentials: Sendable {
    private var credentials: [String: any APICredential]

    public static let none = APICredentials()

    public init() {
        credentials = [:]
    }

    public init(scheme: String, credential: any APICredential) {
        credentials = [scheme: credential]
    }

    /// Creates credentials with a constant token or key.
    public init(scheme: String, token: String) {
        self.init(scheme: scheme, credential: FixedCredential(secret: .token(token)))
    }

    /// Creates credentials with a token or key from a closure that is called before each request.
    public init(scheme: String, token: @escaping @Sendable () async throws -> String) {
        self.init(scheme: scheme, credential: ClosureCredential(token: token))
    }

    /// Creates credentials for `http` schemes with a user name and a password.
    public init(scheme: String, username: String, password: String) {
        self.init(
            scheme: scheme, credential: FixedCredential(secret: .password(username: username, password: password)))
    }

    /// Combines both; where both have a scheme, `other` takes precedence.
    public func and(_ other: APICredentials) -> APICredentials {
        var both = self
        both.credentials.merge(other.credentials) { $1 }
        return both
    }

    public subscript(scheme: String) -> (any APICredential)? {
        credentials[scheme]
    }
}

extension APICredentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The names of the schemes: `bearerAuth: redacted`.
    public var description: String {
        credentials.isEmpty ? "none" : credentials.keys.sorted().map { "\($0): redacted" }.joined(separator: ", ")
    }

    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
