import ApusSource

extension ReadingContext {
    /// Security schemes come first, because operations are checked against them; schemas last, because references to
    /// them are collected on the way.
    func readDocument() -> Document {
        let place = root.place
        reportUnknownKeywords(in: place, of: .document)
        var document = Document(version: root.dialect.version, info: readInfo(in: place), root: root.file)
        document.extensions = extensions(of: place)
        document.tags = items("tags", in: place).compactMap(readTag)
        document.externalDocs = place.member("externalDocs").flatMap { readExternalDocs($0.place) }
        if root.dialect.version == .swagger2 {
            readSwagger(place, into: &document)
        } else {
            readOpenAPI(place, into: &document)
        }
        readPendingSchemas()
        document.schemas = schemas
        return document
    }

    private func readOpenAPI(_ place: Place, into document: inout Document) {
        let components = object("components", in: place)
        if let components { reportUnknownKeywords(in: components, of: .components) }
        document.servers = items("servers", in: place).compactMap(readServer)
        document.securitySchemes = components.map { readSecuritySchemes("securitySchemes", in: $0) } ?? []
        document.security = place.member("security").map(readSecurity)
        document.namedSchemas = components.map { readNamedSchemas("schemas", in: $0) } ?? []
        let inherited = InheritedParts(security: document.security)
        document.paths = entries("paths", in: place).flatMap { readPath($0, inherited: inherited) }
        document.paths += entries("x-ms-paths", in: place).flatMap { readPath($0, inherited: inherited) }
        let webhooks = place.member("webhooks") ?? place.member("x-webhooks")
        let events = webhooks.flatMap(object)?.members.filter { !$0.isExtension } ?? []
        document.webhooks = events.compactMap { readPathItem($0, use: .webhook, inherited: inherited) }
        if let components { readUnusedComponents(components) }
    }

    func readNamedSchemas(_ key: String, in place: Place) -> [NamedSchema] {
        guard let place = object(key, in: place) else { return [] }
        return place.node.mapping?.entries.compactMap { entry in
            if entry.value.isNull { return nil }
            return NamedSchema(name: entry.key, schema: readSchema(Member(entry: entry, owner: place).place))
        } ?? []
    }

    /// Components that nothing refers to are read for their diagnostics only.
    private func readUnusedComponents(_ components: Place) {
        for member in entries("parameters", in: components) { _ = readParameter(member.place) }
        for member in entries("requestBodies", in: components) { _ = readRequestBody(member.place) }
        for member in entries("responses", in: components) { _ = readResponse(member.place, status: .otherwise) }
        for member in entries("headers", in: components) { _ = readHeader(member) }
    }
}
