import ApusSource
import ApusSpec

/// Determines the narrower of two schemas that apply together, so that it can be used unchanged.
extension FlatSchemas {
    /// The schema that implies the other; nil where both add constraints.
    func findNarrower(_ left: Schema, _ right: Schema) -> Schema? {
        if isImplied(right, by: left), right.documentation == nil { return left }
        if isImplied(left, by: right), left.documentation == nil || right.documentation != nil { return right }
        guard left.isPlainReference, right.isPlainReference else { return nil }
        if isKind(right, of: left) { return right }
        return isKind(left, of: right) ? left : nil
    }

    /// Whether every value of the narrow schema fits the wide one, which is only a type.
    private func isImplied(_ wide: Schema, by narrow: Schema) -> Bool {
        let wideEnd = document.resolve(wide)
        guard wideEnd.isOnlyType, !wide.isReadOnly, !wide.isWriteOnly, !wide.isDeprecated, wide.defaultValue == nil,
            wideEnd.isNullable || wide.isNullable || !isNullable(narrow)
        else { return false }
        let end = document.resolve(narrow)
        guard end.types.count <= 1, let type = end.types.first ?? end.enumeratedType else { return false }
        return wideEnd.types.allSatisfy { $0 == type || $0 == .number && type == .integer }
    }

    /// Whether a referenced schema extends the other, or is one of its alternatives.
    private func isKind(_ schema: Schema, of base: Schema) -> Bool {
        guard !isNullable(schema) || isNullable(base) else { return false }
        let base = document.resolve(base)
        let end = document.resolve(schema)
        if (base.oneOf + base.anyOf).contains(where: { document.resolve($0).id == end.id }) { return true }
        var seen: Set<SchemaID> = [end.id]
        var open = end.allOf
        var next = 0
        while next < open.count, seen.count < Self.ancestorLimit {
            defer { next += 1 }
            guard open[next].isPlainReference else { continue }
            let one = document.resolve(open[next])
            if one.id == base.id { return true }
            if seen.insert(one.id).inserted { open += one.allOf }
        }
        return false
    }

    /// The maximum number of examined ancestors, so that long chains of schemas cost linear time.
    private static let ancestorLimit = 64

    /// Many frameworks write `type: object` without other keywords for "anything", so any other member's constraints
    /// apply instead.
    /// - Returns: The parts without such an object, and the other schema without it.
    func dropBareObjects(_ parts: inout SchemaParts, with other: Schema) -> Schema {
        let present = Schema(parts)
        if present.isBareObject, other.excludesObjects(document) {
            (parts.types, parts.object) = ([], ObjectKeywords())
        } else if other.isBareObject, present.excludesObjects(document) {
            var rest = SchemaParts(copying: other)
            (rest.types, rest.object) = ([], ObjectKeywords())
            return Schema(rest)
        }
        return other
    }

    /// A type next to a list of alternatives selects those of that type.
    func narrowAlternatives(_ parts: inout SchemaParts, with other: Schema) -> Schema {
        if other.isNarrowingType {
            parts.oneOf = keep(parts.oneOf, admittedBy: other)
            parts.anyOf = keep(parts.anyOf, admittedBy: other)
            return other
        }
        let present = Schema(parts)
        guard present.isNarrowingType, !other.oneOf.isEmpty || !other.anyOf.isEmpty else { return other }
        var rest = SchemaParts(copying: other)
        rest.oneOf = keep(other.oneOf, admittedBy: present)
        rest.anyOf = keep(other.anyOf, admittedBy: present)
        return Schema(rest)
    }

    /// Whether a type selects only some of a schema's alternatives.
    func narrows(_ type: Schema, alternativesOf schema: Schema) -> Bool {
        guard type.isNarrowingType else { return false }
        return keep(schema.oneOf, admittedBy: type).count < schema.oneOf.count
            || keep(schema.anyOf, admittedBy: type).count < schema.anyOf.count
    }

    private func keep(_ alternatives: [Schema], admittedBy narrow: Schema) -> [Schema] {
        let kept = alternatives.filter { alternative in
            let end = document.resolve(alternative)
            if end.isNullAlternative { return narrow.isNullable }
            guard end.types.count <= 1, let type = end.inferredType else { return true }
            return narrow.types.contains(type) || type == .integer && narrow.types.contains(.number)
                || type == .number && narrow.types.contains(.integer)
        }
        return kept.isEmpty ? alternatives : kept
    }
}

extension Schema {
    /// A type without any other keyword that affects types or values.
    fileprivate var isOnlyType: Bool {
        types.count == 1 && isPlainValue && format == nil && enumeration == nil && const == nil && !hasDemands
            && content.encoding == nil && content.mediaType == nil && boolean == nil && reference == nil
    }

    /// Scalars or arrays, which exclude objects and other types. `object` does not count: it is often written next to
    /// alternatives of any type.
    fileprivate var isNarrowingType: Bool {
        !types.isEmpty && !types.contains(.object) && oneOf.isEmpty && anyOf.isEmpty && allOf.isEmpty
            && reference == nil
    }

    fileprivate var isBareObject: Bool {
        guard types == [.object], reference == nil, allOf.isEmpty, oneOf.isEmpty, anyOf.isEmpty, not == nil else {
            return false
        }
        let isOpen =
            switch object.additionalProperties {
            case nil, .allowed?: true
            case .forbidden?: false
            case .schema(let values)?: values.saysNothing && !values.hasDemands
            }
        return isOpen && object.properties.isEmpty && object.required.isEmpty && object.patternProperties.isEmpty
            && limits.isEmpty && discriminator == nil && enumeration == nil && const == nil
    }

    /// Whether it describes values other than objects.
    fileprivate func excludesObjects(_ document: Document) -> Bool {
        if let values = enumeration ?? const.map({ [$0] }) { return values.allSatisfy { $0.mapping == nil } }
        if let type = inferredType { return type != .object && !types.contains(.object) }
        return (oneOf + anyOf).contains { alternative in
            let end = document.resolve(alternative)
            return end.inferredType.map { $0 != .object } ?? (end.enumeratedType != nil)
        }
    }

    /// The type of an enum's values.
    fileprivate var enumeratedType: SchemaType? {
        guard let values = enumeration else { return nil }
        if values.allSatisfy({ $0.string != nil }) { return .string }
        if values.allSatisfy({ $0.integer != nil }) { return .integer }
        return values.allSatisfy { $0.number != nil } ? .number : nil
    }
}
