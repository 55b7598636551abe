import ApusSource

extension ReadingContext {
    /// Security schemes are read first, because operations are checked against them; schemas last, because references
    /// to them are collected before.
    func readDocument() -> Document {
        let place = root.place
        reportUnknownKeywords(in: place, of: .document)
        var document = Document(version: root.dialect.version, info: readInfo(in: place), root: root.file)
        document.extensions = extensions(of: place)
        document.tags = items("tags", in: place).compactMap(readTag)
        tagNames = Set(document.tags.map(\.name))
        document.externalDocs = place.member("externalDocs").flatMap { readExternalDocs($0.place) }
        if root.dialect.version == .swagger2 {
            readSwagger(place, into: &document)
        } else {
            readOpenAPI(place, into: &document)
        }
        dropRepeatedOperationIDs(in: &document.paths)
        readPendingSchemas()
        document.schemas = schemas
        return document
    }

    private func readOpenAPI(_ place: Place, into document: inout Document) {
        let components = place.member("components").map(maps) ?? []
        for part in components { reportUnknownKeywords(in: part, of: .components) }
        document.servers = items("servers", in: place).compactMap(readServer)
        document.securitySchemes = readSecuritySchemes("securitySchemes", in: components)
        document.security = place.member("security").map(readSecurity)
        document.namedSchemas = components.flatMap { readNamedSchemas("schemas", in: $0) }
        let inherited = InheritedParts(security: document.security)
        document.paths = readPaths(in: place, inherited: inherited)
        let webhooks = place.member("webhooks") ?? place.member("x-webhooks")
        let events = webhooks.map(entries) ?? []
        document.webhooks = events.compactMap { readPathItem($0, use: .webhook, inherited: inherited) }
        components.forEach(readUnusedComponents)
    }

    /// `x-ms-paths` contains the paths of one vendor's tools that differ in their query only.
    func readPaths(in place: Place, inherited: InheritedParts) -> [PathItem] {
        ["paths", "x-ms-paths"].flatMap { key in
            (place.member(key).map(pathEntries) ?? []).flatMap { readPath($0, inherited: inherited) }
        }
    }

    func readNamedSchemas(_ key: String, in place: Place) -> [NamedSchema] {
        (place.member(key).map(maps) ?? []).flatMap { place in
            (place.node.mapping?.entries ?? []).compactMap { entry in
                if entry.key.hasPrefix("x-"), entry.value.mapping == nil, entry.value.boolean == nil { return nil }
                return NamedSchema(name: entry.key, schema: readSchema(Member(entry: entry, owner: place).place))
            }
        }
    }

    /// Components without references are read for their diagnostics only.
    private func readUnusedComponents(_ components: Place) {
        for member in entries("parameters", in: components) { _ = readParameter(member.place) }
        for member in entries("requestBodies", in: components) { _ = readRequestBody(member.place) }
        for member in entries("responses", in: components) { _ = readResponse(member.place, status: .otherwise) }
        for member in entries("headers", in: components) { _ = readHeader(member) }
    }
}
