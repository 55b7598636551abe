import ApusSource

extension ReadingContext {
    func readRequestBody(_ item: Place) -> RequestBody? {
        guard let followed = follow(item), expectObject(followed.place, name: "requestBody") else { return nil }
        let place = followed.place
        if isSchema(place, insteadOf: .requestBody) {
            let schema = readMisplacedSchema(place, from: item, insteadOf: .requestBody)
            let media = MediaType(contentType: "application/json", schema: schema, mark: item.mark)
            return RequestBody(isRequired: false, content: [media], mark: item.mark)
        }
        let known =
            requestBodies[place.id]
            ?? {
                let read = readRequestBodyObject(place)
                requestBodies.updateValue(read, forKey: place.id)
                return read
            }()
        guard var body = known else { return nil }
        body.sharedName = followed.name
        body.documentation = followed.documentation ?? body.documentation
        return body
    }

    private func readRequestBodyObject(_ place: Place) -> RequestBody? {
        reportUnknownKeywords(in: place, of: .requestBody)
        var body = RequestBody(
            isRequired: flag("required", in: place) ?? false, content: readContent(in: place), mark: place.mark)
        body.isOptional = flag("required", in: place) == false
        body.documentation = text("description", in: place)
        body.extensions = extensions(of: place)
        return body
    }

    /// The media types under `content`.
    func readContent(in place: Place) -> [MediaType] {
        entries("content", in: place).compactMap(readMediaType)
    }

    private func readMediaType(_ member: Member) -> MediaType? {
        guard let place = follow(member.place)?.place, expectObject(place, name: "content") else { return nil }
        if isSchema(place, insteadOf: .mediaType) {
            let schema = readMisplacedSchema(place, from: member.place, insteadOf: .mediaType)
            let type = ContentType.isWellFormed(member.key) ? member.key : "application/json"
            var media = MediaType(contentType: type, schema: schema, mark: member.entry.keyMark)
            media.pointer = member.pointer
            return media
        }
        reportUnknownKeywords(in: place, of: .mediaType)
        if !ContentType.isWellFormed(member.key) {
            report(.malformedMediaType(member))
        } else if let meant = ContentType.findMeant(member.key) {
            report(.misspelledMediaType(member, meant: meant))
        }
        var media = MediaType(
            contentType: member.key, schema: place.member("schema").map { readSchema($0.place) },
            mark: member.entry.keyMark)
        media.pointer = member.pointer
        media.itemSchema = place.member("itemSchema").map { readSchema($0.place) }
        media.encodings = entries("encoding", in: place).compactMap(readEncoding)
        media.prefixEncodings = items("prefixEncoding", in: place).map { readEncoding("", at: $0) }
        media.itemEncoding = place.member("itemEncoding").map { readEncoding("", at: $0.place) }
        media.examples = readExamples(in: place)
        media.extensions = extensions(of: place)
        return media
    }

    private func readEncoding(_ member: Member) -> Encoding? {
        object(member).map { readEncoding(member.key, at: $0) }
    }

    private func readEncoding(_ property: String, at place: Place) -> Encoding {
        reportUnknownKeywords(in: place, of: .encoding)
        var encoding = Encoding(property: property)
        encoding.contentType = text("contentType", in: place)
        encoding.goesByItem = place.dialect.version >= .openAPI32
        encoding.headers = entries("headers", in: place).compactMap(readHeader)
        encoding.style = text("style", in: place).flatMap(ParameterStyle.init(rawValue:))
        encoding.explode = flag("explode", in: place)
        encoding.allowsReserved = flag("allowReserved", in: place) ?? false
        return encoding
    }

    /// `examples` and `example`, of parameters, headers and media types.
    func readExamples(in place: Place) -> [Example] {
        if let single = place.member("example"), let others = place.member("examples") {
            report(.exampleBesideExamples(single, others))
        }
        var examples = entries("examples", in: place).compactMap(readExample)
        if let single = place.node.mapping?.entry("example") {
            examples.insert(Example(name: nil, value: single.value), at: 0)
        }
        return examples
    }

    private func readExample(_ member: Member) -> Example? {
        guard let followed = follow(member.place) else { return nil }
        guard let mapping = followed.place.node.mapping else {
            return Example(name: member.key, value: followed.place.node)
        }
        reportUnknownKeywords(in: followed.place, of: .example)
        var example = Example(
            name: member.key, value: mapping["value"] ?? mapping["dataValue"] ?? mapping["serializedValue"])
        example.summary = followed.summary ?? text("summary", in: followed.place)
        example.externalValue = text("externalValue", in: followed.place)
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
