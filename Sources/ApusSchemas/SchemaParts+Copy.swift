import ApusSpec

extension SchemaParts {
    /// All properties of a flat schema, as mutable parts.
    init(copying flat: FlatSchema) {
        self.init(copying: flat.keywords)
    }

    /// All properties of a schema, as mutable parts.
    init(copying schema: Schema) {
        self.init(id: schema.id, mark: schema.mark)
        nameMark = schema.nameMark
        reference = schema.reference
        referenceText = schema.referenceText
        boolean = schema.boolean
        types = schema.types
        isNullable = schema.isNullable
        format = schema.format
        content = schema.content
        enumeration = schema.enumeration
        const = schema.const
        defaultValue = schema.defaultValue
        object = schema.object
        array = schema.array
        limits = schema.limits
        allOf = schema.allOf
        anyOf = schema.anyOf
        oneOf = schema.oneOf
        not = schema.not
        conditional = schema.conditional
        furtherConstraints = schema.furtherConstraints
        discriminator = schema.discriminator
        xml = schema.xml
        isReadOnly = schema.isReadOnly
        isWriteOnly = schema.isWriteOnly
        isDeprecated = schema.isDeprecated
        title = schema.title
        summary = schema.summary
        documentation = schema.documentation
        examples = schema.examples
        externalDocs = schema.externalDocs
        extensions = schema.extensions
        unknownKeywords = schema.unknownKeywords
    }
}
