import ApusModel

/// The declarations of one owner that is open, without repetitions.
struct DeclarationScope {
    private(set) var types: [TypeDecl] = []
    /// Places in ``types`` by what twins have in common.
    private var places: [TwinKey: [Int]] = [:]

    /// What can be compared without looking at every declaration of the owner.
    private struct TwinKey: Hashable {
        let isEnum: Bool
        let first: String
        let last: String
        let count: Int
    }

    /// Adds the declaration, or finds the equal one that is there already.
    ///
    /// - Returns: The identity of the one that stands for it.
    mutating func declare(_ decl: TypeDecl) -> TypeID {
        if let key = Self.makeKey(of: decl) {
            if let twin = places[key]?.first(where: { types[$0].isTwin(of: decl) }) { return types[twin].header.id }
            places[key, default: []].append(types.count)
        }
        types.append(decl)
        return decl.header.id
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
