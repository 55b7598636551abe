import ApusModel
import ApusSchemas
import ApusSource
import ApusSpec

/// Schemas of a single value.
extension Lowerer {
    func lowerString(_ schema: FlatSchema) -> TypeRef {
        if schema.content.encoding?.lowercased() == "base64" { return .scalar(.data) }
        guard let format = schema.format else { return .scalar(.string) }
        if let name = settings.type(ofFormat: format) { return Formats.configured(name, for: .string) }
        return Formats.string[format] ?? .scalar(.string)
    }

    func lowerNumber(_ schema: FlatSchema, formats: [String: TypeRef], standard: ScalarType) -> TypeRef {
        guard let format = schema.format else { return .scalar(standard) }
        if let name = settings.type(ofFormat: format) { return Formats.configured(name, for: .number) }
        return formats[format] ?? .scalar(standard)
    }

    /// `true` accepts any value. `false` accepts none, so a received value is kept unchanged.
    func lowerBoolean(_ boolean: Bool, of schema: FlatSchema) -> TypeRef {
        if !boolean { log.report(.impossibleSchema(schema.keywords)) }
        return .json
    }

    /// The type of the constant's value; the property supplies the value.
    func lowerConstant(_ value: SourceNode, of schema: FlatSchema, at site: Site) -> TypeRef {
        switch value.content {
        case .null: .scalar(.null)
        case .boolean: .scalar(.bool)
        case .string: lowerString(schema)
        case .number(let number) where number.integer != nil && schema.types.first != .number:
            lowerNumber(schema, formats: Formats.integer, standard: .int)
        case .number: lowerNumber(schema, formats: Formats.number, standard: .double)
        case .sequence: .array(.json)
        case .mapping: .dictionary(.json)
        }
    }
}

extension Diagnostic {
    static func impossibleSchema(_ schema: Schema) -> Diagnostic {
        Diagnostic(
            id: "impossible-schema", severity: .warning, message: "no value fits a schema that is false",
            mark: schema.nameMark,
            pointer: schema.id.pointer, hint: "the type is JSONValue")
    }
}
