import ApusModel

extension Printer {
    /// Types nested in a declaration: each a block at its own depth, after a blank line.
    func nested(_ declarations: [TypeDecl], in scope: Scope) -> [String] {
        declarations.map { Layout.indented(declaration($0, in: scope), by: 1) }
    }

    /// One type without indentation.
    func declaration(_ decl: TypeDecl, in scope: Scope) -> String {
        switch decl {
        case .structure(let decl): render(StructContext(decl, in: scope, self))
        case .enumeration(let decl): enumeration(decl, in: scope)
        case .union(let decl): render(UnionContext(decl, in: scope, self))
        case .tuple(let decl): render(TupleContext(decl, in: scope, self))
        case .alias(let decl): render(AliasContext(decl, in: scope, self))
        }
    }

    private func enumeration(_ decl: EnumDecl, in scope: Scope) -> String {
        if decl.isClosed, ClosedEnumContext.canPrint(decl) { return render(ClosedEnumContext(decl, in: scope, self)) }
        return render(EnumContext(decl, in: scope, self))
    }

    /// A type of documented headers that is nested in its user.
    func nestedHeaders(_ id: DeclID<HeadersDecl>?, in scope: Scope) -> String? {
        guard let decl = model.headers.find(id), decl.isNested else { return nil }
        return render(HeadersContext(decl, in: scope, self))
    }
}
