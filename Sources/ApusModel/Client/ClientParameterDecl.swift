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
