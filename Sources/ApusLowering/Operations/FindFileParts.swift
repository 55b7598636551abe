import ApusModel
import ApusSource
import ApusSpec

/// Which schemas are files: members of multipart bodies that are bytes. Elsewhere the same schema would be base64.
extension Lowerer {
    func findFileParts() -> Set<SchemaID> {
        var found: Set<SchemaID> = []
        for media in multipartBodies {
            let encodings = Dictionary(
                media.encodings.map { ($0.property, $0) }, uniquingKeysWith: { first, _ in first })
            for schema in [media.schema, media.itemSchema].compactMap({ $0 }) {
                let flat = merge(document.resolve(schema))
                for property in flat.object.properties {
                    collectFiles(property.schema, encodings[property.name], into: &found)
                }
                for (place, item) in flat.array.prefixItems.enumerated() {
                    let encoding =
                        place < media.prefixEncodings.count ? media.prefixEncodings[place] : media.itemEncoding
                    collectFiles(item, encoding, into: &found)
                }
                if let items = flat.array.items { collectFiles(items, media.itemEncoding, into: &found) }
            }
        }
        return found
    }

    private var multipartBodies: [MediaType] {
        let callbacks = document.paths.flatMap(\.operations).flatMap(\.callbacks).flatMap(\.items)
        let operations = (document.paths + document.webhooks + callbacks).flatMap(\.operations)
        let content = operations.flatMap { operation in
            (operation.requestBody?.content ?? []) + operation.responses.flatMap(\.content)
        }
        return content.filter { ContentTypes.rule(for: $0.contentType).coding == .multipart }
    }

    private func collectFiles(
        _ schema: Schema, _ encoding: Encoding?, into found: inout Set<SchemaID>, remaining: Int = 8
    ) {
        let resolved = document.resolve(schema)
        if isFile(resolved, encoding) {
            found.insert(resolved.id)
            found.insert(schema.id)
            return
        }
        guard remaining > 0 else { return }
        for alternative in resolved.oneOf + resolved.anyOf {
            collectFiles(alternative, encoding, into: &found, remaining: remaining - 1)
        }
        if let items = resolved.array.items { collectFiles(items, encoding, into: &found, remaining: remaining - 1) }
    }

    /// OpenAPI 3.1, "Encoding Object": a schema that says nothing is bytes, and so is one with a media type that is not
    /// text. Swagger 2.0 and OpenAPI 3.0 say `file` and `binary`.
    private func isFile(_ schema: Schema, _ encoding: Encoding?) -> Bool {
        if describesBytes(schema) { return true }
        guard schema.content.encoding == nil, schema.isPlainValue, schema.enumeration == nil, schema.const == nil,
            schema.boolean != false
        else { return false }
        if let type = schema.content.mediaType { return !isText(type) }
        guard schema.inferredType == nil, !schema.isNullOnly else { return false }
        return encoding?.contentType.map { !isText($0) } ?? true
    }

    private func isText(_ contentType: String) -> Bool {
        switch ContentTypes.rule(for: contentType).coding {
        case .json, .text, .xml, .form: true
        default: false
        }
    }
}
