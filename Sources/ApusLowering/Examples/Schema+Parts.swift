import ApusSpec

extension Schema {
    /// The schemas inside this one, in no particular order, without the targets of references.
    var innerSchemas: [Schema] {
        var inner = allOf + anyOf + oneOf + array.prefixItems
        inner += [not, array.items, array.contains, array.unevaluatedItems, object.propertyNames].compactMap { $0 }
        inner += [conditional?.condition, conditional?.then, conditional?.otherwise].compactMap { $0 }
        inner += (object.properties + object.patternProperties + object.dependentSchemas).map(\.schema)
        for values in [object.additionalProperties, object.unevaluatedProperties] {
            if case .schema(let schema) = values { inner.append(schema) }
        }
        return inner
    }

    /// The schemas inside this one with their own types: those inside the branches of `allOf`, instead of the
    /// branches.
    func innerSchemas(beyondAllOf document: Document) -> [Schema] {
        let branches = Set(allOf.map(\.id))
        var inner = innerSchemas.filter { !branches.contains($0.id) }
        var waiting = allOf
        var seen: Set<SchemaID> = []
        while let next = waiting.popLast() {
            let branch = document.resolve(next)
            guard seen.insert(branch.id).inserted else { continue }
            let own = Set(branch.allOf.map(\.id))
            inner += branch.innerSchemas.filter { !own.contains($0.id) }
            waiting += branch.allOf
        }
        return inner
    }
}
