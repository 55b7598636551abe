import ApusSource

/// A read file: its tree, the dialect of its objects, and its named parts.
final class Resource {
    let file: SourceFileID
    /// The normalized path of the file, which relative references are resolved against.
    let path: String
    let root: SourceNode
    let dialect: Dialect
    /// Created for the first reference that needs it: few documents have identifiers.
    private(set) lazy var identifiers = ResourceIdentifiers(root: root, dialect: dialect)

    init(file: SourceFileID, path: String, root: SourceNode, dialect: Dialect) {
        self.file = file
        self.path = path
        self.root = root
        self.dialect = dialect
    }

    var location: NodeLocation {
        NodeLocation(node: root, resource: self, pointer: "")
    }
}
