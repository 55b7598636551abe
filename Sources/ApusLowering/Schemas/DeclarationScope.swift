import ApusModel

/// The declarations of one owner that is open, without repetitions.
///
/// Two that are equal are one where only their location distinguishes them, such as the answers of two statuses. Members with names of
/// their own have types of their own, and so have enums: a value that one of two gains must not give the other another type.
struct DeclarationScope {
    private(set) var types: [TypeDecl] = []
    /// Indexes in ``types`` by the common properties of twins.
    private var indices: [TwinKey: [Int]] = [:]
    private var declared: Set<TypeID> = []

    /// The properties that can be compared without examining every declaration of the owner.
    private struct TwinKey: Hashable {
        let isEnum: Bool
        /// Declarations that are shared only with others of the same name.
        let name: String?
        let first: String
        let last: String
        let count: Int
    }

    /// Adds the declaration, or finds an equal one.
    ///
    /// - Parameter isMember: As in ``Site/isMember``.
    /// - Returns: The identity of the declaration that is used.
    mutating func declare(_ decl: TypeDecl, isMember: Bool) -> TypeID {
        // Content types may share one schema.
        guard declared.insert(decl.header.id).inserted else { return decl.header.id }
        if let key = Self.makeKey(of: decl, isMember: isMember) {
            if let twin = indices[key]?.first(where: { types[$0].isTwin(of: decl) }) { return types[twin].header.id }
            indices[key, default: []].append(types.count)
        }
        types.append(decl)
        return decl.header.id
    }

    /// Gives an existing declaration another provisional name.
    mutating func rename(_ id: TypeID, _ name: String) {
        guard let index = types.firstIndex(where: { $0.header.id == id }) else { return }
        types[index].header.name = name
    }

    private static func makeKey(of decl: TypeDecl, isMember: Bool) -> TwinKey? {
        switch decl {
        case .structure(let decl):
            let properties = decl.properties
            return TwinKey(
                isEnum: false, name: isMember ? decl.header.name : nil, first: properties.first?.key ?? "",
                last: properties.last?.key ?? "",
                count: properties.count)
        case .enumeration(let decl):
            let cases = decl.cases
            return TwinKey(
                isEnum: true, name: decl.header.name, first: cases.first?.raw.text ?? "",
                last: cases.last?.raw.text ?? "", count: cases.count)
        case .union, .tuple, .alias: return nil
        }
    }
}
