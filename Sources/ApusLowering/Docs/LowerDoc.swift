import ApusModel
import ApusSource
import ApusSpec

/// Documentation comments from the document's words.
extension Lowerer {
    /// - Parameter facts: The schema whose limits and default count: behind a reference, the target.
    func makeDoc(for schema: Schema, facts: Schema? = nil) -> Doc {
        let facts = facts ?? schema
        var doc = Lowerer.makeDoc(summary: schema.summary, documentation: schema.documentation)
        doc.notes = LimitNotes.describe(facts.limits)
        if let value = schema.defaultValue ?? facts.defaultValue { doc.notes.append("Default: `\(Lowerer.shorten(JSONText.write(value)))`.") }
        if let format = facts.format, LimitNotes.namedFormats.contains(format) { doc.notes.append("Format: \(format).") }
        if let example = schema.examples.first ?? facts.examples.first {
            doc.notes.append("Example: `\(Lowerer.shorten(JSONText.write(example)))`.")
        }
        if let address = schema.externalDocs?.url { doc.notes.append("See <\(address)>.") }
        return doc
    }

    func makeHeader(for schema: Schema, at site: Site, nested: [TypeDecl]) -> TypeHeader {
        var doc = makeDoc(for: schema)
        if doc.summary == nil, let title = schema.title, Words(title).words != Words(site.name).words { doc.summary = title }
        doc.place = place(of: schema.mark)
        let name = options.rename[site.path] ?? extensionText(schema, "x-apus-name") ?? site.name
        let deprecation = schema.isDeprecated ? Deprecation(message: extensionText(schema, "x-deprecation-message")) : nil
        return TypeHeader(id: site.id, name: name, doc: doc, deprecation: deprecation, nested: nested)
    }

    /// The first paragraph is the summary, unless there is a summary of its own.
    static func makeDoc(summary: String?, documentation: String?) -> Doc {
        let summary = clean(summary)
        guard let text = clean(documentation) else { return Doc(summary: summary) }
        if let summary { return Doc(summary: summary, discussion: text == summary ? nil : text) }
        guard let end = findBlankLine(in: text) else { return Doc(summary: text) }
        return Doc(summary: clean(String(text[..<end])), discussion: clean(String(text[end...])))
    }

    private static func findBlankLine(in text: String) -> String.Index? {
        var place = text.startIndex
        while let end = text[place...].firstIndex(of: "\n") {
            place = text.index(after: end)
            if place < text.endIndex, text[place] == "\n" { return end }
        }
        return nil
    }

    /// Without the space around it and with `\n` as the only line end; nil when nothing is left.
    static func clean(_ text: String?) -> String? {
        guard let text else { return nil }
        let unified = text.contains("\r") ? text.split(separator: "\r\n", omittingEmptySubsequences: false).joined(separator: "\n") : text
        var slice = Substring(unified)
        while slice.first?.isWhitespace == true { slice.removeFirst() }
        while slice.last?.isWhitespace == true { slice.removeLast() }
        return slice.isEmpty ? nil : String(slice)
    }

    /// Long examples belong in the document, not in a comment.
    static func shorten(_ text: String) -> String {
        text.unicodeScalars.count <= 80 ? text : String(text.unicodeScalars.prefix(77)) + "…"
    }
}
