import ApusSchemas
import ApusSpec

/// The alternatives of unions, with nested unions expanded.
final class UnionLeaves {
    private let schemas: FlatSchemas
    /// Components whose types are from elsewhere.
    private let configured: Set<String>
    /// Results of ``find(of:)``.
    private var known: [SchemaID: [FlatSchema]?] = [:]

    /// Alternatives of nested unions that are examined to distinguish one union from its siblings.
    private static let limit = 256
    /// All of these for one union; alternatives beyond accept any value.
    static let total = 2_000

    /// - Parameter types: As ``LoweringOptions/types``.
    init(_ schemas: FlatSchemas, types: [String: String]) {
        self.schemas = schemas
        configured = Set(types.lazy.filter { !$0.value.isEmpty }.map(\.key))
    }

    func hasConfiguredType(_ flat: FlatSchema) -> Bool {
        schemas.names[flat.id].map(configured.contains) == true
    }

    /// Listed values, and types from elsewhere, are more specific than alternatives.
    func isUnion(_ flat: FlatSchema) -> Bool {
        (flat.hasAlternatives || flat.types.count > 1) && flat.const == nil && flat.enumeration?.isEmpty != false
            && !hasConfiguredType(flat)
    }

    /// The alternatives of a union with nested unions expanded, each once, whatever the number of paths to it; nil
    /// beyond the limit. Null is not included.
    func find(of schema: FlatSchema) -> [FlatSchema]? {
        if let leaves = known[schema.id] { return leaves }
        let leaves = collect(of: schema)
        known[schema.id] = .some(leaves)
        return leaves
    }

    private func collect(of schema: FlatSchema) -> [FlatSchema]? {
        var leaves: [FlatSchema] = []
        var seen: Set<SchemaID> = [schema.id]
        var open = [schema]
        while let next = open.popLast() {
            guard seen.count < Self.limit else { return nil }
            guard isUnion(next) else {
                if !next.isNullAlternative { leaves.append(next) }
                continue
            }
            let alternatives = findAlternatives(of: next)
            guard alternatives.count < Self.limit else { return nil }
            for one in alternatives.reversed() where seen.insert(schemas.end(of: one)).inserted {
                open.append(schemas.flatten(one))
            }
        }
        return leaves
    }

    private func findAlternatives(of union: FlatSchema) -> [Schema] {
        if !union.hasAlternatives { return schemas.splitTypes(of: union).map(\.keywords) }
        return union.oneOfOnlyDemands ? union.anyOf : union.oneOf
    }
}
