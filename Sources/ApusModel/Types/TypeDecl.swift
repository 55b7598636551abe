/// A type to declare.
public enum TypeDecl: Equatable, Sendable {
    case structure(StructDecl)
    case enumeration(EnumDecl)
    case union(UnionDecl)
    case tuple(TupleDecl)
    case alias(AliasDecl)

    /// The common properties of all kinds.
    public var header: TypeHeader {
        get {
            switch self {
            case .structure(let decl): decl.header
            case .enumeration(let decl): decl.header
            case .union(let decl): decl.header
            case .tuple(let decl): decl.header
            case .alias(let decl): decl.header
            }
        }
        set {
            switch self {
            case .structure(var decl): decl.header = newValue; self = .structure(decl)
            case .enumeration(var decl): decl.header = newValue; self = .enumeration(decl)
            case .union(var decl): decl.header = newValue; self = .union(decl)
            case .tuple(var decl): decl.header = newValue; self = .tuple(decl)
            case .alias(var decl): decl.header = newValue; self = .alias(decl)
            }
        }
    }
}

/// Identity, name, documentation and nested types of a declaration.
public struct TypeHeader: Equatable, Sendable {
    public var id: TypeID
    /// The name without the owner's; final after the naming pass, escaped with backticks where Swift needs them.
    public var name: String
    public var doc: Doc
    public var deprecation: Deprecation?
    public var usage: Usage
    public var nested: [TypeDecl]
    /// The type's entry in the configuration's `identity`; nil: none.
    public var identityRule: IdentityRule?
    /// What makes it `Identifiable`; nil where it is not. Set by the pass that resolves identities.
    public var identity: IdentityDecl?
    /// Protocols that the configuration adds, as Swift text.
    public var conformances: [String] = []
    /// Attributes that the configuration adds, as Swift text with `@`.
    public var attributes: [String] = []

    public init(
        id: TypeID, name: String, doc: Doc = Doc(), deprecation: Deprecation? = nil, usage: Usage = Usage(),
        nested: [TypeDecl] = []
    ) {
        self.id = id
        self.name = name
        self.doc = doc
        self.deprecation = deprecation
        self.usage = usage
        self.nested = nested
    }
}

/// Whether values of a type are sent, received, or both; computed from the operations.
public struct Usage: Equatable, Sendable {
    public var isSent: Bool
    public var isReceived: Bool
    /// Whether an XML body contains the type.
    public var isXML: Bool
    /// Whether values are sent only as forms or parameters, which have no null; PATCH excepted, where an empty value clears.
    public var isFormOnly = false

    public init(isSent: Bool = false, isReceived: Bool = false, isXML: Bool = false) {
        self.isSent = isSent
        self.isReceived = isReceived
        self.isXML = isXML
    }
}
