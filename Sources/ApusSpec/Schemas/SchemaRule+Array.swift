import ApusSource

extension SchemaRule {
    static let arrayRules: [SchemaRule] = [
        SchemaRule("items") { $0.readItems($1, into: &$2) },
        SchemaRule("prefixItems", .since31) { $2.array.prefixItems = $0.readSchemas($1) },
        SchemaRule("additionalItems", .never) { $0.readAdditionalItems($1, into: &$2) },
        SchemaRule("contains", .since31) { $2.array.contains = $0.readSchema($1.place) },
        SchemaRule("unevaluatedItems", .since31) { $2.array.unevaluatedItems = $0.readSchema($1.place) },
    ]
}

extension ReadingContext {
    /// A schema, a boolean since 3.1, or the list of older JSON Schemas, which is now `prefixItems`.
    func readItems(_ member: Member, into parts: inout SchemaParts) {
        switch member.node.content {
        case .sequence:
            report(.foreignKeyword(member, name: "a list in `items`"))
            parts.array.prefixItems = readSchemas(member)
        case .boolean(let isAllowed):
            if isAllowed {
                parts.array.items = readSchema(member.place)
            } else {
                parts.array.allowsNoFurtherItems = true
            }
        default: parts.array.items = readSchema(member.place)
        }
    }

    /// Only has a meaning beside a list in `items`.
    func readAdditionalItems(_ member: Member, into parts: inout SchemaParts) {
        guard member.owner.node["items"]?.sequence != nil else { return }
        if member.node.boolean == false { parts.array.allowsNoFurtherItems = true }
        if member.node.mapping != nil { parts.array.items = readSchema(member.place) }
    }
}
