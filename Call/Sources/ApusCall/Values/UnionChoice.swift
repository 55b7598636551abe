internal import ApusModel
internal import ApusRuntime

/// Chooses the alternative of a union as generated code does: by the discriminator, else by the runtime's comparison of forms.
struct UnionChoice {
    private let union: UnionDecl
    private let builder: ValueBuilder
    private let depth: Int

    init(_ union: UnionDecl, _ builder: ValueBuilder, depth: Int) {
        self.union = union
        self.builder = builder
        self.depth = depth
    }

    /// A value that fits no alternative is sent as it is: the document's unions are open.
    func build(_ value: JSONValue) throws(ValueProblem) -> CallValue {
        if let discriminator = union.discriminator { return try build(value, by: discriminator) }
        var rest = Array(union.cases.indices)
        while !rest.isEmpty {
            guard let best = choose(value, among: rest.map { union.cases[$0].shape }) else { break }
            do throws(ValueProblem) {
                return try builder.build(value, as: union.cases[rest[best]].type, depth: depth + 1)
            } catch {
                rest.remove(at: best)
            }
        }
        return .json(value)
    }

    private func build(_ value: JSONValue, by discriminator: String) throws(ValueProblem) -> CallValue {
        let text = value[discriminator].flatMap { $0.string ?? ($0.isNull ? nil : $0.description) }
        let chosen =
            text.flatMap { text in
                union.cases.first { $0.discriminatorValues.contains { $0.utf8.elementsEqual(text.utf8) } }
            }
        guard let alternative = chosen ?? union.cases.find(union.defaultCase) else { return .json(value) }
        let built = try builder.build(value, as: alternative.type, depth: depth + 1)
        // A case with one value writes it in front of the members; one with several leaves the member in its place.
        guard chosen != nil, alternative.discriminatorValues.count == 1, case .object(let members) = built,
            let member = value[discriminator]
        else { return built }
        let others = members.filter { !$0.name.utf8.elementsEqual(discriminator.utf8) }
        return .object([CallMember(name: discriminator, value: .json(member))] + others)
    }

    private func choose(_ value: JSONValue, among shapes: [UnionShape]) -> Int? {
        FittingAlternative.$alternatives.withValue(shapes.map(UnionAlternative.init)) {
            (try? JSONDecoding.decode(FittingAlternative.self, from: Array(value.description.utf8)))?.index
        }
    }
}

/// The position of the alternative that fits a value best. The runtime asks a type for its alternatives; here they belong to the task.
private struct FittingAlternative: UnionCoding {
    @TaskLocal static var alternatives: [UnionAlternative] = []

    let index: Int?

    init(from value: inout ValueReader) {
        self = value.choose(Self.alternatives) { index, _ in FittingAlternative(index: index) }
    }

    private init(index: Int?) {
        self.index = index
    }

    func write(to value: inout ValueWriter) {
        value.writeNull()
    }
}

extension UnionAlternative {
    /// The runtime's form of a shape of the declarations.
    fileprivate init(_ shape: UnionShape) {
        self =
            switch shape {
            case .text(let least, let most): .string(minLength: least ?? 0, maxLength: most ?? .max)
            case .dateTime: .dateTime
            case .date: .date
            case .uuid: .uuid
            case .constants(let values): .constants(values.compactMap(Self.json))
            case .likely(let values): .likely(values.compactMap(Self.json))
            case .integer(let type): Self.integer(type)
            case .number: .number
            case .boolean: .boolean
            case .null: .null
            case .optional(let inner): .optional(UnionAlternative(inner))
            case .oneOf(let shapes): .oneOf(shapes.map(UnionAlternative.init))
            case .array(of: nil): .array
            case .array(of: let element?): .array(of: UnionAlternative(element))
            case .tuple(let items, let required, let rest):
                .tuple(
                    items: items.map(UnionAlternative.init), required: required, rest: rest.map(UnionAlternative.init))
            case .any: .any
            case .object(let object): Self.make(object)
            }
    }

    private static func integer(_ type: ScalarType) -> UnionAlternative {
        switch type {
        case .int8: .int8
        case .int16: .int16
        case .int32: .int32
        case .int64: .int64
        case .uint: .uint
        case .uint8: .uint8
        case .uint16: .uint16
        case .uint32: .uint32
        case .uint64: .uint64
        default: .integer
        }
    }

    private static func make(_ object: ObjectShape) -> UnionAlternative {
        var constants: [String: JSONValue] = [:]
        for constant in object.constants {
            let values = constant.values.compactMap(json)
            constants[constant.key] = values.count == 1 ? values[0] : .array(values)
        }
        let members = Dictionary(
            object.members.map { ($0.key, UnionAlternative($0.shape)) }, uniquingKeysWith: { first, _ in first })
        return .object(
            required: object.required, known: object.known, constants: constants, members: members,
            values: object.values.map(UnionAlternative.init))
    }

    private static func json(_ literal: LiteralValue) -> JSONValue? {
        LiteralJSON.value(of: literal, .json, ValueBuilder(types: [:]))
    }
}
