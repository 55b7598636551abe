/// The secret that a scheme sends. Descriptions of every kind say `redacted`.
public enum CredentialSecret: Sendable, Hashable {
    /// A token or a key.
    case token(String)
    case password(username: String, password: String)
}

extension CredentialSecret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "redacted" }
    public var debugDescription: String { "redacted" }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
