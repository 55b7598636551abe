import ApusModel
import ApusSchemas
import ApusSpec

/// Document-wide XML lookups for lowering.
struct XMLIndex {
    /// Whether any body, or part of one, is XML.
    let isUsed: Bool
    /// Whether any list is explicitly unwrapped.
    let saysUnwrapped: Bool
    /// The namespace of a prefix anywhere in the document: authors declare it once and then use the prefix alone.
    let namespaces: [String: String]

    init(_ document: Document) {
        isUsed = XMLIndex.findBodies(in: document)
        saysUnwrapped =
            isUsed && document.version < .openAPI32 && document.schemas.values.contains { $0.xml?.wrapped == false }
        namespaces = isUsed ? XMLIndex.findNamespaces(in: document) : [:]
    }

    private static func findBodies(in document: Document) -> Bool {
        (document.paths + document.webhooks).contains { item in
            item.operations.contains { operation in
                let calls = operation.callbacks.flatMap(\.items).flatMap(\.operations)
                return ([operation] + calls).contains { call in
                    (call.requestBody?.content ?? []).contains(where: isXML)
                        || call.responses.contains { $0.content.contains(where: isXML) }
                }
            }
        }
    }

    private static func isXML(_ media: MediaType) -> Bool {
        let parts = media.encodings + media.prefixEncodings + (media.itemEncoding.map { [$0] } ?? [])
        return ([media.contentType] + parts.compactMap(\.contentType)).contains {
            ContentTypes.rule(for: $0).coding == .xml
        }
    }

    /// The first of several in text order; a prefix with two meanings in one document cannot be resolved.
    private static func findNamespaces(in document: Document) -> [String: String] {
        var namespaces = [
            "xml": "http://www.w3.org/XML/1998/namespace", "xsi": "http://www.w3.org/2001/XMLSchema-instance",
        ]
        for schema in document.schemas.values {
            guard let prefix = schema.xml?.prefix, let namespace = schema.xml?.namespace else { continue }
            namespaces[prefix] = min(namespaces[prefix] ?? namespace, namespace)
        }
        return namespaces
    }
}
