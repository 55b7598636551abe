/// Changes of the declaration's payload in place. Each function does nothing where the declaration is of another kind.
///
/// A payload bound by `case .structure(var decl)` shares its arrays with `self`, so the first write copies them, for large
/// types hundreds of kilobytes in every pass. Here `self` releases the payload before the change.
extension TypeDecl {
    public mutating func updateStructure(_ change: (inout StructDecl) -> Void) {
        guard case .structure(var decl) = self else { return }
        self = .released
        change(&decl)
        self = .structure(decl)
    }

    public mutating func updateEnumeration(_ change: (inout EnumDecl) -> Void) {
        guard case .enumeration(var decl) = self else { return }
        self = .released
        change(&decl)
        self = .enumeration(decl)
    }

    public mutating func updateUnion(_ change: (inout UnionDecl) -> Void) {
        guard case .union(var decl) = self else { return }
        self = .released
        change(&decl)
        self = .union(decl)
    }

    public mutating func updateTuple(_ change: (inout TupleDecl) -> Void) {
        guard case .tuple(var decl) = self else { return }
        self = .released
        change(&decl)
        self = .tuple(decl)
    }

    public mutating func updateAlias(_ change: (inout AliasDecl) -> Void) {
        guard case .alias(var decl) = self else { return }
        self = .released
        change(&decl)
        self = .alias(decl)
    }

    /// The value of a variable whose payload is being changed.
    private static let released = TypeDecl.alias(
        AliasDecl(header: TypeHeader(id: TypeID(""), name: ""), target: .json))
}
