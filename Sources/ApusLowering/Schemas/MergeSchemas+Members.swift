import ApusSource
import ApusSpec

/// The members of objects, and alternatives, when schemas are merged.
extension Lowerer {
    func combineObject(_ parts: inout SchemaParts, with other: Schema) {
        let object = other.object
        if parts.object.properties.isEmpty {
            parts.object.properties = object.properties
        } else if !object.properties.isEmpty {
            parts.object.properties = combineProperties(parts.object.properties, object.properties)
        }
        let known = Set(parts.object.required)
        parts.object.required += object.required.filter { !known.contains($0) }
        parts.object.patternProperties += object.patternProperties
        parts.object.additionalProperties = combineAdditional(
            parts.object.additionalProperties, object.additionalProperties)
        parts.object.unevaluatedProperties = parts.object.unevaluatedProperties ?? object.unevaluatedProperties
        parts.object.propertyNames = parts.object.propertyNames ?? object.propertyNames
        parts.object.dependentRequired += object.dependentRequired
        parts.object.dependentSchemas += object.dependentSchemas
    }

    /// In the order of first mention; a property that both have must satisfy both.
    private func combineProperties(
        _ left: [ObjectKeywords.Property], _ right: [ObjectKeywords.Property]
    ) -> [ObjectKeywords.Property] {
        var result = left
        var places: [String: Int] = [:]
        for (place, property) in left.enumerated() { places[property.name] = place }
        for property in right {
            if let place = places[property.name] {
                result[place].schema = combineSchemas(result[place].schema, property.schema)
            } else {
                places[property.name] = result.count
                result.append(property)
            }
        }
        return result
    }

    /// `false` in one member would, read strictly, forbid the members of the others. Nobody means that, so anything wider wins.
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

    /// One member may bring alternatives, and the whole is then a union of merged alternatives. Of a second member that brings some, the
    /// alternatives' own members become optional ones of every case, which loses their exclusiveness but no data.
    func combineAlternatives(_ parts: inout SchemaParts, with other: Schema) {
        guard !other.oneOf.isEmpty || !other.anyOf.isEmpty else { return }
        if parts.oneOf.isEmpty && parts.anyOf.isEmpty {
            parts.oneOf = other.oneOf
            parts.anyOf = other.anyOf
            parts.discriminator = other.discriminator ?? parts.discriminator
            return
        }
        foldAlternatives(other.oneOf + other.anyOf, into: &parts, of: other)
    }

    func foldAlternatives(_ alternatives: [Schema], into parts: inout SchemaParts, of owner: Schema) {
        let real = alternatives.filter { !$0.onlyAddsRequirements && !$0.isNullAlternative }
        guard !real.isEmpty else { return }
        diagnostics.report(.severalUnions(owner))
        let demanded = parts.object.required
        for alternative in real {
            combineObject(&parts, with: merge(document.resolve(alternative)))
        }
        parts.object.required = demanded
    }
}

extension Diagnostic {
    static func severalUnions(_ schema: Schema) -> Diagnostic {
        Diagnostic(
            id: "several-unions", severity: .note, message: "several lists of alternatives apply at once",
            mark: schema.mark,
            pointer: schema.id.pointer, hint: "members of the later alternatives are optional members of each case")
    }
}
