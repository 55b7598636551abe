import ApusModel
import ApusSchemas
import ApusSource
import ApusSpec

/// Bodies that are a sequence of items (OpenAPI 3.2, "Sequential Media Types").
extension Lowerer {
    struct LoweredItems {
        var coding: Payload.Coding
        var type: TypeRef
    }

    func lowerItems(of media: MediaType, coding: Payload.Coding, at site: Site) -> LoweredItems {
        guard let schema = findItemSchema(of: media) else { return LoweredItems(coding: coding, type: .json) }
        if coding == .serverSentEvents, let event = findEventShape(of: schema) {
            switch event {
            case .payload(let data):
                return LoweredItems(coding: coding, type: lowerElement(data, at: site))
            case .whole:
                return LoweredItems(coding: .wholeEvents, type: lowerElement(schema, at: site))
            }
        }
        return LoweredItems(coding: coding, type: lowerElement(schema, at: site))
    }

    /// `itemSchema`; before 3.2 the `schema`, where an array described all items at once.
    private func findItemSchema(of media: MediaType) -> Schema? {
        if let item = media.itemSchema { return item }
        guard let schema = media.schema else { return nil }
        let resolved = document.resolve(schema)
        return resolved.inferredType == .array ? resolved.array.items ?? schema : schema
    }

    private enum EventShape {
        /// The schema of the content of `data`.
        case payload(Schema)
        case whole
    }

    /// OpenAPI 3.2, "Special Considerations for Server-Sent Events": the schema describes an object with the event's
    /// fields.
    private func findEventShape(of schema: Schema) -> EventShape? {
        let flat = schemas.flatten(schema)
        let alternatives = flat.oneOf + flat.anyOf
        if !alternatives.isEmpty, flat.object.properties.isEmpty || isEvent(flat) {
            return alternatives.allSatisfy { isEvent(schemas.flatten($0)) } ? .whole : nil
        }
        guard isEvent(flat) else { return nil }
        let data = flat.object.properties.first { $0.name == "data" }.map { document.resolve($0.schema) }
        if alternatives.isEmpty, let content = data?.content, let payload = content.schema,
            ContentTypes.rule(for: content.mediaType ?? "application/json").coding == .json
        {
            return .payload(payload)
        }
        return .whole
    }

    private func isEvent(_ schema: FlatSchema) -> Bool {
        let names = Set(schema.object.properties.map(\.name))
        guard names.contains("data") || names.contains("event"), names.isSubset(of: Lowerer.eventFields) else {
            return false
        }
        let data = schema.object.properties.first { $0.name == "data" }
        let type = data.flatMap { document.resolve($0.schema).inferredType }
        return type == nil || type == .string
    }

    private static let eventFields: Set<String> = ["event", "data", "id", "retry", "comment"]
}
