import ApusSource
public import ApusSpec

/// Flattens `allOf`: one schema with the constraints of all members. Of two values for one keyword, the narrower wins;
/// a contradiction is reported and the wider one is used, so that no value is refused that either allows.
extension FlatSchemas {
    /// The schema without `allOf` and without a reference with siblings.
    public func merge(_ schema: Schema) -> FlatSchema {
        guard schema.reference != nil || !schema.allOf.isEmpty else { return FlatSchema(schema) }
        if let known = merged[schema.id] { return known }
        guard copiedTotal < copiedBudget else {
            log.report(.schemaTooDeep(schema))
            return FlatSchema(Schema(SchemaParts(id: schema.id, mark: schema.mark)))
        }
        guard merging.insert(schema.id).inserted else {
            log.report(.endlessAllOf(schema))
            return FlatSchema(Schema(SchemaParts(id: schema.id, mark: schema.mark)))
        }
        defer { merging.remove(schema.id) }
        var members = schema.allOf
        if let target = schema.reference, let base = document.schemas[target] { members.insert(base, at: 0) }
        var parts = SchemaParts(id: schema.id, mark: schema.mark)
        parts.nameMark = schema.nameMark
        var known = KnownMembers()
        var nullable: [Bool] = []
        for member in members {
            // A member may only describe the XML form of the whole.
            if member.saysNothing, !member.hasDemands {
                parts.xml = member.xml?.completed(by: parts.xml) ?? parts.xml
                continue
            }
            let flat = flatten(member: member)
            if !member.saysNothing { nullable.append(flat.isNullable || isNullable(flat.keywords)) }
            combine(&parts, with: flat.keywords, known: &known)
        }
        parts.extensions.entries.removeAll { NameExtensions.ofTypes.contains($0.key) }
        let isInherited = !nullable.isEmpty && !nullable.contains(false)
        combine(&parts, with: schema.withoutMembers, known: &known)
        parts.isNullable = schema.isNullable || isInherited && schema.types.isEmpty
        parts.discriminator = schema.discriminator ?? parts.discriminator
        copyAnnotations(of: schema, into: &parts)
        let result = FlatSchema(Schema(parts))
        merged[schema.id] = result
        copiedTotal += result.keywords.copiedCount
        return result
    }

    private func flatten(member: Schema) -> FlatSchema {
        let target = document.resolve(member)
        guard merging.count < Self.depthLimit else {
            log.report(.schemaTooDeep(target))
            return FlatSchema(Schema(SchemaParts(id: target.id, mark: target.mark)))
        }
        return merge(isListed(in: target) ? withoutAlternatives(target) : target)
    }

    /// Whether a schema that is being merged is an alternative of this one, which it extends: a base that lists its
    /// children. Their children, and schemas between, are not alternatives either.
    private func isListed(in base: Schema) -> Bool {
        if base.oneOf.isEmpty && base.anyOf.isEmpty { return false }
        if let family = inheritance.families[base.id], !merging.isDisjoint(with: family) { return true }
        let listed = alternativesOfBases[base.id] ?? Set((base.oneOf + base.anyOf).map { document.resolve($0).id })
        alternativesOfBases[base.id] = listed
        return merging.contains { listed.contains($0) }
    }

    private func withoutAlternatives(_ schema: Schema) -> Schema {
        var own = SchemaParts(copying: schema)
        (own.oneOf, own.anyOf, own.discriminator) = ([], [], nil)
        if let demands = findDemands(in: schema) { own.furtherConstraints.append(demands) }
        own.id = derived.id(.base, of: schema.id)
        return Schema(own)
    }

    /// The lists of alternatives that only add requirements, without the rest.
    func findDemands(in schema: Schema) -> Schema? {
        var parts = SchemaParts(id: schema.id, mark: schema.mark)
        if schema.oneOfOnlyDemands { parts.oneOf = schema.oneOf }
        if schema.anyOfOnlyDemands { parts.anyOf = schema.anyOf }
        if parts.oneOf.isEmpty && parts.anyOf.isEmpty { return nil }
        parts.id = derived.id(.demands, of: schema.id)
        return Schema(parts)
    }

    /// Annotations belong to the owner; those of its members describe the members.
    private func copyAnnotations(of schema: Schema, into parts: inout SchemaParts) {
        parts.title = schema.title
        parts.summary = schema.summary
        parts.documentation = schema.documentation
        parts.examples = schema.examples
        parts.externalDocs = schema.externalDocs
        parts.isDeprecated = schema.isDeprecated
        parts.defaultValue = schema.defaultValue ?? parts.defaultValue
    }

