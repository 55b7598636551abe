extension TypeDecl {
    /// The types of its members, without its nested declarations.
    public var memberTypes: [TypeRef] {
        switch self {
        case .structure(let decl): decl.properties.map(\.type) + (decl.additional.map { [$0] } ?? [])
        case .enumeration(let decl): [decl.rawType]
        case .union(let decl): decl.cases.map(\.type)
        case .tuple(let decl): decl.items + (decl.rest.map { [$0] } ?? [])
        case .alias(let decl): [decl.target]
        }
    }

    /// Changes the type of each member, without its nested declarations.
    public mutating func mapMemberTypes(_ change: (TypeRef) -> TypeRef) {
        updateStructure { decl in
            for index in decl.properties.indices { decl.properties[index].type = change(decl.properties[index].type) }
            decl.additional = decl.additional.map(change)
        }
        updateUnion { decl in
            for index in decl.cases.indices { decl.cases[index].type = change(decl.cases[index].type) }
        }
        updateTuple { decl in
            decl.items = decl.items.map(change)
            decl.rest = decl.rest.map(change)
        }
        updateAlias { $0.target = change($0.target) }
    }

    /// Visits the type itself, then its nested types, outer types first.
    public func forEachType(_ visit: (TypeDecl) -> Void) {
        visit(self)
        for inner in header.nested { inner.forEachType(visit) }
    }

    /// Changes the type itself, then its nested types, outer types first.
    public mutating func updateTypes(_ change: (inout TypeDecl) -> Void) {
        change(&self)
        guard !header.nested.isEmpty else { return }
        var nested = header.nested
        header.nested = []
        for index in nested.indices { nested[index].updateTypes(change) }
        header.nested = nested
    }
}
