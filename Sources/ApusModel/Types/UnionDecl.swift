/// One of several types (`oneOf`, `anyOf`, `type: [a, b]`), with `unknown(JSONValue)` for what none of them fits.
public struct UnionDecl: Equatable, Sendable {
    public struct Case: Equatable, Sendable {
        public var name: String
        public var type: TypeRef
        /// The values of the discriminator that choose this case; the first is written on sending. Empty without a discriminator.
        public var discriminatorValues: [String]
        /// What fits this case where no discriminator decides.
        public var shape: UnionShape
        public var doc: Doc
        /// Where the names of elements are what tells cases apart.
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
    /// The wire key of the discriminator.
    public var discriminator: String?
    /// Whether the discriminator is a string on the wire; otherwise its values are texts of JSON numbers or booleans.
    public var isDiscriminatorText: Bool
    /// The index of the case for a discriminator value that is absent or not mapped (3.2 `defaultMapping`), which is written as it is.
    public var defaultCase: Int?
    public var cases: [Case]
    /// Whether a value may be several of the cases at once (`anyOf`).
    public var isInclusive = false
    /// `unknown`, or another name where a case took it.
    public var unknownName: String

    public init(header: TypeHeader, cases: [Case], discriminator: String? = nil, unknownName: String = "unknown") {
        self.header = header
        self.cases = cases
        self.discriminator = discriminator
        isDiscriminatorText = true
        self.unknownName = unknownName
    }
}

/// An array whose places have types of their own (`prefixItems`): a struct with `item0`, `item1`… coded as an array.
public struct TupleDecl: Equatable, Sendable {
    public var header: TypeHeader
    /// `tristate` where a place may be left out or null, and the two are told apart.
    public var items: [TypeRef]
    /// How many of ``items`` must be there; the rest may be left out.
    public var requiredCount: Int
    /// The type of what follows; nil where nothing may.
    public var rest: TypeRef?
    /// The nodes of ``items``.
    public var xml: [XMLNodeDecl]
    /// The node of each element of ``rest``.
    public var restXML: XMLNodeDecl?
    /// What `validate()` checks.
    public var constraints: [ConstraintDecl] = []

    public init(header: TypeHeader, items: [TypeRef], requiredCount: Int, rest: TypeRef? = nil) {
        self.header = header
        self.items = items
        self.requiredCount = requiredCount
        self.rest = rest
        xml = []
    }
}

/// A name for another type: `public typealias Contacts = [Contact]`.
public struct AliasDecl: Equatable, Sendable {
    public var header: TypeHeader
    public var target: TypeRef

    public init(header: TypeHeader, target: TypeRef) {
        self.header = header
        self.target = target
    }
}
