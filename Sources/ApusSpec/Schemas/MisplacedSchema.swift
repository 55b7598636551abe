import ApusSource

/// A schema in place of its owner: of a response, a body or a media type.
extension ReadingContext {
    /// Whether a mapping has keywords of a schema and none of the expected object. Both have a `description` and
    /// examples.
    func isSchema(_ place: Place, insteadOf kind: ObjectKind) -> Bool {
        guard let mapping = place.node.mapping, !mapping.isEmpty else { return false }
        let own = kind.keywords(isSwagger: place.dialect.version == .swagger2).subtracting(Self.sharedKeywords)
        if mapping.entries.contains(where: { own.contains($0.key) }) { return false }
        if place.pointer.hasPrefix(place.dialect.schemasPointer) { return true }
        if let type = mapping["type"]?.string, SchemaType(rawValue: type) != nil { return true }
        return mapping["properties"]?.mapping != nil
            || ["allOf", "oneOf", "anyOf", "enum"].contains { mapping[$0]?.sequence != nil }
    }

    private static let sharedKeywords: Set<String> = ["description", "summary", "example", "examples", "required"]

    /// - Parameter item: The location of the expected object: a reference to a component remains one.
    func readMisplacedSchema(_ place: Place, from item: Place, insteadOf kind: ObjectKind) -> Schema {
        report(.schemaInstead(item, of: kind.name))
        return readSchema(place.pointer.hasPrefix(place.dialect.schemasPointer) ? item : place)
    }
}

extension Diagnostic {
    fileprivate static func schemaInstead(_ place: Place, of name: String) -> Diagnostic {
        Diagnostic(
            id: "schema-instead", severity: .warning, message: "a schema is where \(name) belongs",
            mark: place.nameMark, pointer: place.pointer,
            hint: "Apus reads it as the schema of a body in JSON; write it under `content`, a media type and `schema`")
    }
}
