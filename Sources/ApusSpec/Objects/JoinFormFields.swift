import ApusSource

/// The form fields that parameters with `in: formData` describe.
struct FormFields {
    let schema: Schema
    let encodings: [Encoding]
    let hasFile: Bool
}

extension ReadingContext {
    /// Parameters with `in: formData` next to a `requestBody`, from frameworks that describe the files of a form
    /// separately from its other fields: they are members of the same form. nil where the body has a content type that
    /// is not a form.
    func join(_ fields: [NodeLocation], to body: RequestBody, of operation: NodeLocation) -> RequestBody? {
        guard !fields.isEmpty, body.content.allSatisfy({ ContentType.isForm($0.contentType) }) else { return nil }
        let form = readFormFields(fields, of: operation)
        var joined = body
        for index in joined.content.indices {
            joined.content[index].encodings += form.encodings
            if let schema = joined.content[index].schema {
                joined.content[index].schema = join(form.schema, to: schema, number: index, of: operation)
            } else {
                joined.content[index].schema = form.schema
            }
        }
        if form.hasFile { sendAsMultipart(&joined) }
        joined.isRequired = body.isRequired || !form.schema.object.required.isEmpty
        return joined
    }

    private func join(_ fields: Schema, to schema: Schema, number: Int, of operation: NodeLocation) -> Schema {
        // A location that no file has, like that of the fields.
        let id = SchemaID(file: operation.resource.file, pointer: operation.pointer + "/{form}/\(number)")
        var parts = SchemaParts(id: id, mark: schema.mark)
        parts.allOf = [schema, fields]
        let joined = Schema(parts)
        schemas[id] = joined
        return joined
    }

    /// URL-encoded forms cannot contain files.
    private func sendAsMultipart(_ body: inout RequestBody) {
        let multipart = body.content.filter { $0.contentType.hasPrefix("multipart/") }
        guard multipart.isEmpty else {
            body.content = multipart
            return
        }
        body.content = Array(body.content.prefix(1))
        for index in body.content.indices { body.content[index].contentType = "multipart/form-data" }
    }
}
