/// A declaration that keeps a name of the previous version, for one version. It is printed as deprecated.
public struct ShimDecl: Equatable, Sendable {
    public enum Kind: Equatable, Sendable {
        /// A typealias for the builder of an operation: an index into ``APIModel/operations``.
        case builder(name: String, operation: DeclID<OperationDecl>)
        /// A typealias, at the top level or in the type that encloses the target.
        case type(name: String, target: TypeID, isNested: Bool)
        /// A computed property of a struct; it forwards to the property with the name `target`. nil: it is always nil, and a value is not kept.
        case property(owner: TypeID, decl: PropertyDecl, target: String?)
        /// An initializer with the previous arguments.
        case initializer(owner: TypeID, arguments: [Argument])
        /// A static member of an enum for another case.
        case enumCase(owner: TypeID, name: String, target: String)
        /// A static member of an open enum for a value that it has no case for.
        case rawValue(owner: TypeID, name: String, value: LiteralValue)
        /// A static function of a union for another case.
        case unionCase(owner: TypeID, name: String, target: String, type: TypeRef)
        /// A method of a client or of a group, with the previous name and arguments: an index into ``APIModel/operations``.
        case method(operation: DeclID<OperationDecl>, name: String, arguments: [Argument])
    }

    /// An argument of the previous version.
    public struct Argument: Equatable, Sendable {
        /// The previous name, escaped with backticks where Swift needs them.
        public var name: String
        /// The name of the argument that gets its value; nil: the value is not used.
        public var target: String?
        /// The type of an argument without a target, without optionality.
        public var type: TypeRef?
        public var isRequired: Bool

        public init(name: String, target: String?, type: TypeRef? = nil, isRequired: Bool = false) {
            self.name = name
            self.target = target
            self.type = type
            self.isRequired = isRequired
        }
    }

    public var kind: Kind
    /// Plain text that names the replacement.
    public var message: String

    public init(_ kind: Kind, message: String) {
        self.kind = kind
        self.message = message
    }
}
