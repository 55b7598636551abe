/// A credential for each of some security schemes. What it holds shows in no description.
public struct Credentials: Sendable {
    private var credentials: [String: any Credential]

    public static let none = Credentials()

    public init() {
        credentials = [:]
    }

    public init(scheme: String, credential: any Credential) {
        credentials = [scheme: credential]
    }

    /// A token or key that stays the same.
    public init(scheme: String, token: String) {
        self.init(scheme: scheme, credential: FixedCredential(secret: .token(token)))
    }

    /// A token or key that is asked for before each request.
    public init(scheme: String, token: @escaping @Sendable () async throws -> String) {
        self.init(scheme: scheme, credential: ClosureCredential(token: token))
    }

    /// For `http` schemes that take a user name and a password.
    public init(scheme: String, username: String, password: String) {
        self.init(
            scheme: scheme, credential: FixedCredential(secret: .password(username: username, password: password)))
    }

    /// Both; where both know a scheme, `other` wins.
    public func and(_ other: Credentials) -> Credentials {
        var both = self
        both.credentials.merge(other.credentials) { $1 }
        return both
    }

    public subscript(scheme: String) -> (any Credential)? {
        credentials[scheme]
    }
}

extension Credentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The names of the schemes: `bearerAuth: redacted`.
    public var description: String {
        credentials.isEmpty ? "none" : credentials.keys.sorted().map { "\($0): redacted" }.joined(separator: ", ")
    }

    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
