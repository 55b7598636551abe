public import ApusSpec

/// The names of schemas under `components/schemas`.
public struct ComponentNames {
    private var names: [SchemaID: String] = [:]
    private var aliases: [SchemaID: String] = [:]

    init(_ document: Document) {
        for named in document.namedSchemas where !named.schema.isPlainReference { names[named.schema.id] = named.name }
        for named in document.namedSchemas where named.schema.isPlainReference {
            let target = document.resolve(named.schema)
            if names[target.id] == nil { names[target.id] = named.name }
            aliases[named.schema.id] = named.name
        }
    }

    /// The name of a schema, also of one that a component only refers to.
    public subscript(_ id: SchemaID) -> String? { names[id] }

    /// The name of a component that is only a reference, which a union may list.
    public func alias(_ id: SchemaID) -> String? { aliases[id] }

    /// The name by which a list refers to a component: its own, also where it is only a reference to another one.
    public func listed(_ id: SchemaID) -> String? { aliases[id] ?? names[id] }
}
