/// The use of a parameter of the client for an argument that a call does not give: a parameter, or a member of a body.
public struct ClientArgument: Equatable, Sendable {
    /// The name of the client's parameter.
    public var name: String
    /// Whether the document demands the argument, so that a call without any value fails.
    public var isDemanded: Bool
    /// The document's own value for calls without any; only of parameters.
    public var defaultValue: LiteralValue?

    public init(name: String, isDemanded: Bool, defaultValue: LiteralValue? = nil) {
        self.name = name
        self.isDemanded = isDemanded
        self.defaultValue = defaultValue
    }
}
