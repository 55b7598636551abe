/// An object with known members.
public struct StructDecl: Equatable, Sendable {
    public var header: TypeHeader
    public var properties: [PropertyDecl]
    /// The element type of `additionalProperties: [String: T]`; nil where unknown members are ignored.
    public var additional: TypeRef?
    /// The Swift name of the member that holds them, `additionalProperties` unless a property took that name.
    public var additionalName: String
    /// Whether the document forbids members that it does not name.
    public var isClosed = false
    /// The Swift name of the member that keeps what the document does not name, where it is read and written again; nil where it is not kept.
    public var unknownName: String?
    /// What `validate()` checks of the object as a whole.
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
        /// `T?`; nil is left out.
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
    /// As it is written on the wire; any text.
    public var key: String
    /// Without the presence: `String` for a member that is printed as `String?`.
    public var type: TypeRef
    public var presence: Presence
    /// Taken when the member is absent from something received; the property is then `T` although ``presence`` is optional.
    public var defaultValue: LiteralValue?
    /// Whether null is nil all the same, so that the property stays `T?`.
    public var keepsNull = false
    /// A constant (`const`, one-member enum of booleans): the initializer supplies it.
    public var constant: LiteralValue?
    public var isReadOnly: Bool
    public var isWriteOnly: Bool
    public var doc: Doc
    public var deprecation: Deprecation?
    /// What `validate()` checks, as a member of JSON: `"name":{"minLength":1}`.
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

/// A value that can be printed as a Swift literal; text in it is raw, emission escapes it.
public indirect enum LiteralValue: Hashable, Sendable {
    case null
    case bool(Bool)
    /// The text of an integer that fits the type it is for.
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
    /// What has no literal in Swift, as JSON text in ASCII without `#`.
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
