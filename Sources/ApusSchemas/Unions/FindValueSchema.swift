public import ApusSpec

extension FlatSchemas {
    /// The schema with a value's documented limits: its own, or the single alternative next to null,
    /// `anyOf: [{maxLength: 40}, {type: null}]`.
    public func findValueSchema(of schema: Schema) -> FlatSchema {
        let flat = flatten(schema)
        if let number = findNumber(orTextIn: flat) { return number }
        guard let alternatives = findDistinctAlternatives(of: flat), alternatives.count == 1 else { return flat }
        var parts = SchemaParts(copying: flat)
        let only = alternatives[0]
        parts.limits = LimitMerge.narrow(flat.limits, only.limits)
        parts.format = flat.format ?? only.format
        parts.defaultValue = flat.defaultValue ?? only.defaultValue
        parts.examples = flat.examples.isEmpty ? only.examples : flat.examples
        return FlatSchema(Schema(parts))
    }

    /// A schema completed with its alternatives' constraints on values without a model. Constraints on one JSON type do
    /// not affect others.
    public func joinAlternatives(of flat: FlatSchema) -> FlatSchema {
        if let number = findNumber(orTextIn: flat) { return number }
        guard let alternatives = findDistinctAlternatives(of: flat) else { return flat }
        var parts = SchemaParts(copying: flat)
        for alternative in alternatives where !alternative.isModel {
            guard let type = alternative.inferredType else { continue }
            parts.limits = LimitMerge.narrow(parts.limits, alternative.limits.about(type))
            if type == .array { parts.array.items = flat.array.items ?? alternative.array.items }
            if type == .object, !flat.hasMembers { parts.object = alternative.object }
        }
        return FlatSchema(Schema(parts))
    }

    /// The alternatives without null, if no two of them have the same JSON type.
    func findDistinctAlternatives(of flat: FlatSchema) -> [FlatSchema]? {
        guard flat.hasAlternatives, flat.oneOf.isEmpty || flat.anyOf.isEmpty else { return nil }
        var alternatives: [FlatSchema] = []
        var seen: Set<SchemaType> = []
        // There are few JSON types, and every member with the type of a union of thousands of schemas repeats this
        // check.
        for listed in flat.oneOf.isEmpty ? flat.anyOf : flat.oneOf {
            let alternative = flatten(listed)
            if alternative.isNullAlternative { continue }
            guard let type = alternative.inferredType, alternative.types.count <= 1,
                seen.insert(type == .integer ? .number : type).inserted
            else { return nil }
            alternatives.append(alternative)
        }
        return alternatives
    }
}
