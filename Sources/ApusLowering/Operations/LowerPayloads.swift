import ApusModel
import ApusSchemas
import ApusSource
import ApusSpec

/// Request and response bodies with their content types.
extension Lowerer {
    /// A payload for each type: for a response, content types with one type are one payload, see ``joinReceived(_:)``;
    /// for a request, equivalent names of one format are.
    func lowerPayloads(_ content: [MediaType], isReceived: Bool, at site: Site) -> [Payload] {
        let content = findCodable(findTypes(in: content), isReceived: isReceived)
        let sites = findSites(of: content, at: site)
        let payloads = zip(content, sites).map {
            lowerPayload($0, isReceived: isReceived, at: $1)
        }
        if let first = sites.first, first.id != site.id { renameTwins(payloads, of: first.id, to: site.name) }
        let unique = removeRepetitions(in: payloads)
        return nameCases(isReceived ? joinReceived(unique) : joinSent(unique, of: content))
    }

    private func lowerPayload(
        _ media: MediaType, isReceived: Bool, at site: Site
    ) -> Payload {
        var (name, coding) = findCoding(of: media, isReceived: isReceived)
        let type: TypeRef
        switch coding {
        case .stream, .bytes: type = .scalar(.data)
        case .text: type = lowerText(media, at: site)
        case .serverSentEvents, .wholeEvents, .jsonLines, .jsonSequence:
            let items = lowerItems(of: media, coding: coding, at: site)
            (coding, type) = (items.coding, items.type)
        case .json, .jsonOrXML, .form, .xml:
            let found = media.schema.map { lowerElement($0, at: site) }
            type = isReceived ? found ?? .json : media.schema.map { narrow(found ?? .json, to: $0) } ?? .json
        case .multipart:
            type =
                media.schema.map { lowerElement($0, at: site) }
                ?? media.itemSchema.map { .array(lowerElement($0, at: site.items)) } ?? .json
        }
        var payload = Payload(
            caseName: name, contentType: Lowerer.name(media.contentType, coding: coding, isReceived: isReceived),
            coding: coding, type: type, parts: lowerParts(of: media, coding: coding, at: site),
            terminator: coding.isStreamed ? media.extensions["x-apus-stream-end"]?.string : nil)
        if coding == .xml { payload.xml = xml.root(of: media, isReceived: isReceived) }
        return payload
    }

    /// By the media type, and by the schema where several codings are possible: bytes are streamed, a bare string is
    /// text, an object under `text/plain` is JSON.
    private func findCoding(of media: MediaType, isReceived: Bool) -> (name: String, coding: Payload.Coding) {
        let rule = ContentTypes.rule(for: media.contentType)
        let isOpen = ContentTypes.leavesFormatOpen(media.contentType)
        let mayBeBytes = rule.coding == .json || rule.coding == .text || rule.coding == .xml
        let isBytes = media.schema.map(describesBody) ?? (media.itemSchema == nil && isOpen)
        if isBytes && mayBeBytes || isOpen && media.schema.map(saysNothing) == true { return ("bytes", .stream) }
        guard let schema = media.schema else { return (rule.name, rule.coding) }
        switch rule.coding {
        case .json where ContentTypes.essence(of: media.contentType) != "application/*":
            return isOpen && xml.isPlainText(schema) ? ("text", .text) : (rule.name, .json)
        case .xml where xml.isPlainText(schema): return (rule.name, .text)
        case .text where isStructured(schema):
            let type = ContentTypes.essence(of: media.contentType)
            let isJSON = type == "text/plain" || !isReceived && ContentTypes.isYAML(type)
            return isJSON ? ("json", .json) : (rule.name, .text)
        default: return (rule.name, rule.coding)
        }
    }

    /// Text is a string, unless it is a value of another type that plain text can represent.
    private func lowerText(_ media: MediaType, at site: Site) -> TypeRef {
        let type = ContentTypes.essence(of: media.contentType)
        guard type == "text/plain", let schema = media.schema, !saysNothing(schema) else { return .scalar(.string) }
        if xml.isPlainText(schema), document.resolve(schema).format == nil, !schemas.isNullable(schema) {
            return .scalar(.string)
        }
        return lowerElement(schema, at: site)
    }

