import ApusModel

extension TypeDecl {
    /// Stores members indirectly.
    ///
    /// - Parameter members: Indexes among the properties, cases or items.
    mutating func box(_ members: Set<Int>) {
        updateStructure { decl in for member in members { decl.properties[member].box() } }
        updateUnion { decl in
            for member in members { decl.cases[member].type = .indirect(decl.cases[member].type) }
        }
        updateTuple { decl in for member in members { decl.items[member] = decl.items[member].boxed } }
    }
}

extension PropertyDecl {
    /// An optional is boxed inside, unless a possible null or a default requires the whole value.
    fileprivate mutating func box() {
        let isWhole = presence == .tristate || presence == .explicit || defaultValue != nil
        type = isWhole ? .indirect(type) : type.boxed
    }
}

extension TypeRef {
    /// `T?` becomes `Indirect<T>?`: the box goes inside, so that nil stays free.
    fileprivate var boxed: TypeRef {
        switch self {
        case .optional(let inner): .optional(inner.boxed)
        case .tristate(let inner): .tristate(.indirect(inner))
        default: .indirect(self)
        }
    }
}
