extension Shims {
    /// The kinds of breaking change after which a caller of the previous version compiles with the declarations that are kept. A test holds the list to
    /// the compiler.
    public static let kinds: Set<String> = [
        "operation-removed", "group-removed", "type-removed",
        "operation-renamed", "parameter-renamed", "parameter-name-changed", "parameter-removed", "parameters-reordered",
        "property-renamed", "property-name-changed", "property-removed", "properties-reordered",
        "sent-property-constant-added", "enum-case-removed", "enum-case-renamed", "enum-case-replaced", "type-renamed",
    ]
}
