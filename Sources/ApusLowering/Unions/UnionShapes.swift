import ApusModel
import ApusSchemas
import ApusSource
import ApusSpec

/// The shape that identifies an alternative without a discriminator, from its own keywords; ``tellApart(_:)`` examines
/// nested values.
extension Lowerer {
    func findShape(of schema: Schema) -> UnionShape {
        findShape(of: schemas.flatten(schema))
    }

    func findShape(of flat: FlatSchema) -> UnionShape {
        if unionLeaves.hasConfiguredType(flat) { return .any }
        if let const = flat.const { return findShape(ofConstant: const) }
        if let values = flat.enumeration, !values.isEmpty { return findShape(ofValues: values) }
        if unionLeaves.isUnion(flat) { return .any }
        switch flat.inferredType {
        case .string: return findShape(ofString: flat)
        case .file: return .string
        case .integer: return .integer(findWidth(of: flat, Formats.integer))
        case .number: return findShape(ofNumber: flat)
        case .boolean: return .boolean
        case .array: return .array(of: nil)
        case .object: return .object(findShape(ofObject: flat))
        case nil: return .any
        }
    }

    /// String formats that the runtime reads into a separate type.
    private func findShape(ofString schema: FlatSchema) -> UnionShape {
        switch lowerString(schema) {
        case .scalar(.date): .dateTime
        case .scalar(.calendarDate): .date
        case .scalar(.uuid): .uuid
        default: .text(minLength: schema.limits.minLength, maxLength: schema.limits.maxLength)
        }
    }

    /// Some number formats are integer formats.
    private func findShape(ofNumber schema: FlatSchema) -> UnionShape {
        guard case .scalar(let type) = lowerNumber(schema, formats: Formats.number, standard: .double),
            type == .int32 || type == .int64
        else { return .number }
        return .integer(type)
    }

    private func findWidth(of schema: FlatSchema, _ formats: [String: TypeRef]) -> ScalarType {
        guard case .scalar(let type) = lowerNumber(schema, formats: formats, standard: .int),
            formats.values.contains(.scalar(type))
        else { return .int }
        return type
    }

    private func findShape(ofConstant node: SourceNode) -> UnionShape {
        switch node.content {
        case .null: .null
        case .boolean(let flag): .constants([.bool(flag)])
        case .number(let number): Lowerer.makeConstant(number).map { .constants([$0]) } ?? .number
        case .string(let text): .constants([.string(text)])
        case .sequence: .array(of: nil)
        case .mapping: .object(ObjectShape())
        }
    }

    private func findShape(ofValues values: [SourceNode]) -> UnionShape {
        let constants = values.filter { !$0.isNull }.map(Lowerer.makeConstant)
        return constants.contains(nil) ? .any : .constants(constants.compactMap { $0 })
    }

    /// The value of an enum or a `const` for comparison with received values; nil for objects and arrays.
    private static func makeConstant(_ node: SourceNode) -> LiteralValue? {
        switch node.content {
        case .string(let text): .string(text)
        case .boolean(let flag): .bool(flag)
        case .number(let number): makeConstant(number)
        default: nil
        }
    }

    private static func makeConstant(_ number: SourceNumber) -> LiteralValue? {
        number.integer.map { .integer(String($0)) } ?? number.decimalLiteral
    }

    private func findShape(ofObject schema: FlatSchema) -> ObjectShape {
        var constants: [UnionShape.Constant] = []
        var sent: Set<SourceKey> = []
        for property in schema.object.properties {
            let values = findConstants(of: property.schema)
            if !property.schema.isWriteOnly { sent.insert(SourceKey(property.name)) }
            if !values.isEmpty { constants.append(UnionShape.Constant(key: property.name, values: values)) }
        }
        return ObjectShape(
            required: schema.object.required.filter { sent.contains(SourceKey($0)) },
            known: schema.object.properties.map(\.name), constants: constants)
    }

    /// The possible values of a constant or enum property.
    private func findConstants(of schema: Schema) -> [LiteralValue] {
        let resolved = schemas.flatten(schema)
        let values = resolved.const.map { [$0] } ?? resolved.enumeration ?? []
        guard values.count <= 16 else { return [] }
        let literals = values.compactMap(Lowerer.makeConstant)
        return literals.count == values.count ? literals : []
    }
}
