import ApusSource

extension ReadingContext {
    /// Security schemes are read first, because operations are checked against them; schemas last, because references
    /// to them are collected before.
    func readDocument() -> Document {
        let location = root.location
        reportUnknownKeywords(in: location, of: .document)
        var document = Document(version: root.dialect.version, info: readInfo(in: location), root: root.file)
        document.extensions = extensions(of: location)
        document.tags = items("tags", in: location).compactMap(readTag)
        tagNames = Set(document.tags.map(\.name))
        document.externalDocs = location.member("externalDocs").flatMap { readExternalDocs($0.location) }
        if root.dialect.version == .swagger2 {
            readSwagger(location, into: &document)
        } else {
            readOpenAPI(location, into: &document)
        }
        dropRepeatedOperationIDs(in: &document.paths)
        readPendingSchemas()
        document.schemas = schemas
        return document
    }

    private func readOpenAPI(_ location: NodeLocation, into document: inout Document) {
        let components = location.member("components").map(maps) ?? []
        for part in components { reportUnknownKeywords(in: part, of: .components) }
        document.servers = items("servers", in: location).compactMap(readServer)
        document.securitySchemes = readSecuritySchemes("securitySchemes", in: components)
        document.security = location.member("security").map(readSecurity)
        document.namedSchemas = components.flatMap { readNamedSchemas("schemas", in: $0) }
        let inherited = InheritedParts(security: document.security)
        document.paths = readPaths(in: location, inherited: inherited)
        let webhooks = location.member("webhooks") ?? location.member("x-webhooks")
        let events = webhooks.map(entries) ?? []
        document.webhooks = events.compactMap { readPathItem($0, use: .webhook, inherited: inherited) }
        components.forEach(readUnusedComponents)
    }

    /// `x-ms-paths` contains the paths of one vendor's tools that differ in their query only.
    func readPaths(in location: NodeLocation, inherited: InheritedParts) -> [PathItem] {
        ["paths", "x-ms-paths"].flatMap { key in
            (location.member(key).map(pathEntries) ?? []).flatMap { readPath($0, inherited: inherited) }
        }
    }

    func readNamedSchemas(_ key: String, in location: NodeLocation) -> [NamedSchema] {
        (location.member(key).map(maps) ?? []).flatMap { location in
            (location.node.mapping?.entries ?? []).compactMap { entry in
                if entry.key.hasPrefix("x-"), entry.value.mapping == nil, entry.value.boolean == nil { return nil }
                return NamedSchema(name: entry.key, schema: readSchema(Member(entry: entry, owner: location).location))
            }
        }
    }

    /// Components without references are read for their diagnostics only.
    private func readUnusedComponents(_ components: NodeLocation) {
        for member in entries("parameters", in: components) { _ = readParameter(member.location) }
        for member in entries("requestBodies", in: components) { _ = readRequestBody(member.location) }
        for member in entries("responses", in: components) { _ = readResponse(member.location, status: .otherwise) }
        for member in entries("headers", in: components) { _ = readHeader(member) }
    }
}
