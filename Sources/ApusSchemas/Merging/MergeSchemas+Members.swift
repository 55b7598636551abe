import ApusSource
import ApusSpec

/// Merges the members of objects, and alternatives.
extension FlatSchemas {
    func combineObject(_ parts: inout SchemaParts, with other: Schema, known: inout KnownMembers) {
        let object = other.object
        if parts.object.properties.isEmpty {
            parts.object.properties = object.properties
        } else if !object.properties.isEmpty {
            combineProperties(&parts.object.properties, object.properties, known: &known)
        }
        known.appendRequired(of: object, to: &parts.object)
        parts.object.patternProperties += object.patternProperties
        parts.object.additionalProperties = combineAdditional(
            parts.object.additionalProperties, object.additionalProperties)
        parts.object.unevaluatedProperties = parts.object.unevaluatedProperties ?? object.unevaluatedProperties
        parts.object.dependentRequired += object.dependentRequired
        parts.object.dependentSchemas += object.dependentSchemas
    }

    /// In order of first occurrence; a property of both must satisfy both.
    private func combineProperties(
        _ result: inout [ObjectKeywords.Property], _ right: [ObjectKeywords.Property], known: inout KnownMembers
    ) {
        known.index(result)
        for property in right {
            if let position = known.position(of: property.name) {
                result[position].schema = combineSchemas(result[position].schema, property.schema)
            } else {
                result.append(property)
                known.index(result)
            }
        }
    }

    /// `false` in one member would, read strictly, forbid the members of the others. No author means that, so any wider
    /// value wins.
    private func combineAdditional(_ left: AdditionalProperties?, _ right: AdditionalProperties?)
        -> AdditionalProperties?
    {
        switch (left, right) {
        case (nil, let one), (let one, nil): one
        case (.schema, _): left
        case (_, .schema): right
        case (.allowed, _), (_, .allowed): .allowed
        case (.forbidden, .forbidden): .forbidden
        }
    }

    /// One member may have alternatives, and the result is then a union of merged alternatives. For a second member
    /// with alternatives, their own members become optional ones of every case, which loses their exclusiveness but no
    /// data. Alternatives that only require members yield to earlier ones and to those that affect the type, and apply
    /// in addition.
    func combineAlternatives(_ parts: inout SchemaParts, with other: Schema, known: inout KnownMembers) {
        guard !other.oneOf.isEmpty || !other.anyOf.isEmpty else { return }
        // Other references to the parts must be released before they change, otherwise all members would be copied.
        let (isShaped, presentDemands) = { (present: Schema) in (present.hasAlternatives, findDemands(in: present)) }(
            Schema(parts))
        if !parts.oneOf.isEmpty || !parts.anyOf.isEmpty, !other.hasAlternatives {
            if let demands = findDemands(in: other) { parts.furtherConstraints.append(demands) }
            return
        }
        if !isShaped {
            if let demands = presentDemands { parts.furtherConstraints.append(demands) }
            parts.oneOf = other.oneOf
            parts.anyOf = other.anyOf
            parts.discriminator = other.discriminator ?? parts.discriminator
            return
        }
        if let demands = findDemands(in: other) { parts.furtherConstraints.append(demands) }
        foldAlternatives(other.oneOf + other.anyOf, into: &parts, of: other, known: &known)
    }

    func foldAlternatives(
        _ alternatives: [Schema], into parts: inout SchemaParts, of owner: Schema, known: inout KnownMembers
    ) {
        let real = alternatives.filter { !$0.onlyAddsRequirements && !$0.isNullAlternative }
        guard !real.isEmpty else { return }
        log.report(.severalUnions(owner))
        let demanded = (parts.object.required, parts.object.requiredMarks)
        for alternative in real {
            combineObject(&parts, with: flatten(alternative).keywords, known: &known)
        }
        (parts.object.required, parts.object.requiredMarks) = demanded
        known.forgetRequired()
    }
}

extension Diagnostic {
    static func severalUnions(_ schema: Schema) -> Diagnostic {
        Diagnostic(
            id: "several-unions", severity: .warning, message: "several lists of alternatives apply at once",
            mark: schema.nameMark,
            pointer: schema.id.pointer, hint: "members of the later alternatives are optional members of each case")
    }
}
