import ApusSource

extension Document {
    /// The document as indented text, one property per line, for people and goldens. The same document always gives the
    /// same text; absent members are omitted, so that an added or removed line is a change of meaning.
    public func dump() -> String {
        var writer = DumpWriter(root: root)
        writer.line("document \(version.rawValue) \(quote(info.title)) version \(quote(info.version))")
        writer.indent { writer in
            if let text = info.documentation { writer.line("doc \(quote(text))") }
            writer.section("servers", servers) { $0.write($1) }
            writer.section("tags", tags) { writer, tag in
                let words = [
                    tag.name, tag.parent.map { "in \($0)" }, (tag.summary ?? tag.documentation).map { quote($0) },
                ]
                writer.line(words.compactMap { $0 }.joined(separator: " "))
            }
            writer.section("security schemes", securitySchemes) { $0.write($1) }
            if let security { writer.line("security " + DumpWriter.describe(security)) }
            writer.section("paths", paths) { $0.write($1) }
            writer.section("webhooks", webhooks) { $0.write($1) }
            writer.section("schemas", namedSchemas) { $0.write($1.schema, label: $1.name) }
            writer.section("other schemas", findReferredSchemas()) { writer, schema in
                writer.write(schema, label: writer.name(schema.id))
            }
            writer.write(extensions)
        }
        return writer.text
    }

    /// Targets of references without a name in the document, by file and pointer.
    private func findReferredSchemas() -> [Schema] {
        let named = Set(namedSchemas.map(\.schema.id))
        let targets = Set(schemas.values.compactMap(\.reference)).subtracting(named)
        return targets.compactMap { schemas[$0] }.sorted { left, right in
            (left.id.file.index, left.id.pointer) < (right.id.file.index, right.id.pointer)
        }
    }
}
