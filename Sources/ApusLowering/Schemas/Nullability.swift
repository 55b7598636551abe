import ApusSource
import ApusSpec

/// Whether null is a value of a schema, wherever that is said: in the schema, behind references, in an alternative.
extension Lowerer {
    func isNullable(_ schema: Schema) -> Bool {
        isNullable(schema, remaining: 32)
    }

    /// `remaining` bounds references in circles; a longer way to a null is not worth following.
    private func isNullable(_ schema: Schema, remaining: Int) -> Bool {
        if schema.isNullable { return true }
        if let values = schema.enumeration { return values.contains(where: \.isNull) }
        if let const = schema.const { return const.isNull }
        guard remaining > 0 else { return false }
        if let target = schema.reference, let next = document.schemas[target] {
            return isNullable(next, remaining: remaining - 1)
        }
        let members = schema.allOf.filter { !$0.saysNothing }
        if !members.isEmpty, schema.types.isEmpty {
            return members.allSatisfy { isNullable($0, remaining: remaining - 1) }
        }
        guard schema.types.isEmpty else { return false }
        let alternatives = schema.oneOf.isEmpty ? schema.anyOf : schema.oneOf
        return alternatives.contains { isNullable($0, remaining: remaining - 1) }
    }
}

extension Schema {
    /// Words only: no keyword that shapes a type.
    var saysNothing: Bool {
        !hasOwnShape && reference == nil && allOf.isEmpty && !isNullable && discriminator == nil && !isReadOnly
            && !isWriteOnly
    }
}
