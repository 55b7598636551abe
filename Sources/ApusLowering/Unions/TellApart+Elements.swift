import ApusModel
import ApusSchemas
import ApusSpec

/// Elements that distinguish rivals.
extension Lowerer {
    func deepenElements(_ leaves: inout [ShapeLeaf], _ rivals: ShapeRivals, levels: Int, budget: inout Int) {
        let arrays = rivals.involved.sorted().filter { leaves[$0].shape.isArray && leaves[$0].schema.const == nil }
        guard arrays.count > 1 else { return }
        let lists = arrays.filter { leaves[$0].schema.array.prefixItems.isEmpty }
        let items = lists.compactMap { leaves[$0].schema.array.items }
        var shapes = tellApart(parts: items, levels: levels, budget: &budget)[...]
        let hasTuples = lists.count < arrays.count
        let isTold = hasTuples || Set(items.map { document.resolve($0).id }).count > 1 || items.count < lists.count
        for index in lists where leaves[index].schema.array.items != nil {
            guard let shape = shapes.popFirst(), isTold, shape != .any else { continue }
            leaves[index].shape = .array(of: shape)
        }
        if hasTuples { deepenTuples(&leaves, arrays.filter { !lists.contains($0) }, levels: levels, budget: &budget) }
    }

    private func deepenTuples(_ leaves: inout [ShapeLeaf], _ tuples: [Int], levels: Int, budget: inout Int) {
        var items: [Int: [UnionShape]] = [:]
        for position in 0..<(tuples.map { leaves[$0].schema.array.prefixItems.count }.max() ?? 0) {
            let holders = tuples.filter { leaves[$0].schema.array.prefixItems.count > position }
            let schemas = holders.map { leaves[$0].schema.array.prefixItems[position] }
            for (index, shape) in zip(holders, tellApart(parts: schemas, levels: levels, budget: &budget)) {
                items[index, default: []].append(shape)
            }
        }
        for index in tuples {
            let array = leaves[index].schema.array
            let rest = (array.items ?? array.unevaluatedItems).flatMap {
                tellApart(parts: [$0], levels: levels, budget: &budget).first
            }
            let required = max(0, min(leaves[index].schema.limits.minItems ?? 0, array.prefixItems.count))
            let isOpen = rest == nil && !array.allowsNoFurtherItems
            leaves[index].shape = .tuple(
                items: items[index] ?? [], required: required, rest: isOpen ? .any : rest)
        }
    }
}
