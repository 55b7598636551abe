/// An object with known members.
public struct StructDecl: Equatable, Sendable {
    public var header: TypeHeader
    public var properties: [PropertyDecl]
    /// The element type of `additionalProperties: [String: T]`; nil where unknown members are ignored.
    public var additional: TypeRef?
    /// The Swift name of the member with the additional ones: `additionalProperties`, unless a property has this name.
    public var additionalName: String
    /// Whether the document forbids members that it does not name.
    public var isClosed = false
    /// The Swift name of the member that keeps undocumented members of a type that is received and sent; nil where they
    /// are not kept.
    public var unknownName: String?
    /// The constraints that `validate()` checks for the object as a whole.
    public var constraints: [ConstraintDecl] = []

    public init(
        header: TypeHeader, properties: [PropertyDecl], additional: TypeRef? = nil,
        additionalName: String = "additionalProperties"
    ) {
        self.header = header
        self.properties = properties
        self.additional = additional
        self.additionalName = additionalName
    }
}

/// One member of a ``StructDecl``.
public struct PropertyDecl: Equatable, Sendable {
    public enum Presence: Equatable, Sendable {
        /// `T`; its absence is an error.
        case required
        /// `T?`; nil is omitted.
        case optional
        /// `T?`; nil is null, absence is an error.
        case nullable
        /// `Nullable<T>` without a default: the member is always sent, as null where it is no value; absence is an error.
        case explicit
        /// `Nullable<T>`: absent, null and a value are told apart.
        case tristate
    }

    /// Final after the naming pass, escaped with backticks where Swift needs them.
    public var name: String
    /// The name in messages; any text.
    public var key: String
    /// The type without presence: `String` for a member that is printed as `String?`.
    public var type: TypeRef
    public var presence: Presence
    /// The default for an absent member of a received value; the property is then `T` although ``presence`` is
    /// optional.
    public var defaultValue: LiteralValue?
    /// Whether null is nil nevertheless, so that the property stays `T?`.
    public var keepsNull = false
    /// A constant (`const`, one-member enum of booleans), which the initializer sets.
    public var constant: LiteralValue?
    /// The client's parameter that completes it where the struct is the body of a request.
    public var clientArgument: ClientArgument?
    public var isReadOnly: Bool
    public var isWriteOnly: Bool
    public var doc: Doc
    public var deprecation: Deprecation?
    /// The constraint that `validate()` checks, as a member of JSON: `"name":{"minLength":1}`.
    public var constraint: String?
    public var xml: XMLNodeDecl?

    public init(name: String, key: String, type: TypeRef, presence: Presence) {
        self.name = name
        self.key = key
        self.type = type
        self.presence = presence
        isReadOnly = false
        isWriteOnly = false
        doc = Doc()
    }
}

/// A keyword of JSON Schema that `validate()` checks, with its argument: `minProperties`, `1`. The JSON is ASCII without `#`.
public struct ConstraintDecl: Equatable, Sendable {
    public var keyword: String
    public var json: String

    public init(keyword: String, json: String) {
        self.keyword = keyword
        self.json = json
    }
}

/// A value that can be printed as a Swift literal; its text is unescaped, and emission escapes it.
public indirect enum LiteralValue: Hashable, Sendable {
    case null
    case bool(Bool)
    /// The text of an integer in the range of its type.
    case integer(String)
    case double(String)
    case string(String)
    /// `.name` of an enum's case.
    case enumCase(String)
    case emptyArray
    case emptyDictionary
    case array([LiteralValue])
    /// An object of the document, which has no literal: it becomes ``json(_:)``, or nothing where it does not fit.
    case object([LiteralMember])
    /// A value without a Swift literal, as JSON text in ASCII without `#`.
    case json(String)
}

public struct LiteralMember: Hashable, Sendable {
    public var key: String
    public var value: LiteralValue

    public init(key: String, value: LiteralValue) {
        self.key = key
        self.value = value
    }
}
