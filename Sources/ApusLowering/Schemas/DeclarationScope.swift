import ApusModel

/// The declarations of one open owner, without duplicates.
struct DeclarationScope {
    private(set) var types: [TypeDecl] = []
    /// Indexes in ``types`` by the common properties of twins.
    private var places: [TwinKey: [Int]] = [:]
    private var declared: Set<TypeID> = []

    /// The properties that can be compared without examining every declaration of the owner.
    private struct TwinKey: Hashable {
        let isEnum: Bool
        let first: String
        let last: String
        let count: Int
    }

    /// Adds the declaration, or finds an equal one.
    ///
    /// - Returns: The identity of the declaration to use.
    mutating func declare(_ decl: TypeDecl) -> TypeID {
        // Content types may share one schema.
        guard declared.insert(decl.header.id).inserted else { return decl.header.id }
        if let key = Self.makeKey(of: decl) {
            if let twin = places[key]?.first(where: { types[$0].isTwin(of: decl) }) { return types[twin].header.id }
            places[key, default: []].append(types.count)
        }
        types.append(decl)
        return decl.header.id
    }

    /// Gives an existing declaration another provisional name.
    mutating func rename(_ id: TypeID, _ name: String) {
        guard let place = types.firstIndex(where: { $0.header.id == id }) else { return }
        types[place].header.name = name
    }

    private static func makeKey(of decl: TypeDecl) -> TwinKey? {
        switch decl {
        case .structure(let decl):
            let properties = decl.properties
            return TwinKey(
                isEnum: false, first: properties.first?.key ?? "", last: properties.last?.key ?? "",
                count: properties.count)
        case .enumeration(let decl):
            let cases = decl.cases
            return TwinKey(
                isEnum: true, first: cases.first?.raw.text ?? "", last: cases.last?.raw.text ?? "", count: cases.count)
        case .union, .tuple, .alias: return nil
        }
    }
}
