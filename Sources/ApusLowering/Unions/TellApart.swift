import ApusModel
import ApusSchemas
import ApusSpec

/// Distinguishes alternatives by their own shapes, and by nested values as far as two alternatives with equal shapes
/// need them.
extension Lowerer {
    /// The maximum depth of examined members.
    static let shapeLevels = 5
    /// The maximum number of member schemas examined for one union.
    static let shapeBudget = 512
    /// The maximum number of pairs compared for one union.
    static let rivalLimit = 40_000

    func tellApart(_ alternatives: [Schema], levels: Int = Lowerer.shapeLevels) -> [UnionShape] {
        var budget = Lowerer.shapeBudget
        return tellApart(alternatives, levels: levels, budget: &budget)
    }

    func tellApart(_ alternatives: [Schema], levels: Int, budget: inout Int) -> [UnionShape] {
        budget -= alternatives.count
        var left = UnionLeaves.total
        var leaves = alternatives.enumerated().flatMap { findLeaves(of: $1, owner: $0, &left) }
        let rivals = ShapeRivals(leaves.map(\.shape), owners: leaves.map(\.owner))
        if levels > 0, budget > 0, !rivals.pairs.isEmpty {
            deepenObjects(&leaves, rivals, levels: levels - 1, budget: &budget)
            deepenElements(&leaves, rivals, levels: levels - 1, budget: &budget)
        }
        let refined = RefineShapes.run(leaves.map(\.shape))
        let positions = leaves.indices.reduce(into: [[Int]](repeating: [], count: alternatives.count)) {
            $0[leaves[$1].owner].append($1)
        }
        return positions.map { positions in
            join(positions.map { refined[$0] }, isTold: positions.contains(where: rivals.involved.contains))
        }
    }

    /// Members, elements or values, one of which may be null.
    func tellApart(parts: [Schema], levels: Int, budget: inout Int) -> [UnionShape] {
        let shapes = RefineShapes.open(tellApart(parts, levels: levels, budget: &budget))
        return zip(parts, shapes).map { schemas.isNullable($0) && $1 != .any ? .optional($1) : $1 }
    }

    /// A nested union counts as its alternatives. One that is too large, or empty, accepts any value.
    private func findLeaves(of alternative: Schema, owner: Int, _ left: inout Int) -> [ShapeLeaf] {
        let flat = schemas.flatten(alternative)
        guard unionLeaves.isUnion(flat) else {
            return [ShapeLeaf(owner: owner, schema: flat, shape: findShape(of: flat))]
        }
        let leaves = left > 0 ? unionLeaves.find(of: flat) ?? [] : []
        left -= leaves.count
        if leaves.isEmpty { return [ShapeLeaf(owner: owner, schema: flat, shape: .any)] }
        let mapping = flat.discriminator.map(groupMapping) ?? [:]
        return leaves.map { leaf in
            let shape = addTag(of: flat.discriminator, mapping, to: findShape(of: leaf), of: leaf)
            return ShapeLeaf(owner: owner, schema: leaf, shape: shape)
        }
    }

    /// The values by which a nested union selects one of its own alternatives.
    private func addTag(
        of discriminator: Discriminator?, _ mapping: [SchemaID: [String]], to shape: UnionShape, of leaf: FlatSchema
    ) -> UnionShape {
        guard let discriminator, var object = shape.object,
            !object.constants.contains(where: { $0.key == discriminator.propertyName }),
            let member = leaf.object.properties.first(where: { $0.name == discriminator.propertyName }),
            schemas.flatten(member.schema).inferredType == .string
        else { return shape }
        let own = leaf.ownDiscriminatorValue ?? schemas.names[leaf.id]
        let mapped = mapping[leaf.id] ?? []
        let values = mapped + [own].compactMap { $0 }.filter { !mapped.contains($0) }
        if values.isEmpty { return shape }
        object.constants.append(
            UnionShape.Constant(key: discriminator.propertyName, values: values.map { .string($0) }))
        return .object(object)
    }

    /// Objects of one alternative that need no distinction from others fit by their common properties.
    private func join(_ shapes: [UnionShape], isTold: Bool) -> UnionShape {
        guard let first = shapes.first else { return .any }
        if shapes.allSatisfy({ $0 == first }) { return first }
        let objects = shapes.compactMap(\.object)
        if !isTold, objects.count == shapes.count {
            return .object(ObjectShape.join(objects))
        }
        return UnionShape.join(shapes)
    }
}

/// One alternative, with nested unions expanded.
struct ShapeLeaf {
    /// The alternative of the leaf.
    let owner: Int
    let schema: FlatSchema
    var shape: UnionShape
}
