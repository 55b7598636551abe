import ApusModel
import ApusSource
import ApusSpec

/// `allOf`, and `$ref` with siblings that affect the type: one flat type of all members, or the single type that they
/// refer to.
extension Lowerer {
    func lowerAllOf(_ schema: Schema, at site: Site) -> TypeRef {
        if let only = findOnlyMember(of: schema) { return lower(only, at: site) }
        return lower(merge(schema), at: site)
    }

    /// The only member that determines the type: `allOf: [{$ref: A}, {description: …}]` is A.
    func findOnlyMember(of schema: Schema) -> Schema? {
        guard !schema.hasShapeBeyondType else { return nil }
        if schema.reference != nil { return nil }
        let members = schema.allOf.filter {
            !$0.saysNothing && !$0.isNullAlternative && !$0.onlyRepeatsType(of: schema)
        }
        guard members.count == 1, let only = members.first, !extends(schema, only) else { return nil }
        if only.reference == nil, !schema.types.isEmpty, only.types != schema.types { return nil }
        let type = document.resolve(only).inferredType
        let isRefuted = schema.allOf.contains { other in
            !other.types.isEmpty && type.map { !other.admits($0) } == true
                || narrows(other, alternativesOf: document.resolve(only))
        }
        return isRefuted ? nil : only
    }

    /// `Cat: {allOf: [{$ref: Pet}]}` is a kind of pet where a discriminator distinguishes them or pets list it, and not
    /// an alias for all of them.
    private func extends(_ schema: Schema, _ base: Schema) -> Bool {
        let base = document.resolve(base).id
        if index.inheritance.families[base]?.contains(schema.id) == true { return true }
        return index.inheritance.extenders.contains(schema.id) && index.inheritance.children[base] != nil
    }
}

extension Schema {
    /// An integer is also a number (JSON Schema 2020-12, section 6.1.1).
    fileprivate func admits(_ type: SchemaType) -> Bool {
        types.contains(type) || type == .integer && types.contains(.number)
    }

    /// `{type: object}` next to members that are objects anyway.
    func onlyRepeatsType(of owner: Schema) -> Bool {
        !types.isEmpty && !hasShapeBeyondType && reference == nil && allOf.isEmpty && owner.allOf.count > 1
    }
}
