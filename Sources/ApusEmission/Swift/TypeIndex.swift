import ApusModel

/// Every type of a module by its identity.
enum TypeIndex {
    static func index(_ model: APIModel) -> [TypeID: TypeDecl] {
        var types: [TypeID: TypeDecl] = [:]
        add(model.types, to: &types)
        for operation in model.operations { add(operation.nested, to: &types) }
        for server in model.servers.servers { add(server.nested, to: &types) }
        return types
    }

    /// The declarations and those inside of them.
    static func index(_ declarations: [TypeDecl]) -> [TypeID: TypeDecl] {
        var types: [TypeID: TypeDecl] = [:]
        add(declarations, to: &types)
        return types
    }

    private static func add(_ declarations: [TypeDecl], to types: inout [TypeID: TypeDecl]) {
        for declaration in declarations {
            types[declaration.header.id] = declaration
            add(declaration.header.nested, to: &types)
        }
    }
}
