extension TypeRef {
    /// Every declared type in it.
    public func forEachNamed(_ visit: (TypeID) -> Void) {
        switch self {
        case .named(let id): visit(id)
        case .array(let inner), .dictionary(let inner), .optional(let inner), .tristate(let inner),
            .indirect(let inner):
            inner.forEachNamed(visit)
        case .scalar, .quoted, .numberOrText, .json, .external: return
        }
    }

    public func contains(_ id: TypeID) -> Bool {
        var isFound = false
        forEachNamed { isFound = isFound || $0 == id }
        return isFound
    }

    /// The same type with replaced leaves: the result of `change` for a named type; nil keeps it.
    public func mapNamed(_ change: (TypeID) -> TypeRef?) -> TypeRef {
        switch self {
        case .named(let id): change(id) ?? self
        case .array(let inner): .array(inner.mapNamed(change))
        case .dictionary(let inner): .dictionary(inner.mapNamed(change))
        case .optional(let inner): .optional(inner.mapNamed(change))
        case .tristate(let inner): .tristate(inner.mapNamed(change))
        case .indirect(let inner): .indirect(inner.mapNamed(change))
        case .scalar, .quoted, .numberOrText, .json, .external: self
        }
    }

    public func replacing(_ old: TypeRef, with new: TypeRef) -> TypeRef {
        mapNamed { .named($0) == old ? new : nil }
    }
}
