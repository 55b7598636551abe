extension [TypeID: TypeDecl] {
    /// The declaration that a type names, through aliases; nil for a type without one.
    public func findDeclaration(of type: TypeRef) -> TypeDecl? {
        var type = type
        // A cycle of aliases has no declaration.
        for _ in 0...count {
            switch type {
            case .indirect(let inner): type = inner
            case .named(let id):
                guard case .alias(let alias)? = self[id] else { return self[id] }
                type = alias.target
            default: return nil
            }
        }
        return nil
    }

    /// The same type without the aliases that it is named by.
    public func resolveAlias(_ type: TypeRef) -> TypeRef {
        var type = type
        for _ in 0...count {
            guard case .named(let id) = type, case .alias(let alias)? = self[id] else { return type }
            type = alias.target
        }
        return type
    }
}

extension StructDecl {
    /// The properties that a parameter of the client completes.
    public var clientProperties: [PropertyDecl] { properties.filter { $0.clientArgument != nil } }
}
