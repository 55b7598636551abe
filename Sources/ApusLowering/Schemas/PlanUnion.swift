import ApusSource
import ApusSpec

/// What a list of alternatives comes down to.
enum UnionPlan {
    case anything
    case single(Schema)
    case alternatives([Schema])
}

extension Lowerer {
    func planUnion(_ schema: Schema) -> UnionPlan {
        let isOneOf = !schema.oneOf.isEmpty
        let listed = isOneOf ? schema.oneOf : schema.anyOf
        let base = withoutAlternatives(schema, folding: isOneOf ? schema.anyOf : [])
        if listed.allSatisfy({ $0.onlyAddsRequirements || $0.isNullOnly || $0.saysNothing && $0.reference == nil }) {
            return .single(base)
        }
        let real = removeRepetitions(in: listed.filter { !document.resolve($0).isNullOnly })
        guard !real.isEmpty else { return .anything }
        let hasBase = base.hasMembers || base.array.items != nil || base.enumeration != nil
        let alternatives = hasBase ? real.map { merge(base, with: $0) } : real.map { takeType(of: base, for: $0) }
        if alternatives.count == 1 { return .single(alternatives[0]) }
        if let open = findOpenEnum(in: alternatives) { return .single(open) }
        return .alternatives(alternatives)
    }

    /// The schema's own members; those of a second list of alternatives join them as optional ones.
    private func withoutAlternatives(_ schema: Schema, folding others: [Schema]) -> Schema {
        var parts = SchemaParts(copying: schema)
        (parts.oneOf, parts.anyOf, parts.discriminator) = ([], [], nil)
        foldAlternatives(others, into: &parts, of: schema)
        return Schema(parts)
    }

    private func removeRepetitions(in alternatives: [Schema]) -> [Schema] {
        var seen: Set<SchemaID> = []
        return alternatives.filter { seen.insert($0.isPlainReference ? document.resolve($0).id : $0.id).inserted }
    }

    /// An alternative together with what the owner demands of all of them.
    private func merge(_ base: Schema, with alternative: Schema) -> Schema {
        var parts = SchemaParts(id: alternative.id, mark: alternative.mark)
        parts.id = SchemaID(file: base.id.file, pointer: base.id.pointer + "&" + alternative.id.pointer)
        parts.allOf = [base, alternative]
        parts.title = alternative.title
        if alternative.reference != nil { alternativeNames[parts.id] = index.names[document.resolve(alternative).id] }
        return merge(Schema(parts))
    }

    /// `{type: string, oneOf: [{format: date}, {pattern: …}]}`: the alternatives inherit the type.
    private func takeType(of base: Schema, for alternative: Schema) -> Schema {
        guard base.types.count == 1, alternative.types.isEmpty, alternative.reference == nil, alternative.allOf.isEmpty,
            alternative.oneOf.isEmpty, alternative.anyOf.isEmpty, alternative.enumeration == nil
        else { return alternative }
        var parts = SchemaParts(copying: alternative)
        parts.types = base.types
        return Schema(parts)
    }

    /// `[{enum: [a, b]}, {type: string}]`: an enum that is open anyway. Several enums beside the base type are one of all their values.
    private func findOpenEnum(in alternatives: [Schema]) -> Schema? {
        let resolved = alternatives.map { document.resolve($0) }
        let plain = resolved.filter {
            $0.enumeration == nil && $0.types == [.string] && $0.format == nil && $0.const == nil
        }
        let enums = alternatives.filter { document.resolve($0).enumeration?.allSatisfy { $0.string != nil } ?? false }
        guard plain.count == 1, enums.count == 1, alternatives.count == 2 else { return nil }
        return enums[0]
    }
}
