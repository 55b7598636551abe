import ApusSpec

/// Formats of strings whose values are something else than text (OpenAPI format registry).
public enum TextFormat: Sendable {
    case dateTime, date, bytes, uuid, secret

    public static let named: [String: TextFormat] = [
        "date-time": .dateTime, "date": .date, "byte": .bytes, "base64": .bytes, "binary": .bytes, "uuid": .uuid,
        "password": .secret,
    ]
}

/// Formats of numbers, from the narrowest to the widest.
public enum NumberFormat: String, Sendable, CaseIterable {
    case int8, uint8, int16, uint16, int32, uint32, int64, uint64, float, double, uint

    public var isInteger: Bool { self != .float && self != .double }
}

/// The types that formats imply.
enum FormatTypes {
    /// For schemas with a format and no type.
    static let inferred: [String: SchemaType] = numbers.merging(texts.map { ($0, .string) }) { type, _ in type }

    /// Formats of strings that contain a number.
    static let numbersAsText: [String: SchemaType] = [
        "numeric": .number, "number": .number, "decimal": .number, "integer": .integer,
    ].merging(numbers) { type, _ in type }

    private static let numbers: [String: SchemaType] = Dictionary(
        uniqueKeysWithValues: NumberFormat.allCases.map { ($0.rawValue, $0.isInteger ? .integer : .number) })

    /// String formats of the OpenAPI format registry and of JSON Schema.
    private static let texts = [
        "date-time", "date", "time", "duration", "byte", "base64", "base64url", "binary", "uuid", "password", "email",
        "idn-email", "hostname", "idn-hostname", "ipv4", "ipv6", "uri", "uri-reference", "uri-template", "url", "iri",
        "iri-reference", "json-pointer", "relative-json-pointer", "regex", "html", "commonmark", "char", "media-range",
        "http-date", "date-time-local", "time-local", "decimal128", "sf-string", "sf-token",
    ]
}
