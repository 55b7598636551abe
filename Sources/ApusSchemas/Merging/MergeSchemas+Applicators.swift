import ApusSpec

/// Merges keywords with subschemas.
extension FlatSchemas {
    /// The first of each kind keeps the keyword; further ones apply in addition.
    func combineApplicators(_ parts: inout SchemaParts, with other: Schema) {
        parts.furtherConstraints += other.furtherConstraints
        var rest = SchemaParts(id: other.id, mark: other.mark)
        var hasRest = place(other.not, in: &parts.not, else: &rest.not)
        if place(other.object.propertyNames, in: &parts.object.propertyNames, else: &rest.object.propertyNames) {
            hasRest = true
        }
        hasRest = combineContains(&parts, &rest, with: other) || hasRest
        if let conditional = other.conditional {
            if parts.conditional == nil {
                parts.conditional = conditional
            } else if parts.conditional?.condition.id != conditional.condition.id {
                rest.conditional = conditional
                hasRest = true
            }
        }
        guard hasRest else { return }
        rest.id = derived.id(.addition, of: other.id)
        parts.furtherConstraints.append(Schema(rest))
    }

    /// `minContains` and `maxContains` apply to their own `contains` (JSON Schema 2020-12, section 6.4.4).
    private func combineContains(_ parts: inout SchemaParts, _ rest: inout SchemaParts, with other: Schema) -> Bool {
        let isFirst = parts.array.contains == nil
        let isLeft = place(other.array.contains, in: &parts.array.contains, else: &rest.array.contains)
        guard other.array.contains != nil else { return false }
        if isFirst {
            (parts.limits.minContains, parts.limits.maxContains) = (other.limits.minContains, other.limits.maxContains)
        } else if isLeft {
            (rest.limits.minContains, rest.limits.maxContains) = (other.limits.minContains, other.limits.maxContains)
        }
        return isLeft
    }

    /// Returns whether the second slot was used.
    private func place(_ schema: Schema?, in first: inout Schema?, else second: inout Schema?) -> Bool {
        guard let schema, first?.id != schema.id else { return false }
        guard first != nil else {
            first = schema
            return false
        }
        second = schema
        return true
    }
}
