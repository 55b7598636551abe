import ApusModel

/// Reduces the shapes of alternatives to the properties that distinguish them. Enums are open: a new value must not
/// make an object fit no alternative, unless exactly that value decides between them.
enum RefineShapes {
    static func run(_ shapes: [UnionShape]) -> [UnionShape] {
        let constants = countConstants(of: shapes)
        let rivals = scalars.map { wide in (wide: wide, count: shapes.count { $0.mayBe(wide) }) }
        func hasRival(_ shape: UnionShape, as wide: UnionShape) -> Bool {
            rivals.first { $0.wide == wide }?.count ?? 0 > (shape.mayBe(wide) ? 1 : 0)
        }
        return shapes.map { shape in
            switch shape {
            case .constants(let values):
                let wide = widen(values)
                return hasRival(shape, as: wide) ? shape : wide
            case .text: return hasRival(shape, as: .string) ? shape : .string
            case .integer: return hasRival(shape, as: .number) ? shape : .integer(.int)
            case .object(var object):
                object.constants.removeAll { $0.values.count > 1 && constants[$0.key]?.decides($0) != true }
                return .object(object)
            default: return shape
            }
        }
    }

    /// Shapes of members and elements. An enum of several values also accepts a new one where another shape has some of
    /// its values, or any. Lengths do not distinguish there, except the empty text.
    static func open(_ shapes: [UnionShape]) -> [UnionShape] {
        shapes.enumerated().map { index, shape in
            if case .text(_, let most) = shape { return most == 0 ? .text(minLength: nil, maxLength: 0) : .string }
            guard case .constants(let values) = shape, values.count > 1 else { return shape }
            let isAlone = shapes.enumerated().allSatisfy { $0 == index || $1.excludes(shape) }
            return isAlone ? shape : .likely(values)
        }
    }

    /// The possible results of ``widen(_:)`` for constants.
    private static let scalars: [UnionShape] = [.string, .integer(.int), .number, .boolean, .any]

    /// The type of constants; any value where they have several types.
    fileprivate static func widen(_ values: [LiteralValue]) -> UnionShape {
        let shapes = values.map { value -> UnionShape in
            switch value {
            case .string: .string
            case .integer: .integer(.int)
            case .double: .number
            case .bool: .boolean
            default: .any
            }
        }
        guard let first = shapes.first else { return .any }
        if shapes.allSatisfy({ $0 == first }) { return first }
        return shapes.allSatisfy { $0 == .integer(.int) || $0 == .number } ? .number : .any
    }

    /// The constants of one key in all alternatives.
    private struct Rivals {
        var alternatives = 0
        var values: [LiteralValue: Int] = [:]

        /// Whether other alternatives have a constant for the same key, and none of them has one of the same values.
        func decides(_ constant: UnionShape.Constant) -> Bool {
            alternatives > 1 && constant.values.allSatisfy { values[$0] == 1 }
        }
    }

    private static func countConstants(of shapes: [UnionShape]) -> [String: Rivals] {
        var rivals: [String: Rivals] = [:]
        for object in shapes.compactMap(\.object) {
            for constant in object.constants {
                rivals[constant.key, default: Rivals()].alternatives += 1
                for value in Set(constant.values) { rivals[constant.key]?.values[value, default: 0] += 1 }
            }
        }
        return rivals
    }
}

extension UnionShape {
    /// A shape for values that fit one of several. A union may have thousands of alternatives of one type, so each is
    /// looked up, not compared with all before it.
    static func join(_ shapes: [UnionShape]) -> UnionShape {
        if shapes.isEmpty || shapes.contains(.any) { return .any }
        let constants = shapes.prefix { $0.constants != nil }
        var rest = shapes[constants.endIndex...]
        var joined = constants.isEmpty ? rest.removeFirst() : joinConstants(constants.compactMap(\.constants))
        while joined.alternatives == nil, let next = rest.popFirst() { joined = joined.joined(with: next) }
        guard var alternatives = joined.alternatives, !rest.isEmpty else { return joined }
        var seen = Set(alternatives)
        alternatives += rest.flatMap { $0.alternatives ?? [$0] }.filter { seen.insert($0).inserted }
        return .oneOf(alternatives)
    }

    private static func joinConstants(_ constants: [[LiteralValue]]) -> UnionShape {
        var seen: Set<LiteralValue> = []
        return .constants(constants.joined().filter { seen.insert($0).inserted })
    }

    private var constants: [LiteralValue]? {
        if case .constants(let values) = self { values } else { nil }
    }

    private var alternatives: [UnionShape]? {
        if case .oneOf(let shapes) = self { shapes } else { nil }
    }

    /// A shape for values that fit one of two, of which neither accepts any value and the first is not a union.
    private func joined(with other: UnionShape) -> UnionShape {
        switch (self, other) {
        case _ where self == other: self
        case (.constants, .text(nil, nil)), (.constants, .integer), (.constants, .number): other
        case (.text(nil, nil), .constants), (.integer, .constants), (.number, .constants): self
        case (.text, .text): .string
        case (_, .oneOf(let others)): others.contains(self) ? other : .oneOf([self] + others)
        default: .oneOf([self, other])
        }
    }

    /// Whether any value of the JSON type of `other` fits.
    fileprivate func mayBe(_ other: UnionShape) -> Bool {
        switch self {
        case .constants(let values), .likely(let values):
            values.contains { RefineShapes.widen([$0]).mayBe(other) }
        case .text, .dateTime, .date, .uuid: other == .string || other == .any
        case .integer, .number: other == .integer(.int) || other == .number || other == .any
        case .boolean: other == .boolean || other == .any
        case .null, .array, .tuple, .object: other == .any
        case .optional(let inner): inner.mayBe(other)
        case .oneOf(let shapes): shapes.contains { $0.mayBe(other) }
        case .any: false
        }
    }
}

extension ObjectShape {
    /// The common properties of several; constants and members then do not distinguish.
    static func join(_ shapes: [ObjectShape]) -> ObjectShape {
        guard let first = shapes.first, shapes.count > 1 else { return shapes.first ?? ObjectShape() }
        var known: Set<String> = []
        let common = shapes.dropFirst().reduce(into: Set(first.required)) { $0.formIntersection($1.required) }
        return ObjectShape(
            required: first.required.filter(common.contains),
            known: shapes.flatMap(\.known).filter { known.insert($0).inserted })
    }
}
