import ApusModel

/// Keeps in the shapes of alternatives what tells them from each other. Enums are open: a value that is new tomorrow must not make an
/// object fit no alternative, unless just that value decides between them.
enum RefineShapes {
    static func run(_ shapes: [UnionShape]) -> [UnionShape] {
        let hasSeveralArrays = shapes.count(where: \.isArray) > 1
        let constants = countConstants(of: shapes)
        let rivals = scalars.map { wide in (wide: wide, count: shapes.count { $0.mayBe(wide) }) }
        return shapes.map { shape in
            switch shape {
            case .array: return hasSeveralArrays ? shape : .array(of: nil)
            case .constants(let values):
                let wide = widen(values)
                let count = rivals.first { $0.wide == wide }?.count ?? 0
                return count > (shape.mayBe(wide) ? 1 : 0) ? shape : wide
            case .object(let required, let known, let own):
                let telling = own.filter { $0.values.count == 1 || constants[$0.key]?.decides($0) == true }
                return .object(required: required, known: known, constants: telling)
            default: return shape
            }
        }
    }

    /// What constants may be ``widen(_:)``ed to.
    private static let scalars: [UnionShape] = [.string, .integer, .number, .boolean, .any]

    /// For each alternative the first member, required ones before others, that only it has.
    static func findTellingKeys(of shapes: [UnionShape]) -> [String?] {
        var owners: [String: Int] = [:]
        for case .object(_, let known, _) in shapes {
            for key in Set(known) { owners[key, default: 0] += 1 }
        }
        return shapes.map { shape in
            guard case .object(let required, let known, _) = shape else { return nil }
            return (required + known).first { owners[$0, default: 0] <= 1 }
        }
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

    /// The constants of one key in all alternatives.
    private struct Rivals {
        var alternatives = 0
        var values: [LiteralValue: Int] = [:]

        /// Whether other alternatives have a constant of the same key, and none of them has one of the same values.
        func decides(_ constant: UnionShape.Constant) -> Bool {
            alternatives > 1 && constant.values.allSatisfy { values[$0] == 1 }
        }
    }

    private static func countConstants(of shapes: [UnionShape]) -> [String: Rivals] {
        var rivals: [String: Rivals] = [:]
        for case .object(_, _, let constants) in shapes {
            for constant in constants {
                rivals[constant.key, default: Rivals()].alternatives += 1
                for value in Set(constant.values) { rivals[constant.key]?.values[value, default: 0] += 1 }
            }
        }
        return rivals
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
