import ApusModel
import ApusSchemas
import ApusSpec

extension Lowerer {
    func lowerArray(_ schema: FlatSchema, at site: Site) -> TypeRef {
        guard let items = schema.array.items else { return .array(.json) }
        return .array(lowerElement(items, at: site.items))
    }

    /// `prefixItems`: a struct with `item0`, `item1` … coded as an array.
    func lowerTuple(_ schema: FlatSchema, at site: Site) -> TypeRef {
        let outer = running.updateValue(site.id, forKey: schema.id)
        defer { running[schema.id] = outer }
        let count = max(0, min(schema.limits.minItems ?? 0, schema.array.prefixItems.count))
        let (parts, nested) = collectNested {
            let items = schema.array.prefixItems.enumerated().map { index, item in
                let type = lowerElement(item, at: site.child("item\(index)", name: "Item\(index)"))
                // An optional position distinguishes absent from null, like a member.
                if index >= count, case .optional(let wrapped) = type { return TypeRef.tristate(wrapped) }
                return type
            }
            return (items, lowerRest(of: schema, at: site))
        }
        let header = makeHeader(for: schema.keywords, at: site, nested: nested)
        var decl = TupleDecl(header: header, items: parts.0, requiredCount: count, rest: parts.1)
        let name = schema.xml?.name ?? site.name
        decl.xml = schema.array.prefixItems.compactMap { xml.node(of: $0, named: name) }
        decl.restXML = (schema.array.items ?? schema.array.unevaluatedItems).flatMap { xml.node(of: $0, named: name) }
        decl.constraints = constraintWriter.makeOwnConstraints(of: schema)
        return declare(.tuple(decl), at: site)
    }

    /// The elements after the prefix: any value, unless `items` restricts them.
    private func lowerRest(of schema: FlatSchema, at site: Site) -> TypeRef? {
        if schema.array.allowsNoFurtherItems { return nil }
        guard let items = schema.array.items ?? schema.array.unevaluatedItems else { return .json }
        return lowerElement(items, at: site.child("rest", name: "Rest"))
    }
}
