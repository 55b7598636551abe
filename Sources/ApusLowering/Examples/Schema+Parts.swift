import ApusSpec

extension Schema {
    /// The schemas that are written inside this one, in no particular order; a reference's target is not among them.
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
}
