import ApusModel
import ApusSource

/// Declares inherited types once, in the owner that contains them: the inline enum of a base that 256 schemas extend is
/// nested in the base, and the schemas refer to it. Two declarations are equal when they come from one schema and agree
/// in all their content; a child's narrowed type remains separate. Declarations that no operation reaches do not count:
/// an unused owner is declared for two other types, not for one.
enum ShareInherited {
    static func run(_ model: inout APIModel, origins: Origins, options: LoweringOptions) {
        if options.keepsUnusedTypes { PruneUnused.run(&model, options: options) }
        var sharing = Sharing(model, origins: origins)
        sharing.findTwins()
        guard !sharing.replaced.isEmpty else { return }
        model.types = model.types.map(sharing.rebuild)
        for index in model.operations.indices {
            model.operations[index].nested = model.operations[index].nested.compactMap(sharing.rebuildNested)
        }
        model.mapOperationTypes(sharing.replace)
        ResolveUsage.run(&model, keeping: options.keptTypes)
    }
}

private struct Sharing {
    private struct Location: Hashable {
        let file: SourceFileID
        let pointer: String
    }

    private let origins: Origins
    private let declared: [TypeID: TypeDecl]
    private var owners: [TypeID: TypeID] = [:]
    /// The outermost declaration of each schema.
    private var written: [Location: TypeID] = [:]
    /// Declarations of one schema, the outermost first.
    private var groups: [(location: Location, members: [TypeID], depth: Int)] = []
    private(set) var replaced: [TypeID: TypeID] = [:]
    private var moved: [TypeID: [TypeID]] = [:]
    private var movedAway: Set<TypeID> = []

    init(_ model: APIModel, origins: Origins) {
        self.origins = origins
        declared = model.indexTypes()
        var byLocation: [Location: Int] = [:]
        var level = (model.types + model.operations.flatMap(\.nested)).map { (decl: $0, owner: TypeID?.none) }
        var depth = 0
        while !level.isEmpty {
            var next: [(decl: TypeDecl, owner: TypeID?)] = []
            for (decl, owner) in level {
                let id = decl.header.id
                owners[id] = owner
                next += decl.header.nested.map { ($0, id) }
                guard let origin = origins.find(id) else { continue }
                let location = Location(file: origin.mark.file, pointer: origin.pointer)
                if let group = byLocation[location] {
                    groups[group].members.append(id)
                } else {
                    byLocation[location] = groups.count
                    written[location] = id
                    groups.append((location, [id], depth))
                }
            }
            (level, depth) = (next, depth + 1)
        }
    }

    mutating func findTwins() {
        for group in groups where group.members.count > 1 {
            let members = group.members.filter { replaced[$0] == nil }
            let usedCount = members.count(where: { declared[$0]?.isUsed == true })
            guard usedCount > 1, let owner = findOwner(of: group.location) else {
                continue
            }
            let kept = members.first { owners[$0] == owner } ?? members[0]
            guard kept != owner, let original = declared[kept] else { continue }
            var isShared = false
            for member in members where member != kept {
                guard let twins = declared[member]?.findTwins(in: original) else { continue }
                replaced.merge(twins) { first, _ in first }
                isShared = true
            }
            if isShared, owners[kept] != owner {
                moved[owner, default: []].append(kept)
                movedAway.insert(kept)
            }
        }
    }

    /// The innermost declaration whose schema contains the location. An alias cannot have nested types.
    private func findOwner(of location: Location) -> TypeID? {
        var pointer = location.pointer[...]
        while let slash = pointer.utf8.lastIndex(of: UInt8(ascii: "/")) {
            pointer = pointer[..<slash]
            guard let id = written[Location(file: location.file, pointer: String(pointer))] else { continue }
            let owner = replaced[id] ?? id
            if case .alias? = declared[owner] { return nil }
            return owner
        }
        return nil
    }

    func replace(_ type: TypeRef) -> TypeRef {
        type.mapNamed { replaced[$0].map(TypeRef.named) }
    }

    func rebuild(_ type: TypeDecl) -> TypeDecl {
        var type = type
        type.mapMemberTypes(replace)
        let adopted = (moved[type.header.id] ?? []).compactMap { declared[$0] }.map(rebuild)
        type.header.nested = type.header.nested.compactMap(rebuildNested) + adopted
        return type
    }

    func rebuildNested(_ type: TypeDecl) -> TypeDecl? {
        let id = type.header.id
        return replaced[id] != nil || movedAway.contains(id) ? nil : rebuild(type)
    }
}
