import ApusSource

/// A path item's defaults for its operations.
struct OperationScope {
    /// The location of a path.
    struct Origin {
        let mark: SourceMark
        let pointer: String
    }

    let path: String
    let origin: Origin
    let use: ReadingContext.PathUse
    let inherited: InheritedParts
    var parameters = ParameterList()
    var servers: [Server] = []
    var summary: String?
    var documentation: String?

    init(path: String, at member: Member, use: ReadingContext.PathUse, inherited: InheritedParts) {
        self.path = path
        origin = Origin(mark: member.entry.keyMark, pointer: member.pointer)
        self.use = use
        self.inherited = inherited
    }
}
