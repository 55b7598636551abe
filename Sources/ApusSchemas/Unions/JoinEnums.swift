import ApusSource
import ApusSpec

/// Alternatives that are only constants form one enum: `oneOf: [{const: a}, {const: b}]`,
/// `anyOf: [{enum: [a]}, {type: string}]`. Enums are open, so the base type next to them adds nothing.
extension FlatSchemas {
    /// nil where an alternative is more than constants, or where a union of named enums is more informative.
    func joinEnums(_ alternatives: [Schema], of owner: FlatSchema) -> UnionPlan? {
        guard owner.discriminator == nil else { return nil }
        let resolved = alternatives.map { document.resolve($0) }
        let members = zip(alternatives, resolved).filter { Self.constants(of: $1) != nil }
        let bases = resolved.filter(Self.isBase)
        guard !members.isEmpty, bases.count <= 1, members.count + bases.count == alternatives.count else { return nil }
        let values = members.flatMap { Self.constants(of: $1) ?? [] }
        if let base = bases.first, !values.allSatisfy({ Self.fits($0, base.types.first) }) { return nil }
        if members.count == 1 { return bases.isEmpty ? nil : .single(members[0].0) }
        guard members.allSatisfy({ $0.0.reference == nil }) else { return nil }
        var parts = SchemaParts(copying: owner)
        (parts.oneOf, parts.anyOf) = ([], [])
        parts.enumeration = values
        if parts.types.isEmpty { parts.types = bases.first?.types ?? [] }
        return .enumeration(
            JoinedEnum(schema: FlatSchema(Schema(parts)), values: members.flatMap { Self.describe($0.1) }))
    }

    /// The values of a schema that allows no others; nil for other schemas and for objects and arrays.
    private static func constants(of schema: Schema) -> [SourceNode]? {
        guard schema.isPlainValue, let values = schema.const.map({ [$0] }) ?? schema.enumeration else { return nil }
        return values.allSatisfy { $0.sequence == nil && $0.mapping == nil } ? values : nil
    }

    /// A string or a number without further keywords.
    private static func isBase(_ schema: Schema) -> Bool {
        guard schema.isPlainValue, schema.const == nil, schema.enumeration == nil, schema.format == nil else {
            return false
        }
        return schema.types.count == 1 && [.string, .integer, .number].contains(schema.types[0])
    }

    private static func fits(_ value: SourceNode, _ type: SchemaType?) -> Bool {
        switch type {
        case .integer: value.integer != nil || value.isNull
        case .number: value.number != nil || value.isNull
        default: value.string != nil || value.isNull
        }
    }

    /// The `title` and `description` of each constant. A text names itself; a number is named by its title (OpenAPI
    /// 3.1.1, section 4.8.24.4.2, "Annotated Enumerations").
    private static func describe(_ member: Schema) -> [JoinedEnum.Value] {
        (constants(of: member) ?? []).map { value in
            JoinedEnum.Value(
                name: member.const != nil && value.number != nil ? member.title : nil,
                documentation: member.documentation ?? (value.number == nil ? member.title : nil))
        }
    }
}