    private func combine(_ parts: inout SchemaParts, with schema: Schema, known: inout KnownMembers) {
        let other = narrowAlternatives(&parts, with: dropBareObjects(&parts, with: schema))
        combineTypes(&parts, with: other)
        combineValues(&parts, with: other, known: &known)
        combineObject(&parts, with: other, known: &known)
        parts.array = combineArrays(parts.array, other.array, owner: other)
        parts.limits = LimitMerge.narrow(parts.limits, other.limits)
        combineAlternatives(&parts, with: other, known: &known)
        combineFormats(&parts, with: other)
        if other.content.encoding != nil || other.content.mediaType != nil { parts.content = other.content }
        combineApplicators(&parts, with: other)
        parts.xml = other.xml?.completed(by: parts.xml) ?? parts.xml
        parts.isReadOnly = parts.isReadOnly || other.isReadOnly
        parts.isWriteOnly = parts.isWriteOnly || other.isWriteOnly
        parts.defaultValue = other.defaultValue ?? parts.defaultValue
        parts.boolean = other.boolean == false ? false : parts.boolean
        if !other.extensions.entries.isEmpty {
            parts.extensions.entries = other.extensions.entries + parts.extensions.entries
        }
    }

    private func combineTypes(_ parts: inout SchemaParts, with other: Schema) {
        guard !parts.types.isEmpty, !other.types.isEmpty, parts.types != other.types else {
            if parts.types.isEmpty { parts.types = other.types }
            return
        }
        var common = parts.types.filter { other.types.contains($0) }
        // An integer is a number (JSON Schema 2020-12, section 6.1.1), so the integer is the narrower of the two.
        if parts.types.contains(.integer) != other.types.contains(.integer),
            (parts.types + other.types).contains(.number)
        {
            common.removeAll { $0 == .number }
            common.append(.integer)
        }
        if common.isEmpty {
            log.report(.contradiction("type", parts.types, other.types, other))
            common = parts.types + other.types
        }
        parts.types = common
    }

    private func combineArrays(_ left: ArrayKeywords, _ right: ArrayKeywords, owner: Schema) -> ArrayKeywords {
        var result = left
        if let leftItems = left.items, let rightItems = right.items {
            result.items = combineSchemas(leftItems, rightItems)
        } else {
            result.items = left.items ?? right.items
        }
        if result.prefixItems.isEmpty { result.prefixItems = right.prefixItems }
        result.allowsNoFurtherItems = left.allowsNoFurtherItems || right.allowsNoFurtherItems
        return result
    }

    /// Whether a condition is true for both, where both have the keyword.
    private func hold(_ left: Schema, _ right: Schema, _ isTrue: (Schema) -> Bool) -> Bool {
        (left.saysNothing || isTrue(left)) && (right.saysNothing || isTrue(right))
    }

    /// Both together: the narrower where one implies the other, otherwise an `allOf` of the two to merge later.
    func combineSchemas(_ left: Schema, _ right: Schema) -> Schema {
        if left.id == right.id || right.saysNothing && !right.hasDemands && right.documentation == nil { return left }
        if let target = left.reference, target == right.reference, left.isPlainReference, right.isPlainReference {
            return right
        }
        if left.saysNothing && !left.hasDemands { return right }
        if let narrower = findNarrower(left, right) { return narrower }
        var both = SchemaParts(id: derived.id(.joined(with: left.id), of: right.id), mark: right.mark)
        both.nameMark = right.nameMark
        if left.isPlainValue, right.isPlainValue {
            var known = KnownMembers()
            combine(&both, with: left, known: &known)
            combine(&both, with: right, known: &known)
            both.isNullable = hold(left, right, \.isNullable)
            copyAnnotations(of: right.saysNothing && right.documentation == nil ? left : right, into: &both)
            both.documentation = right.documentation ?? left.documentation
            return Schema(both)
        }
        both.allOf = [left, right]
        both.isNullable = hold(left, right, isNullable)
        both.documentation = right.documentation ?? left.documentation
        both.isReadOnly = left.isReadOnly || right.isReadOnly
        both.isWriteOnly = left.isWriteOnly || right.isWriteOnly
        both.isDeprecated = left.isDeprecated || right.isDeprecated
        return Schema(both)
    }
}

extension Schema {
    /// The keywords beside `allOf` and `$ref`.
    fileprivate var withoutMembers: Schema {
        var own = SchemaParts(copying: self)
        own.allOf = []
        own.reference = nil
        return Schema(own)
    }
}

extension Diagnostic {
    static func endlessAllOf(_ schema: Schema) -> Diagnostic {
        Diagnostic(
            id: "endless-all-of", severity: .warning, message: "allOf leads back to the schema that it is part of",
            mark: schema.nameMark,
            pointer: schema.id.pointer, hint: "the inner one adds nothing")
    }

    static func contradiction<Value>(_ keyword: String, _ left: [Value], _ right: [Value], _ schema: Schema)
        -> Diagnostic
    {
        func list(_ values: [Value]) -> String {
            values.prefix(FlatSchemas.shownValues).map { "\($0)" }.joined(separator: ", ")
        }
        return Diagnostic(
            id: "contradicting-all-of", severity: .warning,
            message:
                "no value fits: \(keyword) is \(list(right)) here and \(list(left)) in what it is combined with",
            mark: schema.nameMark, pointer: schema.id.pointer,
            hint: "either is accepted; allOf, and keywords next to oneOf or anyOf, apply together")
    }
}
