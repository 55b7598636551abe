import ApusSource
import ApusSpec

/// Whether null is a value of a schema, wherever that is said: in the schema, behind references, in an alternative.
extension Lowerer {
    func isNullable(_ schema: Schema) -> Bool {
        var known: [SchemaID: Bool] = [:]
        return isNullable(schema, remaining: 32, known: &known)
    }

    /// `remaining` bounds references in circles; a longer way to a null is not worth following. `known` are the answers on the way, so
    /// that schemas to which many ways lead are asked once.
    private func isNullable(_ schema: Schema, remaining: Int, known: inout [SchemaID: Bool]) -> Bool {
        if schema.isNullable { return true }
        if let values = schema.enumeration { return values.contains(where: \.isNull) }
        if let const = schema.const { return const.isNull }
        guard remaining > 0 else { return false }
        if let target = schema.reference, let next = document.schemas[target] {
            return isNullable(next, remaining: remaining - 1, known: &known)
        }
        if schema.allOf.isEmpty && schema.oneOf.isEmpty && schema.anyOf.isEmpty { return false }
        if let answer = known[schema.id] { return answer }
        known[schema.id] = false
        let answer = isNullableByMembers(schema, remaining: remaining - 1, known: &known)
        known[schema.id] = answer
        return answer
    }

    private func isNullableByMembers(_ schema: Schema, remaining: Int, known: inout [SchemaID: Bool]) -> Bool {
        guard schema.types.isEmpty else { return false }
        let members = schema.allOf.filter { !$0.saysNothing }
        if !members.isEmpty {
            for member in members where !isNullable(member, remaining: remaining, known: &known) { return false }
            return true
        }
        for alternative in schema.oneOf.isEmpty ? schema.anyOf : schema.oneOf
        where isNullable(alternative, remaining: remaining, known: &known) {
            return true
        }
        return false
    }
}

extension Schema {
    /// No keyword that shapes a type; see ``hasDemands``.
    var saysNothing: Bool {
        !hasOwnShape && reference == nil && allOf.isEmpty && !isNullable && discriminator == nil && !isReadOnly
            && !isWriteOnly
    }
}
