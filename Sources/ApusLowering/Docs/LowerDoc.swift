import ApusModel
import ApusSchemas
import ApusSource
import ApusSpec

/// Documentation comments from the document's descriptions.
extension Lowerer {
    /// - Parameter valueSchema: The schema with the limits and the default: for a reference, its target.
    func makeDoc(for schema: Schema, valueSchema: FlatSchema? = nil) -> Doc {
        let valueSchema = valueSchema?.keywords ?? schema
        var doc = Lowerer.makeDoc(
            summary: schema.summary, documentation: schema.documentation,
            pointer: document.schemas[schema.id] == nil ? nil : schema.id.pointer)
        let standard = (schema.defaultValue ?? valueSchema.defaultValue).map(Lowerer.describe)
        doc.notes = LimitNotes.describe(valueSchema.limits, format: valueSchema.format, standard: standard)
        if let format = valueSchema.format, LimitNotes.namedFormats.contains(format) {
            doc.notes.append("Format: \(format).")
        }
        if let example = schema.examples.first ?? valueSchema.examples.first {
            doc.notes.append("Example: `\(Lowerer.shorten(CompactJSON.write(example)))`.")
        }
        if let address = schema.externalDocs?.url { doc.notes.append("See <\(address)>.") }
        return doc
    }

    func makeHeader(for schema: Schema, at site: Site, nested: [TypeDecl]) -> TypeHeader {
        var doc = makeDoc(for: schema)
        // The member of an inline type already documents its limits and its default.
        if !site.isTopLevel { doc.notes = [] }
        if doc.summary == nil, let title = schema.title, Words(title).words != Words(site.name).words {
            doc.summary = title
        }
        if site.isTopLevel, options.hasSourceComments { doc.pointer = pointer(to: schema) }
        origins.note(site.id, schema)
        if options.makesExamples { typeSchemas[site.id] = schema }
        let renamed = settings.name(of: site.path)
        if renamed != nil || extensionText(schema, "x-apus-name") != nil {
            origins.noteChosenName(of: site.id)
        }
        let name = renamed ?? NamingExtensions.name(.type, in: schema.extensions) ?? site.name
        let deprecation =
            schema.isDeprecated ? Deprecation(message: extensionText(schema, "x-deprecation-message")) : nil
        return TypeHeader(id: site.id, name: name, doc: doc, deprecation: deprecation, nested: nested)
    }

    /// The first paragraph is the summary, unless there is a separate summary.
    /// - Parameter pointer: The location of the whole text in the document, for a shortened comment.
    static func makeDoc(summary: String?, documentation: String?, pointer: String? = nil) -> Doc {
        let summary = clean(summary)
        guard let text = clean(documentation).map({ ProseLimit.cut($0, pointer: pointer) }) else {
            return Doc(summary: summary.map { ProseLimit.cut($0, pointer: pointer) })
        }
        if let summary { return Doc(summary: summary, discussion: text == summary ? nil : text) }
        guard let end = findBlankLine(in: text) else { return Doc(summary: text) }
        return Doc(summary: trim(String(text[..<end])), discussion: trim(String(text[end...])))
    }

    /// The index of the first of two line ends in a row. It reads bytes, since documents hold megabytes of prose.
    private static func findBlankLine(in text: String) -> String.Index? {
        let bytes = text.utf8
        var position = bytes.startIndex
        while let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) {
            position = bytes.index(after: end)
            if position < bytes.endIndex, bytes[position] == UInt8(ascii: "\n") { return end }
        }
        return nil
    }

    /// Removes HTML and surrounding space, and uses `\n` as the only line end; nil for empty text.
    static func clean(_ text: String?) -> String? {
        text.flatMap { trim(Prose.plain(withLineFeeds($0))) }
    }

    private static func withLineFeeds(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "\r")) else { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        var isAfterReturn = false
        for byte in text.utf8 {
            if byte == UInt8(ascii: "\n"), isAfterReturn {
                isAfterReturn = false
                continue
            }
            isAfterReturn = byte == UInt8(ascii: "\r")
            bytes.append(isAfterReturn ? UInt8(ascii: "\n") : byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func trim(_ text: String) -> String? {
        let bytes = text.utf8
        guard let first = bytes.firstIndex(where: { !isSpace($0) }), let last = bytes.lastIndex(where: { !isSpace($0) })
        else {
            return nil
        }
        if first == bytes.startIndex, bytes.index(after: last) == bytes.endIndex { return text }
        return String(text[first...last])
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }

    /// `10`, `` `"desc"` ``
    private static func describe(_ standard: SourceNode) -> String {
        let text = shorten(CompactJSON.write(standard))
        return standard.number == nil ? "`" + text + "`" : text
    }

    /// Long examples belong in the document, not in a comment.
    static func shorten(_ text: String) -> String {
        text.unicodeScalars.count <= 80 ? text : String(text.unicodeScalars.prefix(77)) + "…"
    }
}
