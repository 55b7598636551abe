import ApusSchemas
import ApusSpec

/// Which schemas are types of the module, computed by one walk.
struct SchemaIndex {
    /// Targets of any `$ref`.
    private var referenced: Set<SchemaID> = []
    /// Inline schemas that several operations use.
    let shared: SharedSchemas

    init(_ document: Document, _ operations: GivenOperationNames) {
        shared = SharedSchemas(document, operations)
        for schema in document.schemas.values {
            if let target = schema.reference { referenced.insert(target) }
        }
    }

    /// Whether a schema is a type of the module, wherever it is declared.
    func isShared(_ id: SchemaID) -> Bool {
        referenced.contains(id) || shared.names[id] != nil
    }
}
