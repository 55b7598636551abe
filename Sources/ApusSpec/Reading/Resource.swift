import ApusSource

/// A file that was read: its tree, the dialect its objects follow, and what in it can be referred to by name.
final class Resource {
    let file: SourceFileID
    /// The normalised path it was opened by, which relative references build on.
    let path: String
    let root: SourceNode
    let dialect: Dialect
    /// Made when the first reference needs it: few documents have identifiers.
    private(set) lazy var identifiers = ResourceIdentifiers(root: root, dialect: dialect)

    init(file: SourceFileID, path: String, root: SourceNode, dialect: Dialect) {
        self.file = file
        self.path = path
        self.root = root
        self.dialect = dialect
    }

    var place: Place {
        Place(node: root, resource: self, pointer: "")
    }
}
