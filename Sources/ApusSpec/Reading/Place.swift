import ApusSource

/// A node with where it stands: its file and the RFC 6901 pointer inside it. References are followed from place to
/// place, so the pointer is always that of the original file, never of the file that referred to it.
struct Place {
    let node: SourceNode
    let resource: Resource
    let pointer: String
    /// Of the key that leads here, where one does.
    var keyMark: SourceMark?

    var id: SchemaID {
        SchemaID(file: resource.file, pointer: pointer)
    }

    var mark: SourceMark {
        node.mark
    }

    /// Where a reader looks for what stands here: the name, else the value.
    var nameMark: SourceMark {
        keyMark ?? node.mark
    }

    var dialect: Dialect {
        resource.dialect
    }

    /// The member of a mapping; nil when it is absent or null, which no keyword of the specifications tells from
    /// absent.
    func member(_ key: String) -> Member? {
        guard let entry = node.mapping?.entry(key), !entry.value.isNull else { return nil }
        return Member(entry: entry, owner: self)
    }

    /// Every member of a mapping but the nulls, in the order of the file.
    var members: [Member] {
        (node.mapping?.entries ?? []).compactMap { $0.value.isNull ? nil : Member(entry: $0, owner: self) }
    }

    func item(_ index: Int, _ node: SourceNode) -> Place {
        Place(node: node, resource: resource, pointer: pointer + "/" + String(index))
    }
}
