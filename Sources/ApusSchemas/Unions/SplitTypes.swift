import ApusSpec

extension FlatSchemas {
    /// An alternative for each type of a schema with several types.
    public func splitTypes(of schema: FlatSchema) -> [FlatSchema] {
        schema.types.map { type in
            var parts = SchemaParts(copying: schema)
            parts.types = [type]
            parts.isNullable = false
            // Annotations belong to the union.
            (parts.title, parts.summary, parts.documentation) = (nil, nil, nil)
            (parts.examples, parts.externalDocs, parts.defaultValue) = ([], nil, nil)
            parts.limits = schema.limits.about(type)
            parts.id = derived.id(.only(type), of: schema.id)
            return FlatSchema(Schema(parts))
        }
    }
}
