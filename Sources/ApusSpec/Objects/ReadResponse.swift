import ApusSource

extension ReadingContext {
    func readResponses(_ member: Member, of inherited: InheritedParts) -> [Response] {
        guard let location = object(member) else { return [] }
        return responseEntries(location).compactMap { entry in
            guard let status = readStatus(entry) else { return nil }
            return readResponse(entry.location, status: status, produces: inherited.produces)
        }
    }

    private func readStatus(_ entry: Member) -> ResponseStatus? {
        if let status = ResponseStatus(key: entry.key) { return status }
        let word = PathTemplate.trim(entry.key).lowercased()
        guard let status = ResponseStatus(key: word) else {
            report(.invalidStatus(entry))
            return nil
        }
        report(.otherSpelling(entry.key, of: word, at: entry.entry.keyMark, pointer: entry.pointer))
        return status
    }

    func readResponse(_ item: NodeLocation, status: ResponseStatus, produces: [String] = []) -> Response? {
        guard let followed = follow(item), expectObject(followed.location, name: "responses") else { return nil }
        let location = followed.location
        if isSchema(location, insteadOf: .response) {
            let schema = readMisplacedSchema(location, from: item, insteadOf: .response)
            let types = produces.isEmpty ? ["application/json"] : produces
            var response = Response(status: status, mark: item.mark)
            response.content = types.map { MediaType(contentType: $0, schema: schema, mark: item.mark) }
            return response
        }
        // A response of Swagger 2.0 depends on the operation's `produces`, so it is not cached.
        let isSwagger = location.dialect.version == .swagger2
        var response =
            (isSwagger ? nil : responses[location.id])
            ?? {
                let read = isSwagger ? readSwaggerResponse(location, produces: produces) : readResponseObject(location)
                responses[location.id] = read
                return read
            }()
        response.status = status
        response.sharedName = followed.name
        response.documentation = followed.documentation ?? response.documentation
        return response
    }

    private func readResponseObject(_ location: NodeLocation) -> Response {
        var response = Response(status: .otherwise, mark: location.mark)
        response.summary = text("summary", in: location)
        response.documentation = text("description", in: location)
        response.headers = entries("headers", in: location).compactMap(readHeader)
        response.content = readContent(in: location)
        let old = location.member("schema")
        if let old, response.content.isEmpty {
            report(.foreignKeyword(old, name: "`schema` of a response"))
            let media = MediaType(
                contentType: "application/json", schema: readSchema(old.location), mark: old.node.mark)
            response.content = [media]
        }
        reportUnknownKeywords(in: location, of: .response, excluding: old == nil ? [] : ["schema"])
        response.links = entries("links", in: location).compactMap(readLink)
        response.extensions = extensions(of: location)
        return response
    }

    func readHeader(_ member: Member) -> Header? {
        guard let followed = follow(member.location), expectObject(followed.location, name: "headers") else {
            return nil
        }
        let location = followed.location
        let known =
            headers[location.id]
            ?? {
                let read = enter(location) { readHeaderObject(location, name: member.key) }
                headers.updateValue(read, forKey: location.id)
                return read
            }()
        guard var header = known else { return nil }
        header.name = member.key
        header.sharedName = followed.name
        return header
    }

    private func readHeaderObject(_ location: NodeLocation, name: String) -> Header? {
        var header = Header(name: name, isRequired: false, explode: false, mark: location.mark)
        header.documentation = text("description", in: location)
        guard location.dialect.version != .swagger2 else {
            header.schema = readSchema(location, as: .swaggerParameter)
            header.style = readCollectionFormat(in: location).style(in: .header)
            return header
        }
        header.isRequired = flag("required", in: location) ?? false
        header.isDeprecated = flag("deprecated", in: location) ?? false
        header.explode = flag("explode", in: location) ?? false
        header.schema = location.member("schema").map { readSchema($0.location) }
        header.content = readContent(in: location).first
        guard header.schema == nil, header.content == nil, let type = location.member("type") else {
            reportUnknownKeywords(in: location, of: .header)
            return header
        }
        report(.foreignKeyword(type, name: "`type` of a header"))
        header.schema = readSchema(location, as: .swaggerParameter)
        reportUnknownKeywords(in: location, of: .header, excluding: Set(SchemaRule.byKeyword.keys))
        return header
    }

    private func readLink(_ member: Member) -> Link? {
        guard let location = follow(member.location)?.location, expectObject(location, name: "links") else {
            return nil
        }
        reportUnknownKeywords(in: location, of: .link)
        var link = Link(name: member.key)
        link.operationID = text("operationId", in: location)
        link.operationReference = text("operationRef", in: location)
        link.documentation = text("description", in: location)
        return link
    }
}

extension ResponseStatus {
    /// `404`, `4XX` or `default`.
    init?(key: String) {
        if key == "default" {
            self = .otherwise
        } else if let code = Int(key), (100...999).contains(code) {
            self = .code(code)
        } else if key.utf8.count == 3, key.uppercased().hasSuffix("XX"), let first = key.first?.wholeNumberValue,
            (1...9).contains(first)
        {
            self = .range(first)
        } else {
            return nil
        }
    }
}

extension Diagnostic {
    fileprivate static func invalidStatus(_ member: Member) -> Diagnostic {
        Diagnostic(
            id: "invalid-status", severity: .warning, message: "\"\(member.key)\" is not a status of a response",
            mark: member.entry.keyMark, pointer: member.pointer,
            hint: "Apus leaves the response out; possible are codes such as 404, ranges such as 4XX, and default")
    }
}
