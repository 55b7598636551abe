import ApusModel
import ApusSpec

/// The Swift type for a `format`. Unlisted formats keep the type's own; `date` and similar ones are in the OpenAPI
/// format registry (spec.openapis.org/registry/format).
enum Formats {
    static let string: [String: TypeRef] = [
        "date-time": .scalar(.date), "date": .scalar(.calendarDate), "byte": .scalar(.data), "base64": .scalar(.data),
        "binary": .scalar(.data), "uuid": .scalar(.uuid), "password": .scalar(.secretString),
    ]

    static let integer: [String: TypeRef] = [
        "int8": .scalar(.int8), "int16": .scalar(.int16), "int32": .scalar(.int32), "int64": .scalar(.int64),
        "uint8": .scalar(.uint8), "uint16": .scalar(.uint16), "uint32": .scalar(.uint32), "uint64": .scalar(.uint64),
        "uint": .scalar(.uint),
    ]

    static let number: [String: TypeRef] = [
        "float": .scalar(.float), "double": .scalar(.double),
    ].merging(integer) { number, _ in number }

    /// For schemas with a format and no type.
    static let inferredTypes: [String: SchemaType] = [
        "float": .number, "double": .number,
    ].merging(integer.mapValues { _ in .integer }) { type, _ in type }
        .merging(texts.map { ($0, .string) }) { type, _ in type }

    /// Formats of strings that contain a number.
    static let numbersAsText: [String: SchemaType] = [
        "numeric": .number, "number": .number, "decimal": .number, "float": .number, "double": .number,
        "integer": .integer,
    ].merging(integer.mapValues { _ in .integer }) { type, _ in type }

    /// String formats of the OpenAPI format registry and of JSON Schema.
    private static let texts = [
        "date-time", "date", "time", "duration", "byte", "base64", "base64url", "binary", "uuid", "password", "email",
        "idn-email", "hostname", "idn-hostname", "ipv4", "ipv6", "uri", "uri-reference", "uri-template", "url", "iri",
        "iri-reference", "json-pointer", "relative-json-pointer", "regex", "html", "commonmark", "char", "media-range",
        "http-date", "date-time-local", "time-local", "decimal128", "sf-string", "sf-token",
    ]

    /// Values without quotes in JSON are quoted where a schema has type `string`.
    private static let quotable: Set<ScalarType> = [
        .bool, .int, .int8, .int16, .int32, .int64, .uint, .uint8, .uint16, .uint32, .uint64, .double, .float, .decimal,
    ]

    /// A Swift type named by the configuration: one that the model knows, or an adopter's.
    ///
    /// - Parameter type: The type of its schema.
    static func configured(_ name: String, for type: SchemaType?) -> TypeRef {
        if name == "JSONValue" { return .json }
        guard let scalar = ScalarType(rawValue: name) else { return .external(name) }
        return type == .string && quotable.contains(scalar) ? .quoted(scalar) : .scalar(scalar)
    }
}
