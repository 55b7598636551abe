import ApusSource

/// A node with its location: its file and the RFC 6901 pointer inside it. References are followed from location to
/// location, so the pointer is always that of the original file, never of the referring file.
struct NodeLocation {
    let node: SourceNode
    let resource: Resource
    let pointer: String
    /// The location of the node's key, if it has one.
    var keyMark: SourceMark?

    var id: SchemaID {
        SchemaID(file: resource.file, pointer: pointer)
    }

    var mark: SourceMark {
        node.mark
    }

    /// The location to report for the node: its name, otherwise its value.
    var nameMark: SourceMark {
        keyMark ?? node.mark
    }

    var dialect: Dialect {
        resource.dialect
    }

    /// The member of a mapping; nil when it is absent or null, which no keyword of the specifications distinguishes.
    func member(_ key: String) -> Member? {
        guard let entry = node.mapping?.entry(key), !entry.value.isNull else { return nil }
        return Member(entry: entry, owner: self)
    }

    /// Every non-null member of a mapping, in file order.
    var members: [Member] {
        (node.mapping?.entries ?? []).compactMap { $0.value.isNull ? nil : Member(entry: $0, owner: self) }
    }

    func item(_ index: Int, _ node: SourceNode) -> NodeLocation {
        NodeLocation(node: node, resource: resource, pointer: pointer + "/" + String(index))
    }
}
