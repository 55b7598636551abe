import ApusModel
import ApusSource
import ApusSpec

/// `allOf`, and `$ref` with siblings that shape: one flat type of all members, or the one type that is meant.
extension Lowerer {
    func lowerAllOf(_ schema: Schema, at site: Site) -> TypeRef {
        if let only = findOnlyMember(of: schema) { return lower(only, at: site) }
        return lower(merge(schema), at: site)
    }

    /// The one member that shapes anything: `allOf: [{$ref: A}, {description: …}]` is A.
    private func findOnlyMember(of schema: Schema) -> Schema? {
        guard !schema.hasShapeBeyondType else { return nil }
        if schema.reference != nil { return nil }
        let members = schema.allOf.filter {
            !$0.saysNothing && !$0.isNullAlternative && !$0.onlyRepeatsType(of: schema)
        }
        guard members.count == 1, let only = members.first else { return nil }
        if only.reference == nil, !schema.types.isEmpty, only.types != schema.types { return nil }
        return only
    }
}

extension Schema {
    /// `{type: object}` beside members that are objects anyway.
    func onlyRepeatsType(of owner: Schema) -> Bool {
        !types.isEmpty && !hasShapeBeyondType && reference == nil && allOf.isEmpty && owner.allOf.count > 1
    }
}
