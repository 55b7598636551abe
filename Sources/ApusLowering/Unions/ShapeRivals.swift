import ApusModel

/// Pairs of alternatives that one value may fit, according to their shapes.
struct ShapeRivals {
    struct Pair {
        let left: Int
        let right: Int
    }

    private(set) var pairs: [Pair] = []
    /// The indexes in ``pairs``.
    private(set) var involved: Set<Int> = []

    /// - Parameter owners: The alternative of each shape; shapes of one alternative are no rivals.
    init(_ shapes: [UnionShape], owners: [Int]) {
        guard shapes.count * shapes.count <= Lowerer.rivalLimit else { return }
        let objects = shapes.map { $0.object.map(Names.init) }
        for left in shapes.indices {
            for right in shapes.indices[(left + 1)...] where owners[left] != owners[right] {
                if let one = objects[left], let other = objects[right] {
                    if one.isTold(from: other) || other.isTold(from: one) { continue }
                } else if shapes[left].excludes(shapes[right]) {
                    continue
                }
                pairs.append(Pair(left: left, right: right))
                involved.formUnion([left, right])
            }
        }
    }

    private struct Names {
        let required: Set<String>
        let known: Set<String>
        let constants: [String: [LiteralValue]]

        init(_ object: ObjectShape) {
            required = Set(object.required)
            known = Set(object.known)
            constants = Dictionary(object.constants.map { ($0.key, $0.values) }) { first, _ in first }
        }

        /// Whether it requires a member that the other does not declare, or another constant.
        func isTold(from other: Names) -> Bool {
            if !other.known.isEmpty, !required.isSubset(of: other.known) { return true }
            return constants.contains { key, values in
                other.constants[key].map { !$0.contains(where: values.contains) } ?? false
            }
        }
    }
}

extension UnionShape {
    var object: ObjectShape? {
        if case .object(let shape) = self { shape } else { nil }
    }

    var isArray: Bool {
        switch self {
        case .array, .tuple: true
        default: false
        }
    }

    /// Whether no value fits both.
    func excludes(_ other: UnionShape) -> Bool {
        switch (self, other) {
        case (.any, _), (_, .any), (.optional, .optional), (.optional, .null), (.null, .optional): false
        case (.optional(let inner), let shape), (let shape, .optional(let inner)): inner.excludes(shape)
        case (.oneOf(let shapes), let shape), (let shape, .oneOf(let shapes)): shapes.allSatisfy { $0.excludes(shape) }
        case (.constants(let some), .constants(let others)): !some.contains(where: others.contains)
        case (.object(let some), .object(let others)): some.excludes(others)
        case (.uuid, .dateTime), (.uuid, .date), (.dateTime, .uuid), (.date, .uuid): true
        default: types.isDisjoint(with: other.types)
        }
    }

    private enum JSONType { case null, boolean, number, string, array, object }

    private var types: Set<JSONType> {
        switch self {
        case .text, .dateTime, .date, .uuid: [.string]
        case .integer, .number: [.number]
        case .boolean: [.boolean]
        case .null: [.null]
        case .array, .tuple: [.array]
        case .object: [.object]
        case .optional(let inner): inner.types.union([.null])
        case .oneOf(let shapes): shapes.reduce(into: []) { $0.formUnion($1.types) }
        case .constants(let values), .likely(let values): Set(values.map(UnionShape.type))
        case .any: [.null, .boolean, .number, .string, .array, .object]
        }
    }

    private static func type(of value: LiteralValue) -> JSONType {
        switch value {
        case .bool: .boolean
        case .integer, .double: .number
        default: .string
        }
    }
}

extension ObjectShape {
    /// Whether a member that both require cannot satisfy both.
    fileprivate func excludes(_ other: ObjectShape) -> Bool {
        Set(required).intersection(other.required).contains { key in
            guard let shape = shape(of: key), let rival = other.shape(of: key) else { return false }
            return shape.excludes(rival)
        }
    }

    private func shape(of key: String) -> UnionShape? {
        members.first { $0.key == key }?.shape ?? constants.first { $0.key == key }.map { .constants($0.values) }
    }
}
