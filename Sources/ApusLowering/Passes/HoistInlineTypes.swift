import ApusModel

/// Swift cannot nest a type in an alias, so types declared inside one move next to it: `Contacts = [ContactsItem]`.
enum HoistInlineTypes {
    static func run(_ model: inout APIModel) {
        model.types = model.types.flatMap(hoist)
    }

    private static func hoist(_ type: TypeDecl) -> [TypeDecl] {
        guard case .alias(var decl) = type, !decl.header.nested.isEmpty else { return [type] }
        let inner = decl.header.nested
        decl.header.nested = []
        return [.alias(decl)] + inner.flatMap(hoist)
    }
}
