import ApusModel
import ApusSchemas
import ApusSource
import ApusSpec

/// The Swift for each kind of schema: the first matching case wins.
extension Lowerer {
    func lower(_ schema: Schema, at site: Site) -> TypeRef {
        if let type = settings.type(of: site.path) { return configured(type, for: schema) }
        if !site.isTopLevel, let type = findDeclared(schema) { return type }
        guard budget.enter(declares: !schema.isPlainReference) else {
            log.report(.schemaTooDeep(schema))
            return .json
        }
        defer { budget.leave() }
        return lowerByForm(schema, at: site)
    }

    private func lowerByForm(_ schema: Schema, at site: Site) -> TypeRef {
        if fileParts.contains(schema.id) { return .scalar(.file) }
        return switch schemas.form(of: schema) {
        case .reference(let target): reference(to: target)
        case .member(let only): lower(only, at: site)
        case .flat(let flat): lowerByCase(flat, at: site)
        }
    }

    private func lowerByCase(_ schema: FlatSchema, at site: Site) -> TypeRef {
        if let boolean = schema.boolean { return lowerBoolean(boolean, of: schema) }
        if let const = schema.const { return lowerConstant(const, of: schema, at: site) }
        if let values = schema.enumeration { return lowerEnum(values, of: schema, at: site) }
        if schemas.inheritance.children[schema.id] != nil { return lowerInheritance(schema, at: site) }
        if let type = lowerNumberOrText(schema) { return type }
        if schema.hasAlternatives { return lowerUnion(schema, at: site) }
        if schema.isIntegerOrString { return lowerSeveralTypes(schema.asIntegerOrString, at: site) }
        if schema.types.count > 1 { return lowerSeveralTypes(schema, at: site) }
        switch schema.inferredType {
        case .array:
            return schema.array.prefixItems.isEmpty ? lowerArray(schema, at: site) : lowerTuple(schema, at: site)
        case .object:
            if schema.isFreeObject { return .json }
            return schema.hasNamedMembers ? lowerObject(schema, at: site) : lowerDictionary(schema, at: site)
        case .string: return lowerString(schema)
        case .integer:
            return lowerNumber(schema, formats: Formats.integer, standard: Self.standardInteger(for: schema))
        case .number: return lowerNumber(schema, formats: Formats.number, standard: .double)
        case .boolean: return .scalar(.bool)
        case .file: return .scalar(.data)
        case nil:
            return schema.format.flatMap { settings.type(ofFormat: $0) }.map { Formats.configured($0, for: nil) }
                ?? .json
        }
    }

    /// An existing declaration of an inline schema: its own in progress, or a type of the module that several uses
    /// share.
    private func findDeclared(_ schema: Schema) -> TypeRef? {
        if let id = running[schema.id] { return .named(id) }
        guard index.isShared(schema.id), !schema.isPlainReference else { return nil }
        return reference(to: schema.id)
    }
}
