public import ApusSpec

/// The interpretation of a schema of the document.
public enum SchemaForm {
    /// It is another schema, and says nothing beside annotations.
    case reference(SchemaID)
    /// It is the only member of its `allOf` that determines a type.
    case member(Schema)
    /// Its own keywords, with those that it refers to.
    case flat(FlatSchema)
}

extension FlatSchemas {
    public func form(of schema: Schema) -> SchemaForm {
        if schema.reference == nil, schema.allOf.isEmpty { return .flat(FlatSchema(schema)) }
        if let target = schema.reference, schema.isPlainReference { return .reference(target) }
        if let only = findOnlyMember(of: schema) { return .member(only) }
        return .flat(merge(schema))
    }
}
