import ApusModel

/// The models of objects that a value may match simultaneously (`anyOf`), and the models of their members with one
/// name.
struct OverlappingModels {
    private(set) var models: Set<TypeID> = []
    private let declared: [TypeID: TypeDecl]
    private var groups: Set<[TypeID]> = []

    init(_ declared: [TypeID: TypeDecl]) {
        self.declared = declared
        for id in declared.keys.sorted() {
            if case .union(let decl)? = declared[id], decl.isInclusive { add(decl.cases.map(\.type)) }
        }
    }

    private mutating func add(_ types: [TypeRef]) {
        var open = [types]
        while let next = open.popLast() {
            var found: Set<TypeID> = []
            var seen: Set<TypeID> = []
            for type in next { find(in: type, &found, &seen) }
            guard found.count > 1, groups.insert(found.sorted()).inserted else { continue }
            models.formUnion(found)
            var members: [String: [TypeRef]] = [:]
            for id in found.sorted() {
                guard case .structure(let decl)? = declared[id] else { continue }
                for property in decl.properties { members[property.key, default: []].append(property.type) }
            }
            for key in members.keys.sorted() {
                if let types = members[key], Set(types).count > 1 { open.append(types) }
            }
        }
    }

    /// The models that a type is or contains, through unions and aliases.
    private func find(in type: TypeRef, _ found: inout Set<TypeID>, _ seen: inout Set<TypeID>) {
        var open: [TypeID] = []
        type.forEachNamed { open.append($0) }
        while let id = open.popLast() {
            guard seen.insert(id).inserted else { continue }
            switch declared[id] {
            case .structure?: found.insert(id)
            case .union(let decl)?: for one in decl.cases { one.type.forEachNamed { open.append($0) } }
            case .alias(let decl)?: decl.target.forEachNamed { open.append($0) }
            case .tuple, .enumeration, nil: continue
            }
        }
    }
}
