import ApusSource

/// A schema instead of its owner: of a response, a body or a media type.
extension ReadingContext {
    /// Whether a mapping has keywords of a schema and none of the expected object. Both have a `description` and
    /// examples.
    func isSchema(_ location: NodeLocation, insteadOf kind: ObjectKind) -> Bool {
        guard let mapping = location.node.mapping, !mapping.isEmpty else { return false }
        let own = kind.keywords(isSwagger: location.dialect.version == .swagger2).subtracting(Self.sharedKeywords)
        if mapping.entries.contains(where: { own.contains($0.key) }) { return false }
        if location.pointer.hasPrefix(location.dialect.schemasPointer) { return true }
        if let type = mapping["type"]?.string, SchemaType(rawValue: type) != nil { return true }
        return mapping["properties"]?.mapping != nil
            || ["allOf", "oneOf", "anyOf", "enum"].contains { mapping[$0]?.sequence != nil }
    }

    private static let sharedKeywords: Set<String> = ["description", "summary", "example", "examples", "required"]

    /// - Parameter item: The location of the expected object: a reference to a component remains one.
    func readMisplacedSchema(_ location: NodeLocation, from item: NodeLocation, insteadOf kind: ObjectKind) -> Schema {
        report(.schemaInstead(item, of: kind.name))
        return readSchema(location.pointer.hasPrefix(location.dialect.schemasPointer) ? item : location)
    }
}

extension Diagnostic {
    fileprivate static func schemaInstead(_ location: NodeLocation, of name: String) -> Diagnostic {
        Diagnostic(
            id: "schema-instead", severity: .warning, message: "a schema is where \(name) belongs",
            mark: location.nameMark, pointer: location.pointer,
            hint: "Apus reads it as the schema of a body in JSON; write it under `content`, a media type and `schema`")
    }
}
