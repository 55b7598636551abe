import ApusSource
import ApusSpec

/// Document-wide lookups for lowering, computed by one walk.
struct SchemaIndex {
    /// The name under `components/schemas`, also for the target of a component that is only a reference.
    private(set) var names: [SchemaID: String] = [:]
    /// The names of components that are only a reference, which a union may list.
    private(set) var aliases: [SchemaID: String] = [:]
    /// Targets of any `$ref`.
    private(set) var referenced: Set<SchemaID> = []
    /// Inline schemas that several operations use.
    let shared: SharedSchemas
    let inheritance: Inheritance
    /// The values that discriminators require of their alternatives' members, if the value is the same for every union.
    private(set) var tags: [SchemaID: [String: SourceNode]] = [:]

    init(_ document: Document, _ operations: GivenOperationNames) {
        inheritance = Inheritance(document)
        shared = SharedSchemas(document, operations)
        for named in document.namedSchemas where !named.schema.isPlainReference { names[named.schema.id] = named.name }
        for named in document.namedSchemas where named.schema.isPlainReference {
            let target = document.resolve(named.schema)
            if names[target.id] == nil { names[target.id] = named.name }
            aliases[named.schema.id] = named.name
        }
        for schema in document.schemas.values {
            if let target = schema.reference { referenced.insert(target) }
        }
        findTags(in: document)
    }

    /// Whether a schema is a type of the module, wherever it is declared.
    func isShared(_ id: SchemaID) -> Bool {
        referenced.contains(id) || shared.names[id] != nil
    }

    private mutating func findTags(in document: Document) {
        var found: [SchemaID: [String: Set<String>]] = [:]
        for schema in document.schemas.values {
            let inherited = inheritance.discriminators[schema.id]
            guard let discriminator = inherited ?? schema.discriminator else { continue }
            let mapped = Dictionary(grouping: discriminator.mapping) { $0.target.flatMap(document.find)?.id }
            let listed = (schema.oneOf + schema.anyOf).compactMap { alternative in
                alternative.reference.map { (document.resolve(alternative).id, aliases[$0]) }
            }
            for (target, alias) in listed + (inheritance.children[schema.id] ?? []).map({ ($0, nil) }) {
                let own = document.schemas[target]?.ownDiscriminatorValue ?? alias ?? names[target]
                let values = mapped[target]?.map(\.value) ?? [own].compactMap { $0 }
                found[target, default: [:]][discriminator.propertyName, default: []].formUnion(values)
            }
        }
        for (target, members) in found {
            guard let mark = document.schemas[target]?.mark else { continue }
            for (key, values) in members {
                guard values.count == 1, let value = values.first else { continue }
                tags[target, default: [:]][key] = SourceNode(.string(value), mark: mark)
            }
        }
    }
}

extension Schema {
    /// The value that selects it without a mapping; Swagger 2.0 has no mapping, and these extensions are used instead.
    var ownDiscriminatorValue: String? {
        if extensions.entries.isEmpty { return nil }
        return extensions["x-ms-discriminator-value"]?.string ?? extensions["x-discriminator-value"]?.string
    }
}

extension Document {
    /// The schema at a location.
    fileprivate func find(_ id: SchemaID) -> Schema? {
        schemas[id].map(resolve)
    }
}
