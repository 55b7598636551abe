import ApusSource
import ApusSpec

/// Reduces `oneOf` and `anyOf` to the schemas that a value has to be told apart from.
extension FlatSchemas {
    public func planUnion(_ schema: FlatSchema) -> UnionPlan {
        let isOneOf = !schema.oneOfOnlyDemands
        let (listed, others) = isOneOf ? (schema.oneOf, schema.anyOf) : (schema.anyOf, schema.oneOf)
        let base = withoutAlternatives(schema, folding: others)
        if listed.allSatisfy({
            $0.onlyAddsRequirements || $0.isNullAlternative || $0.saysNothing && $0.reference == nil
        }) {
            return .single(base.keywords)
        }
        let real = removeRepetitions(in: listed.filter { !document.resolve($0).isNullAlternative })
        guard !real.isEmpty else { return .anything }
        let hasBase = base.hasMembers || base.array.items != nil || base.enumeration != nil
        let alternatives =
            hasBase
            ? real.map { covers($0, base) ? UnionAlternative($0) : merge(base, with: $0) }
            : real.map { UnionAlternative(copyType(of: base, for: $0)) }
        if alternatives.count == 1 { return .single(alternatives[0].schema) }
        return joinEnums(alternatives.map(\.schema), of: base) ?? .alternatives(alternatives)
    }

    /// The schema's own members; those of a second list of alternatives are added as optional ones, and a list that
    /// only requires members remains.
    private func withoutAlternatives(_ schema: FlatSchema, folding others: [Schema]) -> FlatSchema {
        var parts = SchemaParts(copying: schema)
        (parts.oneOf, parts.anyOf, parts.discriminator) = ([], [], nil)
        if let demands = findDemands(in: schema.keywords) { parts.furtherConstraints.append(demands) }
        var known = KnownMembers()
        foldAlternatives(others, into: &parts, of: schema.keywords, known: &known)
        return FlatSchema(Schema(parts))
    }

    private func removeRepetitions(in alternatives: [Schema]) -> [Schema] {
        var seen: Set<SchemaID> = []
        return alternatives.filter { seen.insert($0.isPlainReference ? document.resolve($0).id : $0.id).inserted }
    }

    /// Whether a referenced alternative has all requirements of its owner, as one that extends the owner does.
    private func covers(_ alternative: Schema, _ base: FlatSchema) -> Bool {
        guard alternative.isPlainReference, base.array.items == nil, base.enumeration == nil,
            base.object.additionalProperties == nil, base.object.patternProperties.isEmpty
        else { return false }
        let object = flatten(alternative).object
        guard object.properties.count >= base.object.properties.count,
            object.required.count >= base.object.required.count
        else { return false }
        let members = Set(object.properties.map { Member(name: SourceKey($0.name), schema: $0.schema.id) })
        return Set(object.required.map(SourceKey.init)).isSuperset(of: base.object.required.map(SourceKey.init))
            && base.object.properties.allSatisfy {
                members.contains(Member(name: SourceKey($0.name), schema: $0.schema.id))
            }
    }

    private struct Member: Hashable {
        let name: SourceKey
        let schema: SchemaID
    }

    /// An alternative together with the requirements of its owner.
    private func merge(_ base: FlatSchema, with alternative: Schema) -> UnionAlternative {
        let id = derived.id(.alternative(of: base.id), of: alternative.id)
        var parts = SchemaParts(id: id, mark: alternative.mark)
        parts.allOf = [base.keywords, alternative]
        parts.title = alternative.title
        let merged = merge(Schema(parts)).keywords
        guard let listed = alternative.reference else { return UnionAlternative(merged) }
        let component = end(of: alternative)
        components[id] = component
        return UnionAlternative(
            merged, component: component, name: names.alias(listed) ?? names[component])
    }

    /// `{type: string, oneOf: [{format: date}, {pattern: …}]}`: the alternatives inherit the type.
    private func copyType(of base: FlatSchema, for alternative: Schema) -> Schema {
        guard base.types.count == 1, alternative.types.isEmpty, alternative.reference == nil, alternative.allOf.isEmpty,
            alternative.oneOf.isEmpty, alternative.anyOf.isEmpty, alternative.enumeration == nil
        else { return alternative }
        var parts = SchemaParts(copying: alternative)
        parts.types = base.types
        return Schema(parts)
    }
}
