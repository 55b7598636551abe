/// What a path item says for each of its operations.
struct OperationScope {
    let path: String
    let use: ReadingContext.PathUse
    let inherited: InheritedParts
    var parameters = ParameterList()
    var servers: [Server] = []
    var summary: String?
    var documentation: String?

    init(path: String, use: ReadingContext.PathUse, inherited: InheritedParts) {
        self.path = path
        self.use = use
        self.inherited = inherited
    }
}
