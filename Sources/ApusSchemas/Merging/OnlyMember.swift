public import ApusSpec

extension FlatSchemas {
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

    /// The flat keywords that apply beside the only member, which does not have them; nil without such a member.
    public func findKeywords(besideOnlyMemberOf schema: Schema) -> FlatSchema? {
        guard findOnlyMember(of: schema) != nil else { return nil }
        var parts = SchemaParts(copying: schema)
        parts.id = derived.id(.around, of: schema.id)
        parts.allOf = schema.allOf.filter { $0.saysNothing && $0.hasDemands }
        return merge(Schema(parts))
    }

    /// `Cat: {allOf: [{$ref: Pet}]}` is a kind of pet where a discriminator distinguishes them or pets list it, and not
    /// an alias for all of them.
    private func extends(_ schema: Schema, _ base: Schema) -> Bool {
        let base = document.resolve(base).id
        if inheritance.families[base]?.contains(schema.id) == true { return true }
        return inheritance.extenders.contains(schema.id) && inheritance.children[base] != nil
    }
}

extension Schema {
    /// An integer is also a number (JSON Schema 2020-12, section 6.1.1).
    fileprivate func admits(_ type: SchemaType) -> Bool {
        types.contains(type) || type == .integer && types.contains(.number)
    }

    /// `{type: object}` next to members that are objects anyway.
    fileprivate func onlyRepeatsType(of owner: Schema) -> Bool {
        !types.isEmpty && !hasShapeBeyondType && reference == nil && allOf.isEmpty && owner.allOf.count > 1
    }
}
