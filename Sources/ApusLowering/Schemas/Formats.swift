import ApusModel
import ApusSchemas
import ApusSpec

/// The Swift type for a `format`. Unlisted formats keep the type's own; `date` and similar ones are in the OpenAPI
/// format registry (spec.openapis.org/registry/format).
enum Formats {
    static let string: [String: TypeRef] = TextFormat.named.mapValues { format in
        switch format {
        case .dateTime: .scalar(.date)
        case .date: .scalar(.calendarDate)
        case .bytes: .scalar(.data)
        case .uuid: .scalar(.uuid)
        case .secret: .scalar(.secretString)
        }
    }

    static let integer = types(of: NumberFormat.allCases.filter(\.isInteger))

    static let number = types(of: NumberFormat.allCases)

    private static func types(of formats: [NumberFormat]) -> [String: TypeRef] {
        Dictionary(uniqueKeysWithValues: formats.map { ($0.rawValue, .scalar(scalar(of: $0))) })
    }

    private static func scalar(of format: NumberFormat) -> ScalarType {
        switch format {
        case .int8: .int8
        case .uint8: .uint8
        case .int16: .int16
        case .uint16: .uint16
        case .int32: .int32
        case .uint32: .uint32
        case .int64: .int64
        case .uint64: .uint64
        case .uint: .uint
        case .float: .float
        case .double: .double
        }
    }

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
