import ApusModel
import ApusSource
import ApusSpec

/// Which schemas are files: members of multipart bodies that are bytes. Elsewhere the same schema would be base64.
extension Lowerer {
    func findFileParts() -> Set<SchemaID> {
        let bodies = multipartBodies
        var found: Set<SchemaID> = []
        let shared = bodies.isEmpty ? [] : findSharedTargets(besides: bodies)
        for media in bodies {
            // Each item is a part, not each of its members.
            if let item = media.itemSchema { collectFiles(item, media.itemEncoding, shared, into: &found) }
            if let schema = media.schema { collectFiles(inBody: schema, of: media, shared, into: &found) }
        }
        return found
    }

    private func collectFiles(
        inBody schema: Schema, of media: MediaType, _ shared: Set<SchemaID>, into found: inout Set<SchemaID>,
        remaining: Int = 8
    ) {
        let flat = merge(document.resolve(schema))
        for property in flat.object.properties {
            let encoding = media.encodings.first { $0.property == property.name }
            collectFiles(property.schema, encoding, shared, into: &found)
        }
        if case .schema(let others) = flat.object.additionalProperties {
            collectFiles(others, nil, shared, into: &found)
        }
        for (place, item) in flat.array.prefixItems.enumerated() {
            let encoding = place < media.prefixEncodings.count ? media.prefixEncodings[place] : media.itemEncoding
            collectFiles(item, encoding, shared, into: &found)
        }
        if let items = flat.array.items { collectFiles(items, media.itemEncoding, shared, into: &found) }
        guard remaining > 0 else { return }
        for alternative in flat.oneOf + flat.anyOf {
            collectFiles(inBody: alternative, of: media, shared, into: &found, remaining: remaining - 1)
        }
    }

    /// What references lead to that are not those of multipart bodies and their members: it may go as JSON, too.
    private func findSharedTargets(besides bodies: [MediaType]) -> Set<SchemaID> {
        var own: Set<SchemaID> = []
        for schema in bodies.compactMap(\.schema) {
            let target = document.resolve(schema)
            // An object as a member is JSON.
            let members = (target.object.properties.map(\.schema) + target.array.prefixItems).filter {
                document.resolve($0).isPlainValue
            }
            own.formUnion(([schema] + target.allOf + members).map(\.id))
        }
        return Set(document.schemas.values.lazy.filter { !own.contains($0.id) }.compactMap(\.reference))
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
        _ schema: Schema, _ encoding: Encoding?, _ shared: Set<SchemaID>, into found: inout Set<SchemaID>,
        remaining: Int = 8
    ) {
        let resolved = document.resolve(schema)
        if isFile(resolved, encoding, shared) {
            found.insert(resolved.id)
            found.insert(schema.id)
            return
        }
        guard remaining > 0 else { return }
        for alternative in resolved.oneOf + resolved.anyOf {
            collectFiles(alternative, encoding, shared, into: &found, remaining: remaining - 1)
        }
        if let items = resolved.array.items {
            collectFiles(items, encoding, shared, into: &found, remaining: remaining - 1)
        }
    }

    /// OpenAPI 3.1, "Encoding Object": a schema that says nothing is bytes, and so is one with a media type that is not
    /// text. Swagger 2.0 and OpenAPI 3.0 say `file` and `binary`. What says nothing is any JSON where it may go as JSON, too.
    private func isFile(_ schema: Schema, _ encoding: Encoding?, _ shared: Set<SchemaID>) -> Bool {
        if describesBytes(schema) { return true }
        guard schema.content.encoding == nil, schema.isPlainValue, schema.enumeration == nil, schema.const == nil,
            schema.boolean != false
        else { return false }
        if let type = schema.content.mediaType { return !isText(type) }
        let owner = schema.id.pointer.ranges(of: "/properties/").last.map {
            SchemaID(file: schema.id.file, pointer: String(schema.id.pointer[..<$0.lowerBound]))
        }
        guard schema.inferredType == nil, !schema.isNullOnly, !shared.contains(schema.id),
            owner.map({ !shared.contains($0) }) ?? true
        else { return false }
        return encoding?.contentType.map { !isText($0) } ?? true
    }

    private func isText(_ contentType: String) -> Bool {
        switch ContentTypes.rule(for: contentType).coding {
        case .json, .text, .xml, .form: true
        default: false
        }
    }
}
