extension ReadingContext {
    /// A reference with constraints next to it applies together with them, like members of an `allOf` (JSON Schema
    /// 2020-12, section 8.2.3.1): `{$ref: A, maxLength: 3}` is read as `{allOf: [{$ref: A}], maxLength: 3}`, so that a
    /// reference has no constraints. Annotations next to it, such as `description`, `default` or `readOnly`, remain.
    func joinReference(of parts: inout SchemaParts) {
        guard parts.reference != nil, parts.demandsSomething else { return }
        let id = SchemaID(file: parts.id.file, pointer: parts.id.pointer + "/$ref")
        var inner = SchemaParts(id: id, mark: parts.mark)
        inner.nameMark = parts.nameMark
        (inner.reference, inner.referenceText) = (parts.reference, parts.referenceText)
        (parts.reference, parts.referenceText) = (nil, nil)
        let schema = Schema(inner)
        schemas[id] = schema
        parts.allOf.insert(schema, at: 0)
    }
}

extension SchemaParts {
    /// Whether any keyword could refuse a value. `nullable`, which 3.0 allows next to references, only adds one.
    fileprivate var demandsSomething: Bool {
        let hasValues = boolean != nil || !types.isEmpty || format != nil || enumeration != nil || const != nil
        let hasContent = content.encoding != nil || content.mediaType != nil || content.schema != nil
        let hasSchemas = !allOf.isEmpty || !anyOf.isEmpty || !oneOf.isEmpty || not != nil || conditional != nil
        return hasValues || hasContent || hasSchemas || discriminator != nil || object.saysSomething
            || array.saysSomething || !limits.isEmpty
    }
}

extension ObjectKeywords {
    fileprivate var saysSomething: Bool {
        !properties.isEmpty || !required.isEmpty || additionalProperties != nil || !patternProperties.isEmpty
            || propertyNames != nil || unevaluatedProperties != nil || !dependentRequired.isEmpty
            || !dependentSchemas.isEmpty
    }
}

extension ArrayKeywords {
    fileprivate var saysSomething: Bool {
        items != nil || allowsNoFurtherItems || !prefixItems.isEmpty || contains != nil || unevaluatedItems != nil
    }
}
