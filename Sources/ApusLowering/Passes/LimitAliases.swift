import ApusModel
import ApusSource

/// Long chains of aliases of arrays become separate types: the compiler expands nested aliases at every use, and so do
/// later passes.
///
/// `A = [B]` is then coded as an array of `B`, `A = [String: B]` as a dictionary, and nothing is lost. Other aliases
/// become `JSONValue`.
enum LimitAliases {
    /// The number of names that lead to one type; real documents stay below 5.
    static let limit = 96

    static func run(_ model: inout APIModel, origins: Origins, diagnostics: inout Diagnostics) {
        let long = findLong(model.indexTypes())
        if long.isEmpty { return }
        model.updateTypes { type in
            guard long.contains(type.header.id) else { return }
            RepairReferences.wrap(&type)
            guard case .alias(var decl) = type else { return }
            decl.target = .json
            type = .alias(decl)
            diagnostics.report(.aliasTooLong(decl.header.name, at: origins.find(decl.header.id)))
        }
    }

    /// Aliases at which a chain exceeds the limit, counted from its end; with an explicit stack.
    private static func findLong(_ declared: [TypeID: TypeDecl]) -> Set<TypeID> {
        var long: Set<TypeID> = []
        var lengths: [TypeID: Int] = [:]
        for root in declared.keys.sorted() {
            var stack = [(id: root, isOpen: false)]
            while let (id, isOpen) = stack.popLast() {
                guard case .alias(let decl)? = declared[id] else { continue }
                if isOpen {
                    var length = 1
                    decl.target.forEachNamed { length = max(length, 1 + (lengths[$0] ?? 0)) }
                    if length > limit { long.insert(id) }
                    lengths[id] = length > limit ? 0 : length
                } else if lengths.updateValue(0, forKey: id) == nil {
                    stack.append((id, true))
                    decl.target.forEachNamed { stack.append(($0, false)) }
                }
            }
        }
        return long
    }
}
