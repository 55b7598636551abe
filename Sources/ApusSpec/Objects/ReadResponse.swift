import ApusSource

extension ReadingContext {
    func readResponses(_ member: Member, of inherited: InheritedParts) -> [Response] {
        guard let place = object(member) else { return [] }
        return responseEntries(place).compactMap { entry in
            guard let status = readStatus(entry) else { return nil }
            return readResponse(entry.place, status: status, produces: inherited.produces)
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

    func readResponse(_ item: Place, status: ResponseStatus, produces: [String] = []) -> Response? {
        guard let followed = follow(item), expectObject(followed.place, name: "responses") else { return nil }
        let place = followed.place
        if isSchema(place, insteadOf: .response) {
            let schema = readMisplacedSchema(place, from: item, insteadOf: .response)
            let types = produces.isEmpty ? ["application/json"] : produces
            var response = Response(status: status, mark: item.mark)
            response.content = types.map { MediaType(contentType: $0, schema: schema, mark: item.mark) }
            return response
        }
        // A response of Swagger 2.0 depends on the operation's `produces`, so it is not cached.
        let isSwagger = place.dialect.version == .swagger2
        var response =
            (isSwagger ? nil : responses[place.id])
            ?? {
                let read = isSwagger ? readSwaggerResponse(place, produces: produces) : readResponseObject(place)
                responses[place.id] = read
                return read
            }()
        response.status = status
        response.sharedName = followed.name
        response.documentation = followed.documentation ?? response.documentation
        return response
    }

    private func readResponseObject(_ place: Place) -> Response {
        var response = Response(status: .otherwise, mark: place.mark)
        response.summary = text("summary", in: place)
        response.documentation = text("description", in: place)
        response.headers = entries("headers", in: place).compactMap(readHeader)
        response.content = readContent(in: place)
        let old = place.member("schema")
        if let old, response.content.isEmpty {
            report(.foreignKeyword(old, name: "`schema` of a response"))
            let media = MediaType(contentType: "application/json", schema: readSchema(old.place), mark: old.node.mark)
            response.content = [media]
        }
        reportUnknownKeywords(in: place, of: .response, besides: old == nil ? [] : ["schema"])
        response.links = entries("links", in: place).compactMap(readLink)
        response.extensions = extensions(of: place)
        return response
    }

    func readHeader(_ member: Member) -> Header? {
        guard let followed = follow(member.place), expectObject(followed.place, name: "headers") else { return nil }
        let place = followed.place
        let known =
            headers[place.id]
            ?? {
                let read = enter(place) { readHeaderObject(place, name: member.key) }
                headers.updateValue(read, forKey: place.id)
                return read
            }()
        guard var header = known else { return nil }
        header.name = member.key
        header.sharedName = followed.name
        return header
    }

    private func readHeaderObject(_ place: Place, name: String) -> Header? {
        var header = Header(name: name, isRequired: false, explode: false, mark: place.mark)
        header.documentation = text("description", in: place)
        guard place.dialect.version != .swagger2 else {
            header.schema = readSchema(place, as: .swaggerParameter)
            header.style = readCollectionFormat(in: place).style(in: .header)
            return header
        }
        header.isRequired = flag("required", in: place) ?? false
        header.isDeprecated = flag("deprecated", in: place) ?? false
        header.explode = flag("explode", in: place) ?? false
        header.schema = place.member("schema").map { readSchema($0.place) }
        header.content = readContent(in: place).first
        guard header.schema == nil, header.content == nil, let type = place.member("type") else {
            reportUnknownKeywords(in: place, of: .header)
            return header
        }
        report(.foreignKeyword(type, name: "`type` of a header"))
        header.schema = readSchema(place, as: .swaggerParameter)
        reportUnknownKeywords(in: place, of: .header, besides: Set(SchemaRule.byKeyword.keys))
        return header
    }

    private func readLink(_ member: Member) -> Link? {
        guard let place = follow(member.place)?.place, expectObject(place, name: "links") else { return nil }
        reportUnknownKeywords(in: place, of: .link)
        var link = Link(name: member.key)
        link.operationID = text("operationId", in: place)
        link.operationReference = text("operationRef", in: place)
        link.documentation = text("description", in: place)
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
