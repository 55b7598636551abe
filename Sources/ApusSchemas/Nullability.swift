import ApusSource
public import ApusSpec

/// Whether a schema accepts null: declared in the schema, behind references, or in an alternative.
extension FlatSchemas {
    /// The maximum number of followed references; a longer chain to a null is ignored, and a cycle has no end.
    private static let nullDepth = 32

    public func isNullable(_ schema: Schema) -> Bool {
        var search = NullSearch()
        return isNullable(schema, remaining: Self.nullDepth, &search)
    }

    private func isNullable(_ schema: Schema, remaining: Int, _ search: inout NullSearch) -> Bool {
        if schema.isNullable { return true }
        if let values = schema.enumeration { return values.contains(where: \.isNull) }
        if let const = schema.const { return const.isNull }
        guard remaining > 0 else {
            search.isWhole = false
            return false
        }
        if let target = schema.reference, let next = document.schemas[target] {
            if let answer = nullability[target] { return answer }
            let answer = isNullable(next, remaining: remaining - 1, &search)
            if answer || search.isWhole || remaining == Self.nullDepth { nullability[target] = answer }
            return answer
        }
        if schema.allOf.isEmpty && schema.oneOf.isEmpty && schema.anyOf.isEmpty { return false }
        if let answer = search.known[schema.id] {
            search.isWhole = false
            return answer
        }
        search.known[schema.id] = false
        let answer = isNullableByMembers(schema, remaining: remaining - 1, &search)
        search.known[schema.id] = answer
        return answer
    }

    private func isNullableByMembers(_ schema: Schema, remaining: Int, _ search: inout NullSearch) -> Bool {
        guard schema.types.isEmpty else { return false }
        let members = schema.allOf.filter { !$0.saysNothing }
        if !members.isEmpty {
            for member in members where !isNullable(member, remaining: remaining, &search) { return false }
            return true
        }
        for alternative in schema.oneOf.isEmpty ? schema.anyOf : schema.oneOf
        where isNullable(alternative, remaining: remaining, &search) {
            return true
        }
        return false
    }
}

/// The state of one search for null.
private struct NullSearch {
    /// The results so far, so that schemas with many paths to them are examined once; false while one is open.
    var known: [SchemaID: Bool] = [:]
    /// Whether no result depends on an open one, or on the end of a chain that is too long.
    var isWhole = true
}
