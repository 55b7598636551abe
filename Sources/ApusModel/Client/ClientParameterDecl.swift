/// An argument of many operations that callers give to the client once, such as the id of their company.
public struct ClientParameterDecl: Equatable, Sendable {
    /// The Swift name, such as `companyID`; an identifier.
    public var name: String
    /// The type of the arguments, without optionality.
    public var type: TypeRef
    public var doc: Doc
    /// The JSON text of a value, for the README; nil: the document demands the argument nowhere.
    public var example: String?

    public init(name: String, type: TypeRef, doc: Doc = Doc(), example: String? = nil) {
        self.name = name
        self.type = type
        self.doc = doc
        self.example = example
    }
}

/// The use of a ``ClientParameterDecl`` for an argument that a call does not give: a parameter, or a member of a body.
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
