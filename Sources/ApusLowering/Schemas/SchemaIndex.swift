import ApusSpec

/// What lowering asks about the document as a whole, answered by one walk over it.
struct SchemaIndex {
    /// The name under `components/schemas`, also for the place that a component merely refers to.
    private(set) var names: [SchemaID: String] = [:]
    /// Places that some `$ref` leads to.
    private(set) var referenced: Set<SchemaID> = []
    /// Schemas that extend (`allOf`) a base with a discriminator, directly or not, in the order of the document.
    private(set) var children: [SchemaID: [SchemaID]] = [:]

    /// The discriminator's key and value of each child.
    private(set) var tags: [SchemaID: (key: String, value: String)] = [:]

    init(_ document: Document) {
        for named in document.namedSchemas where !named.schema.isPlainReference { names[named.schema.id] = named.name }
        for named in document.namedSchemas where named.schema.isPlainReference {
            let target = document.resolve(named.schema)
            if names[target.id] == nil { names[target.id] = named.name }
        }
        for schema in document.schemas.values {
            if let target = schema.reference { referenced.insert(target) }
        }
        findChildren(in: document)
        findTags(in: document)
    }

    private mutating func findTags(in document: Document) {
        for (base, children) in children {
            guard let discriminator = document.schemas[base]?.discriminator else { continue }
            for child in children {
                let mapped = discriminator.mapping.first { $0.target == child }?.value
                guard let value = mapped ?? names[child] else { continue }
                tags[child] = tags[child] ?? (discriminator.propertyName, value)
            }
        }
    }

    /// Ancestors beyond this many are not looked at, so that long chains of schemas cost no more than their length.
    private static let ancestorLimit = 64

    private mutating func findChildren(in document: Document) {
        guard document.schemas.values.contains(where: \.isDiscriminatedBase) else { return }
        for named in document.namedSchemas {
            let child = document.resolve(named.schema)
            var seen: Set<SchemaID> = [child.id]
            var bases = child.allOf
            while seen.count < SchemaIndex.ancestorLimit, let base = bases.popLast() {
                guard base.reference != nil else { continue }
                let target = document.resolve(base)
                guard seen.insert(target.id).inserted else { continue }
                if target.isDiscriminatedBase, children[target.id]?.contains(child.id) != true {
                    children[target.id, default: []].append(child.id)
                }
                bases += target.allOf
            }
        }
    }
}
