import ApusModel
import ApusSchemas
import ApusSource
import ApusSpec

/// Determines the schemas that are files: members of multipart bodies that are bytes. Elsewhere the same schema would
/// be base64.
extension Lowerer {
    func findFileParts() -> Set<SchemaID> {
        let bodies = multipartBodies
        var found: Set<SchemaID> = []
        let shared = bodies.isEmpty ? [] : findSharedTargets(excluding: bodies)
        for media in bodies {
            // Each item is a part, not each of its members.
            if let item = media.itemSchema { collectFiles(item, media.itemEncoding, shared, into: &found) }
            if let schema = media.schema { collectFiles(inBody: schema, of: media, shared, into: &found) }
        }
        return found
    }

    private func collectFiles(
        inBody schema: Schema, of media: MediaType, _ shared: Set<SchemaID>, into found: inout Set<SchemaID>
    ) {
        let encodings = Dictionary(media.encodings.map { (SourceKey($0.property), $0) }) { first, _ in first }
        // Each alternative once, also for unions that list each other.
        var seen: Set<SchemaID> = []
        var level = [schema]
        for _ in 0...Self.fileDepth {
            var next: [Schema] = []
            for schema in level {
                let target = document.resolve(schema)
                guard seen.insert(target.id).inserted else { continue }
                let flat = schemas.merge(target)
                collectFiles(inObject: flat, of: media, encodings, shared, into: &found)
                next += flat.oneOf + flat.anyOf
            }
            level = next
        }
    }

    private func collectFiles(
        inObject flat: FlatSchema, of media: MediaType, _ encodings: [SourceKey: Encoding], _ shared: Set<SchemaID>,
        into found: inout Set<SchemaID>
    ) {
        for property in flat.object.properties {
            collectFiles(property.schema, encodings[SourceKey(property.name)], shared, into: &found)
        }
        if case .schema(let others) = flat.object.additionalProperties {
            collectFiles(others, nil, shared, into: &found)
        }
        for (index, item) in flat.array.prefixItems.enumerated() {
            let encoding = index < media.prefixEncodings.count ? media.prefixEncodings[index] : media.itemEncoding
            collectFiles(item, encoding, shared, into: &found)
        }
        if let items = flat.array.items { collectFiles(items, media.itemEncoding, shared, into: &found) }
    }

    /// The examined levels of alternatives and items.
    private static let fileDepth = 8

    /// The targets of references outside of multipart bodies and their members, which may be sent as JSON too.
    private func findSharedTargets(excluding bodies: [MediaType]) -> Set<SchemaID> {
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
        _ schema: Schema, _ encoding: Encoding?, _ shared: Set<SchemaID>, into found: inout Set<SchemaID>
    ) {
        var seen: Set<SchemaID> = []
        var level = [schema]
        for _ in 0...Self.fileDepth {
            var next: [Schema] = []
            for schema in level {
                let resolved = document.resolve(schema)
                if isFile(resolved, encoding, shared) {
                    found.insert(resolved.id)
                    found.insert(schema.id)
                } else if seen.insert(resolved.id).inserted {
                    next += resolved.oneOf + resolved.anyOf
                    if let items = resolved.array.items { next.append(items) }
                }
            }
            if next.isEmpty { return }
            level = next
        }
    }

    /// OpenAPI 3.1, "Encoding Object": an empty schema is bytes, and so is one with a media type that is not text.
    /// Swagger 2.0 and OpenAPI 3.0 write `file` and `binary`. An empty schema is any JSON where it may be sent as JSON
    /// too.
    private func isFile(_ schema: Schema, _ encoding: Encoding?, _ shared: Set<SchemaID>) -> Bool {
        if describesBytes(schema) { return true }
        guard schema.content.encoding == nil, schema.isPlainValue, schema.enumeration == nil, schema.const == nil,
            schema.boolean != false
        else { return false }
        if let type = schema.content.mediaType { return !isText(type) }
        let owner = Self.findOwner(of: schema.id)
        guard schema.inferredType == nil, !schema.isNullOnly, !shared.contains(schema.id),
            owner.map({ !shared.contains($0) }) ?? true
        else { return false }
        return encoding?.contentType.map { !isText($0) } ?? true
    }

    /// The schema that has this one as a member.
    private static func findOwner(of id: SchemaID) -> SchemaID? {
        let (bytes, word) = (Array(id.pointer.utf8), Array("/properties/".utf8))
        var index = bytes.count - word.count
        while index >= 0, !bytes[index...].starts(with: word) { index -= 1 }
        return index < 0 ? nil : SchemaID(file: id.file, pointer: String(decoding: bytes[..<index], as: UTF8.self))
    }

    private func isText(_ contentType: String) -> Bool {
        switch ContentTypes.rule(for: contentType).coding {
        case .json, .jsonOrXML, .text, .xml, .form: true
        default: false
        }
    }
}
