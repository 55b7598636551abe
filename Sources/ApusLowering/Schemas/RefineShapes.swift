import ApusModel

/// Keeps in the shapes of alternatives what tells them from each other. Enums are open: a value that is new tomorrow must not make an
/// object fit no alternative, unless just that value decides between them.
enum RefineShapes {
    static func run(_ shapes: [UnionShape]) -> [UnionShape] {
        let hasSeveralArrays = shapes.count(where: \.isArray) > 1
        return shapes.enumerated().map { place, shape in
            switch shape {
            case .array: return hasSeveralArrays ? shape : .array(of: nil)
            case .constants(let values):
                let wide = widen(values)
                return shapes.enumerated().contains { $0 != place && $1.mayBe(wide) } ? shape : wide
            case .object(let required, let known, let constants):
                var others = shapes
                others.remove(at: place)
                let telling = constants.filter { $0.values.count == 1 || decides($0, among: others) }
                return .object(required: required, known: known, constants: telling)
            default: return shape
            }
        }
    }

    /// The first member, required ones before others, that only this alternative has.
    static func findTellingKey(of place: Int, among shapes: [UnionShape]) -> String? {
        guard case .object(let required, let known, _) = shapes[place] else { return nil }
        var others: Set<String> = []
        for (other, shape) in shapes.enumerated() where other != place {
            if case .object(_, let known, _) = shape { others.formUnion(known) }
        }
        return (required + known).first { !others.contains($0) }
    }

    /// A shape for what fits one of two that have the same Swift type.
    static func join(_ left: UnionShape, _ right: UnionShape) -> UnionShape {
        switch (left, right) {
        case (.constants(let some), .constants(let others)): .constants(some + others.filter { !some.contains($0) })
        case (.constants, let wide), (let wide, .constants): wide
        case (.object(let required, let known, _), .object(let demanded, let named, _)):
            .object(
                required: required.filter(demanded.contains), known: known + named.filter { !known.contains($0) },
                constants: [])
        case (.array(let some), .array(let others)): .array(of: some == others ? some : nil)
        default: left == right ? left : .any
        }
    }

    /// The type of constants; anything where they have several.
    fileprivate static func widen(_ values: [LiteralValue]) -> UnionShape {
        let shapes = values.map { value -> UnionShape in
            switch value {
            case .string: .string
            case .integer: .integer
            case .double: .number
            case .bool: .boolean
            default: .any
            }
        }
        guard let first = shapes.first else { return .any }
        if shapes.allSatisfy({ $0 == first }) { return first }
        return shapes.allSatisfy { $0 == .integer || $0 == .number } ? .number : .any
    }

    /// Whether other alternatives have a constant of the same key, and none of them has one of the same values.
    private static func decides(_ constant: UnionShape.Constant, among others: [UnionShape]) -> Bool {
        let rivals = others.flatMap { shape -> [UnionShape.Constant] in
            guard case .object(_, _, let constants) = shape else { return [] }
            return constants.filter { $0.key == constant.key }
        }
        return !rivals.isEmpty && rivals.allSatisfy { Set($0.values).isDisjoint(with: constant.values) }
    }
}

extension UnionShape {
    /// Whether some value of the JSON type of `other` fits.
    fileprivate func mayBe(_ other: UnionShape) -> Bool {
        switch self {
        case .constants(let values): values.contains { RefineShapes.widen([$0]).mayBe(other) }
        case .string, .dateTime, .date, .uuid: other == .string || other == .any
        case .integer, .number: other == .integer || other == .number || other == .any
        case .boolean: other == .boolean || other == .any
        case .null, .array, .object: other == .any
        case .any: false
        }
    }

    fileprivate var isArray: Bool {
        if case .array = self { true } else { false }
    }
}
