/// One of several types (`oneOf`, `anyOf`, `type: [a, b]`), with `unknown(JSONValue)` for values that fit none of them.
public struct UnionDecl: Equatable, Sendable {
    public struct Case: Equatable, Sendable {
        public var name: String
        public var type: TypeRef
        /// The values of the discriminator that select this case; the first is sent. Empty without a discriminator.
        public var discriminatorValues: [String]
        /// The form of values of this case, used without a discriminator.
        public var shape: UnionShape
        public var doc: Doc
        /// Set where the names of elements distinguish cases.
        public var xml: XMLNodeDecl?

        public init(
            name: String, type: TypeRef, shape: UnionShape, discriminatorValues: [String] = [], doc: Doc = Doc()
        ) {
            self.name = name
            self.type = type
            self.shape = shape
            self.discriminatorValues = discriminatorValues
            self.doc = doc
        }
    }

    public var header: TypeHeader
    /// The name of the discriminator in messages.
    public var discriminator: String?
    /// Whether the discriminator is a string; otherwise its values are texts of JSON numbers or booleans.
    public var isDiscriminatorText: Bool
    /// The case for an absent or unmapped discriminator value (3.2 `defaultMapping`), which is written unchanged.
    public var defaultCase: DeclID<Case>?
    public var cases: [Case]
    /// Whether a value may match several cases at once (`anyOf`).
    public var isInclusive = false
    /// `unknown`, or another name where a case has this name.
    public var unknownName: String

    public init(header: TypeHeader, cases: [Case], discriminator: String? = nil, unknownName: String = "unknown") {
        self.header = header
        self.cases = cases
        self.discriminator = discriminator
        isDiscriminatorText = true
        self.unknownName = unknownName
    }
}

/// An array with a type for each position (`prefixItems`): a struct with `item0`, `item1`… coded as an array.
public struct TupleDecl: Equatable, Sendable {
    public var header: TypeHeader
    /// `tristate` where a position may be absent or null, and the two are distinguished.
    public var items: [TypeRef]
    /// The number of required ``items``; the others are optional.
    public var requiredCount: Int
    /// The type of further elements; nil where none are allowed.
    public var rest: TypeRef?
    /// The nodes of ``items``.
    public var xml: [XMLNodeDecl]
    /// The node of each element of ``rest``.
    public var restXML: XMLNodeDecl?
    /// The constraints that `validate()` checks.
    public var constraints: [ConstraintDecl] = []

    public init(header: TypeHeader, items: [TypeRef], requiredCount: Int, rest: TypeRef? = nil) {
        self.header = header
        self.items = items
        self.requiredCount = requiredCount
        self.rest = rest
        xml = []
    }
}

/// An alias: `public typealias Contacts = [Contact]`.
public struct AliasDecl: Equatable, Sendable {
    public var header: TypeHeader
    public var target: TypeRef

    public init(header: TypeHeader, target: TypeRef) {
        self.header = header
        self.target = target
    }
}
