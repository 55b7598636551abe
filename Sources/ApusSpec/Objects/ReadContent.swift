import ApusSource

extension ReadingContext {
    func readRequestBody(_ item: NodeLocation) -> RequestBody? {
        guard let followed = follow(item), expectObject(followed.location, name: "requestBody") else { return nil }
        let location = followed.location
        if isSchema(location, insteadOf: .requestBody) {
            let schema = readMisplacedSchema(location, from: item, insteadOf: .requestBody)
            let media = MediaType(contentType: "application/json", schema: schema, mark: item.mark)
            return RequestBody(isRequired: false, content: [media], mark: item.mark)
        }
        let known =
            requestBodies[location.id]
            ?? {
                let read = readRequestBodyObject(location)
                requestBodies.updateValue(read, forKey: location.id)
                return read
            }()
        guard var body = known else { return nil }
        body.sharedName = followed.name
        body.documentation = followed.documentation ?? body.documentation
        return body
    }

    private func readRequestBodyObject(_ location: NodeLocation) -> RequestBody? {
        reportUnknownKeywords(in: location, of: .requestBody)
        var body = RequestBody(
            isRequired: flag("required", in: location) ?? false, content: readContent(in: location), mark: location.mark
        )
        body.isOptional = flag("required", in: location) == false
        body.documentation = text("description", in: location)
        body.extensions = extensions(of: location)
        return body
    }

    /// The media types under `content`.
    func readContent(in location: NodeLocation) -> [MediaType] {
        entries("content", in: location).compactMap(readMediaType)
    }

    private func readMediaType(_ member: Member) -> MediaType? {
        guard let location = follow(member.location)?.location, expectObject(location, name: "content") else {
            return nil
        }
        if isSchema(location, insteadOf: .mediaType) {
            let schema = readMisplacedSchema(location, from: member.location, insteadOf: .mediaType)
            let type = ContentType.isWellFormed(member.key) ? member.key : "application/json"
            var media = MediaType(contentType: type, schema: schema, mark: member.entry.keyMark)
            media.pointer = member.pointer
            return media
        }
        reportUnknownKeywords(in: location, of: .mediaType)
        if !ContentType.isWellFormed(member.key) {
            report(.malformedMediaType(member))
        } else if let meant = ContentType.findMeant(member.key) {
            report(.misspelledMediaType(member, meant: meant))
        }
        var media = MediaType(
            contentType: member.key, schema: location.member("schema").map { readSchema($0.location) },
            mark: member.entry.keyMark)
        media.pointer = member.pointer
        media.itemSchema = location.member("itemSchema").map { readSchema($0.location) }
        media.encodings = entries("encoding", in: location).compactMap(readEncoding)
        media.prefixEncodings = items("prefixEncoding", in: location).map { readEncoding("", at: $0) }
        media.itemEncoding = location.member("itemEncoding").map { readEncoding("", at: $0.location) }
        media.examples = readExamples(in: location)
        media.extensions = extensions(of: location)
        return media
    }

    private func readEncoding(_ member: Member) -> Encoding? {
        object(member).map { readEncoding(member.key, at: $0) }
    }

    private func readEncoding(_ property: String, at location: NodeLocation) -> Encoding {
        reportUnknownKeywords(in: location, of: .encoding)
        var encoding = Encoding(property: property)
        encoding.contentType = text("contentType", in: location)
        encoding.goesByItem = location.dialect.version >= .openAPI32
        encoding.headers = entries("headers", in: location).compactMap(readHeader)
        encoding.style = text("style", in: location).flatMap(ParameterStyle.init(rawValue:))
        encoding.explode = flag("explode", in: location)
        encoding.allowsReserved = flag("allowReserved", in: location) ?? false
        return encoding
    }

    /// `examples` and `example`, of parameters, headers and media types.
    func readExamples(in location: NodeLocation) -> [Example] {
        if let single = location.member("example"), let others = location.member("examples") {
            report(.exampleBesideExamples(single, others))
        }
        var examples = entries("examples", in: location).compactMap(readExample)
        if let single = location.node.mapping?.entry("example") {
            examples.insert(Example(name: nil, value: single.value), at: 0)
        }
        return examples
    }

    private func readExample(_ member: Member) -> Example? {
        guard let followed = follow(member.location) else { return nil }
        guard let mapping = followed.location.node.mapping else {
            return Example(name: member.key, value: followed.location.node)
        }
        reportUnknownKeywords(in: followed.location, of: .example)
        var example = Example(
            name: member.key, value: mapping["value"] ?? mapping["dataValue"] ?? mapping["serializedValue"])
        example.summary = followed.summary ?? text("summary", in: followed.location)
        example.externalValue = text("externalValue", in: followed.location)
        return example
    }
}

extension Diagnostic {
    fileprivate static func misspelledMediaType(_ member: Member, meant: String) -> Diagnostic {
        Diagnostic(
            id: "misspelled-media-type", severity: .warning, message: "nobody knows the media type \"\(member.key)\"",
            mark: member.entry.keyMark, pointer: member.pointer,
            hint: advise(meant, "Apus sends and expects it as it is written"))
    }

    static func malformedMediaType(_ member: Member) -> Diagnostic {
        Diagnostic(
            id: "malformed-media-type", severity: .warning, message: "\"\(member.key)\" is not a media type",
            mark: member.entry.keyMark, pointer: member.pointer,
            hint: "it is not asked for; write it as `type/subtype`")
    }
}
