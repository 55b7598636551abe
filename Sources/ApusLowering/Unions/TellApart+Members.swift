import ApusModel
import ApusSchemas
import ApusSpec

/// Members that distinguish rivals.
extension Lowerer {
    /// The maximum number of members in an object's shape when none of them suffices alone.
    private static let memberLimit = 12

    func deepenObjects(_ leaves: inout [ShapeLeaf], _ rivals: ShapeRivals, levels: Int, budget: inout Int) {
        deepenValues(&leaves, rivals, levels: levels, budget: &budget)
        var open = rivals.pairs.filter { leaves[$0.left].shape.object != nil && leaves[$0.right].shape.object != nil }
        var found: [(key: String, shapes: [Int: UnionShape])] = []
        var decisive: [(key: String, shapes: [Int: UnionShape])] = []
        let demands = rivals.involved.reduce(into: [:]) { $0[$1] = Set(leaves[$1].shape.object?.required ?? []) }
        for key in findSharedKeys(of: leaves, open, demands) where !open.isEmpty && budget > 0 {
            let shapes = tellApart(member: key, of: leaves, open, levels: levels, budget: &budget)
            guard !shapes.isEmpty else { continue }
            found.append((key, shapes))
            let undecided = open.filter { pair in
                guard let left = shapes[pair.left], let right = shapes[pair.right], left.excludes(right) else {
                    return true
                }
                return demands[pair.left]?.contains(key) != true || demands[pair.right]?.contains(key) != true
            }
            if undecided.count < open.count { decisive.append((key, shapes)) }
            open = undecided
        }
        for member in (open.isEmpty ? decisive : Array(found.prefix(Lowerer.memberLimit))) {
            for (index, shape) in member.shapes.sorted(by: { $0.key < $1.key }) {
                leaves[index].add(ObjectShape.Member(key: member.key, shape: shape))
            }
        }
    }

    /// Names that both of a pair declare: generally required ones first, in document order.
    private func findSharedKeys(
        of leaves: [ShapeLeaf], _ pairs: [ShapeRivals.Pair], _ demands: [Int: Set<String>]
    ) -> [String] {
        var keys: [String] = []
        var seen: Set<String> = []
        for pair in pairs {
            let other = Set(leaves[pair.right].schema.object.properties.map(\.name))
            for property in leaves[pair.left].schema.object.properties
            where other.contains(property.name) && seen.insert(property.name).inserted {
                keys.append(property.name)
            }
        }
        let involved = Set(pairs.flatMap { [$0.left, $0.right] })
        let demanded = keys.filter { key in involved.allSatisfy { demands[$0]?.contains(key) == true } }
        let first = Set(demanded)
        return demanded + keys.filter { !first.contains($0) }
    }

    /// The shapes of a member in the leaves that have it; none where they are equal.
    private func tellApart(
        member key: String, of leaves: [ShapeLeaf], _ pairs: [ShapeRivals.Pair], levels: Int, budget: inout Int
    ) -> [Int: UnionShape] {
        let indices = Set(pairs.flatMap { [$0.left, $0.right] }).sorted()
        let members = indices.compactMap { index in
            leaves[index].schema.object.properties.first { $0.name == key && !$0.schema.isWriteOnly }.map {
                (index: index, schema: $0.schema)
            }
        }
        guard members.count > 1, Set(members.map { schemas.end(of: $0.schema) }).count > 1 else { return [:] }
        let shapes = tellApart(parts: members.map(\.schema), levels: levels, budget: &budget)
        guard let first = shapes.first, shapes.contains(where: { $0 != first }) else { return [:] }
        return Dictionary(uniqueKeysWithValues: zip(members.map(\.index), shapes))
    }

    /// Examines the values of dictionaries.
    private func deepenValues(_ leaves: inout [ShapeLeaf], _ rivals: ShapeRivals, levels: Int, budget: inout Int) {
        var maps: [(index: Int, values: Schema?)] = []
        for index in rivals.involved.sorted() where leaves[index].shape.object != nil {
            switch leaves[index].schema.object.additionalProperties {
            case .schema(let values)?: maps.append((index, values))
            case .allowed?: maps.append((index, nil))
            case .forbidden?, nil: continue
            }
        }
        var shapes = tellApart(parts: maps.compactMap(\.values), levels: levels, budget: &budget)[...]
        for map in maps {
            leaves[map.index].set(values: map.values == nil ? .any : shapes.popFirst() ?? .any)
        }
    }
}

extension ShapeLeaf {
    /// A constant is more concise, and a shape for any value does not distinguish.
    fileprivate mutating func add(_ member: ObjectShape.Member) {
        guard var object = shape.object, member.shape != .any else { return }
        if case .constants(let values) = member.shape, values.count == 1,
            object.constants.contains(where: { $0.key == member.key })
        {
            return
        }
        object.constants.removeAll { $0.key == member.key }
        object.members.append(member)
        shape = .object(object)
    }

    fileprivate mutating func set(values: UnionShape) {
        guard var object = shape.object else { return }
        object.values = values
        shape = .object(object)
    }
}
