/// The use of a credential.
public struct CredentialUse: Sendable {
    /// The name of the scheme in the document.
    public let scheme: String
    public let definition: SecurityScheme
    /// The scopes that the operation needs.
    public let scopes: [String]
    public let operation: OperationDescriptor
}
