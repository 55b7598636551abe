public import ApusSource
public import ApusSpec

/// The values that discriminators require of their alternatives' members, if the value is the same for every union.
public struct DiscriminatorTags {
    private var tags: [SchemaID: [String: SourceNode]] = [:]

    init(_ document: Document, _ inheritance: Inheritance, _ names: ComponentNames) {
        for (target, members) in Self.findValues(in: document, inheritance, names) {
            guard let mark = document.schemas[target]?.mark else { continue }
            for (key, values) in members {
                guard values.count == 1, let value = values.first else { continue }
                tags[target, default: [:]][key] = SourceNode(.string(value), mark: mark)
            }
        }
    }

    /// The values of a schema's members, by the names of the members.
    public subscript(_ id: SchemaID) -> [String: SourceNode]? { tags[id] }

    private static func findValues(
        in document: Document, _ inheritance: Inheritance, _ names: ComponentNames
    ) -> [SchemaID: [String: Set<String>]] {
        var found: [SchemaID: [String: Set<String>]] = [:]
        for schema in document.schemas.values {
            let inherited = inheritance.discriminators[schema.id]
            guard let discriminator = inherited ?? schema.discriminator else { continue }
            let mapped = Dictionary(grouping: discriminator.mapping) { $0.target.flatMap(document.find)?.id }
            let listed = (schema.oneOf + schema.anyOf).compactMap { alternative in
                alternative.reference.map { (document.resolve(alternative).id, names.alias($0)) }
            }
            for (target, alias) in listed + (inheritance.children[schema.id] ?? []).map({ ($0, nil) }) {
                let own = document.schemas[target]?.ownDiscriminatorValue ?? alias ?? names[target]
                let values = mapped[target]?.map(\.value) ?? [own].compactMap { $0 }
                found[target, default: [:]][discriminator.propertyName, default: []].formUnion(values)
            }
        }
        return found
    }
}

extension Document {
    /// The schema at a location.
    fileprivate func find(_ id: SchemaID) -> Schema? {
        schemas[id].map(resolve)
    }
}