    /// The content type for `Accept`; in requests, a range that includes JSON or XML becomes that type.
    private static func name(_ contentType: String, coding: Payload.Coding, isReceived: Bool) -> String {
        guard ContentTypes.isRange(contentType) else { return contentType }
        if !isReceived, coding == .json { return "application/json" }
        if !isReceived, coding == .xml { return "application/xml" }
        let essence = ContentTypes.essence(of: contentType)
        return essence.isEmpty || essence == "*" ? "*/*" : contentType
    }

    /// The sites of the inline types of each content type: under its name if another content type has a different
    /// inline type.
    private func findSites(of content: [MediaType], at site: Site) -> [Site] {
        let inline = content.map { [$0.schema, $0.itemSchema].compactMap { $0 }.filter(mayDeclare).map(\.id) }
        guard Set(inline.flatMap { $0 }).count > 1 else { return content.map { _ in site } }
        let names = content.map { ContentTypes.rule(for: $0.contentType).name }
        let users = names.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        return zip(content, names).map { media, name in
            let isShared = users[name, default: 0] > 1
            let word = isShared ? ContentTypes.subtype(of: media.contentType) : name
            return site.child(word, name: "\(word) \(site.name)")
        }
    }

    /// Content types with one type share the name without the content type's.
    private func renameTwins(_ payloads: [Payload], of id: TypeID, to name: String) {
        guard let scope = scopes.indices.last, payloads.allSatisfy({ $0.type == .named(id) }) else { return }
        scopes[scope].rename(id, name)
    }

    /// Whether an inline schema becomes a new declaration.
    private func mayDeclare(_ schema: Schema) -> Bool {
        !schema.isPlainReference && !(schema.isPlainValue && schema.enumeration == nil && schema.types.count <= 1)
    }

    func describesBytes(_ schema: Schema) -> Bool {
        let resolved = document.resolve(schema)
        return resolved.types.first == .file || resolved.types.first == .string && resolved.format == "binary"
    }

    /// Keeps the first of payloads that one case could represent.
    private func removeRepetitions(in payloads: [Payload]) -> [Payload] {
        var seen: Set<SourceKey> = []
        return payloads.filter { seen.insert(SourceKey(ContentTypes.essence(of: $0.contentType))).inserted }
    }

    /// `json`, `form` …; two of one kind are distinguished by their subtypes.
    private func nameCases(_ payloads: [Payload]) -> [Payload] {
        guard payloads.count > 1 else { return payloads }
        var scope = NameScope(reserved: ReservedNames.responseCases)
        let users = payloads.reduce(into: [:]) { $0[$1.caseName, default: 0] += 1 }
        return payloads.map { payload in
            var payload = payload
            let subtype = ContentTypes.subtype(of: payload.contentType)
            let isShared = users[payload.caseName, default: 0] > 1
            let name = isShared ? Identifiers.member(subtype, fallback: payload.caseName) : payload.caseName
            payload.caseName = Keywords.escape(scope.claim(name, fallbacks: [name + "Value"]))
            return payload
        }
    }
}

// Properties of a schema as a whole body.
extension Lowerer {
    /// Bytes: also a string with a media type that is not encoded as text (OpenAPI 3.1, "Considerations for File
    /// Uploads").
    private func describesBody(_ schema: Schema) -> Bool {
        if describesBytes(schema) { return true }
        let resolved = document.resolve(schema)
        guard resolved.types.first == .string, resolved.content.encoding == nil, let type = resolved.content.mediaType
        else { return false }
        return ContentTypes.rule(for: type).coding == .stream
    }

    /// Any value: a response may have any format too.
    private func saysNothing(_ schema: Schema) -> Bool {
        let resolved = document.resolve(schema)
        return resolved.saysNothing && !resolved.hasDemands && resolved.boolean == nil
    }

    func isStructured(_ schema: Schema) -> Bool {
        let flat = schemas.flatten(schema)
        return flat.inferredType == .object || flat.inferredType == .array
    }
}
