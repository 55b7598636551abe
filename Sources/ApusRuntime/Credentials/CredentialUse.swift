/// What a credential is asked for.
public struct CredentialUse: Sendable {
    /// The name of the scheme in the document.
    public let scheme: String
    public let definition: SecurityScheme
    /// What the operation needs.
    public let scopes: [String]
    public let operation: OperationDescriptor
}
