import ApusSource

extension ReadingContext {
    /// `in: body` or the `in: formData` fields of an operation as one request body.
    func readSwaggerBody(_ list: ParameterList, consumes: [String], of operation: NodeLocation) -> RequestBody? {
        if let body = list.bodies.first {
            if let other = list.bodies.dropFirst().first ?? list.forms.first {
                report(.severalBodies(other, used: body.mark, word: "the first `in: body`"))
            }
            return readSwaggerBody(body, consumes: consumes)
        }
        return list.forms.isEmpty ? nil : readSwaggerForm(list.forms, consumes: consumes, of: operation)
    }

    private func readSwaggerBody(_ location: NodeLocation, consumes: [String]) -> RequestBody {
        let schema =
            location.member("schema").map { readSchema($0.location) } ?? readSchema(location, as: .swaggerParameter)
        let types = consumes.isEmpty ? ["application/json"] : consumes
        var body = RequestBody(
            isRequired: flag("required", in: location) ?? false,
            content: types.map { MediaType(contentType: $0, schema: schema, mark: location.mark) }, mark: location.mark)
        body.documentation = text("description", in: location)
        body.extensions = extensions(of: location)
        let examples = readSwaggerExamples(in: location)
        for index in body.content.indices {
            body.content[index].pointer = location.pointer
            body.content[index].examples = examples
        }
        return body
    }

    /// Files need `multipart/form-data`; without `consumes` the fields are sent URL-encoded (Swagger 2.0, "Parameter Object").
    private func readSwaggerForm(_ fields: [NodeLocation], consumes: [String], of operation: NodeLocation)
        -> RequestBody
    {
        let form = readFormFields(fields, of: operation)
        let forms = consumes.filter { $0.hasPrefix("multipart/") || $0.hasPrefix("application/x-www-form-urlencoded") }
        let types = form.hasFile ? forms.filter { $0.hasPrefix("multipart/") } : forms
        let fallback = form.hasFile ? "multipart/form-data" : "application/x-www-form-urlencoded"
        let content = (types.isEmpty ? [fallback] : types).map { type in
            var media = MediaType(contentType: type, schema: form.schema, mark: form.schema.mark)
            media.pointer = fields.first?.pointer ?? operation.pointer
            media.encodings = form.encodings
            return media
        }
        return RequestBody(isRequired: !form.schema.object.required.isEmpty, content: content, mark: form.schema.mark)
    }

    /// An object schema with a property for each field that is `in: formData`.
    func readFormFields(_ fields: [NodeLocation], of operation: NodeLocation) -> FormFields {
        // A location that no file has: the fields may be shared with other operations.
        let id = SchemaID(file: operation.resource.file, pointer: operation.pointer + "/{form}")
        var parts = SchemaParts(id: id, mark: fields.first?.mark ?? operation.mark)
        parts.types = [.object]
        var encodings: [Encoding] = []
        var hasFile = false
        for field in fields {
            guard let name = text("name", in: field) else { continue }
            let schema = readSwaggerSchema(of: field)
            parts.object.properties.append(.init(name: name, schema: schema, mark: field.mark))
            if flag("required", in: field) == true { parts.object.required.append(name) }
            hasFile = hasFile || schema.types == [.file] || schema.format == "binary"
            if schema.types == [.array] { encodings.append(makeEncoding(name, readCollectionFormat(in: field))) }
        }
        let schema = Schema(parts)
        schemas[id] = schema
        return FormFields(schema: schema, encodings: encodings, hasFile: hasFile)
    }

    private func makeEncoding(_ name: String, _ format: CollectionFormat) -> Encoding {
        var encoding = Encoding(property: name)
        encoding.style = format.style(in: .query)
        encoding.explode = format == .multi
        return encoding
    }

    /// `schema` for each content type of the operation's `produces`. `examples` are named by media type.
    func readSwaggerResponse(_ location: NodeLocation, produces: [String]) -> Response {
        reportUnknownKeywords(in: location, of: .response)
        var response = Response(status: .otherwise, mark: location.mark)
        response.documentation = text("description", in: location)
        response.headers = entries("headers", in: location).compactMap(readHeader)
        response.extensions = extensions(of: location)
        guard let member = location.member("schema") else { return response }
        let schema = readSchema(member.location)
        let isFile = schema.types == [.file]
        let types = produces.isEmpty ? [isFile ? "application/octet-stream" : "application/json"] : produces
        let examples = entries("examples", in: location)
        response.content = types.map { type in
            var media = MediaType(contentType: type, schema: schema, mark: member.node.mark)
            media.pointer = member.pointer
            media.examples = examples.filter { $0.key == type }.map { Example(name: nil, value: $0.node) }
            return media
        }
        return response
    }
}

extension Diagnostic {
    static func severalBodies(_ other: NodeLocation, used: SourceMark, word: String) -> Diagnostic {
        Diagnostic(
            id: "several-bodies", severity: .warning, message: "an operation has one body",
            mark: other.mark, pointer: other.pointer, hint: "Apus leaves this parameter out; \(word) is used",
            related: [Related(mark: used, message: "the body is here")])
    }
}
