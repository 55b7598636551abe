/// Identifies a declared type through all passes: a stable text derived from the schema's location, such as
/// `openapi.yaml#/components/schemas/Contact`. Never printed.
public struct TypeID: Hashable, Comparable, Sendable {
    public let text: String

    public init(_ text: String) {
        self.text = text
    }

    public static func < (left: TypeID, right: TypeID) -> Bool {
        left.text < right.text
    }
}

/// The type of a property, a parameter, a body or an element.
public indirect enum TypeRef: Hashable, Sendable {
    case scalar(ScalarType)
    case named(TypeID)
    case array(TypeRef)
    /// The runtime's `Quoted<T>`: a number or a boolean that is sent as text.
    case quoted(ScalarType)
    /// A number that may be received as text; it is sent as a number.
    case numberOrText(ScalarType)
    /// `[String: T]`
    case dictionary(TypeRef)
    case optional(TypeRef)
    /// The runtime's `Nullable<T>`: absent, null or a value.
    case tristate(TypeRef)
    /// An indirectly stored value: it breaks a cycle of value types, or keeps a type narrow. A struct member then has
    /// the runtime's `Indirect` wrapper, a union case is `indirect`; both read as the plain value.
    case indirect(TypeRef)
    /// The runtime's `JSONValue`: any value.
    case json
    /// An adopter's type, named by the configuration; conforms to the runtime's `APIValue`.
    case external(String)
}

/// Types of the standard library, Foundation and the runtime for a single value.
public enum ScalarType: String, Hashable, Sendable, CaseIterable {
    case string = "String"
    case bool = "Bool"
    case int = "Int"
    case int8 = "Int8"
    case int16 = "Int16"
    case int32 = "Int32"
    case int64 = "Int64"
    case uint = "UInt"
    case uint8 = "UInt8"
    case uint16 = "UInt16"
    case uint32 = "UInt32"
    case uint64 = "UInt64"
    case double = "Double"
    case float = "Float"
    case decimal = "Decimal"
    case date = "Date"
    case calendarDate = "CalendarDate"
    /// Base64 in text formats.
    case data = "Data"
    /// A file in a multipart body.
    case file = "FilePart"
    case uuid = "UUID"
    case url = "URL"
    case secretString = "SecretString"
    /// A value that is always null.
    case null = "JSONNull"
}
