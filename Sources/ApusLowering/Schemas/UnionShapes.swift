import ApusModel
import ApusSource
import ApusSpec

/// By what an alternative is recognised where no discriminator decides.
extension Lowerer {
    func findShape(of schema: Schema) -> UnionShape {
        let flat = flattenForShape(schema)
        if let type = options.types[index.names[flat.id] ?? ""], !type.isEmpty { return .any }
        if let const = flat.const { return findShape(ofConstant: const) }
        if let values = flat.enumeration, !values.isEmpty { return findShape(ofValues: values) }
        if isUnionForShape(flat) { return findShape(ofAlternatives: flat) }
        if flat.types.count > 1 { return .any }
        switch flat.inferredType {
        case .string: return findShape(ofString: flat)
        case .file: return .string
        case .integer: return .integer
        case .number: return .number
        case .boolean: return .boolean
        case .array: return .array(of: findShape(ofElements: flat))
        case .object: return findShape(ofObject: flat)
        case nil: return .any
        }
    }

    /// Strings of a form that the runtime reads into a type of its own.
    private func findShape(ofString schema: Schema) -> UnionShape {
        switch lowerString(schema) {
        case .scalar(.date): .dateTime
        case .scalar(.calendarDate): .date
        case .scalar(.uuid): .uuid
        default: .string
        }
    }

    /// nil where elements tell nothing: they are anything, or nested without end.
    private func findShape(ofElements schema: Schema) -> UnionShape? {
        guard let items = schema.array.prefixItems.first ?? schema.array.items, depth < Lowerer.depthLimit else {
            return nil
        }
        depth += 16
        defer { depth -= 16 }
        let shape = findShape(of: items)
        return shape == .any || isNullable(items) ? nil : shape
    }

    private func flattenForShape(_ schema: Schema) -> Schema {
        merge(document.resolve(schema))
    }

    private func findShape(ofConstant node: SourceNode) -> UnionShape {
        switch node.content {
        case .null: .null
        case .boolean(let flag): .constants([.bool(flag)])
        case .number(let number): Lowerer.makeConstant(number).map { .constants([$0]) } ?? .number
        case .string(let text): .constants([.string(text)])
        case .sequence: .array(of: nil)
        case .mapping: .object(required: [], known: [], constants: [])
        }
    }

    private func findShape(ofValues values: [SourceNode]) -> UnionShape {
        let constants = values.filter { !$0.isNull }.map(Lowerer.makeConstant)
        return constants.contains(nil) ? .any : .constants(constants.compactMap { $0 })
    }

    /// The value of an enum or a `const` as it is compared with what comes; nil for objects and arrays.
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

    /// A union inside a union fits what all of its alternatives have in common; only objects have anything to tell.
    private func findShape(ofAlternatives schema: Schema) -> UnionShape {
        guard let leaves = findLeaves(of: schema) else { return .any }
        let shapes = leaves.map { findShape(of: $0) }
        guard let first = shapes.first else { return .any }
        if shapes.allSatisfy({ $0 == first }) { return first }
        var required: Set<String>?
        var known: [String] = []
        var seen: Set<String> = []
        for shape in shapes {
            guard case .object(let demanded, let named, _) = shape else { return .any }
            required = required?.intersection(demanded) ?? Set(demanded)
            known += named.filter { seen.insert($0).inserted }
        }
        return .object(required: (required ?? []).sorted(), known: known, constants: [])
    }

    /// What a union's alternatives come down to where they are unions themselves, each once, however many ways lead to it; nil for more
    /// than anybody would tell apart.
    private func findLeaves(of schema: Schema) -> [Schema]? {
        var leaves: [Schema] = []
        var seen: Set<SchemaID> = [schema.id]
        var open = [schema]
        while let next = open.popLast() {
            guard seen.count < Lowerer.leafLimit else { return nil }
            guard isUnionForShape(next) else {
                leaves.append(next)
                continue
            }
            for one in (next.oneOf.isEmpty ? next.anyOf : next.oneOf).reversed()
            where seen.insert(document.resolve(one).id).inserted {
                open.append(flattenForShape(one))
            }
        }
        return leaves
    }

    /// Values that are listed, and types from elsewhere, say more than alternatives.
    private func isUnionForShape(_ flat: Schema) -> Bool {
        !(flat.oneOf.isEmpty && flat.anyOf.isEmpty) && flat.const == nil && flat.enumeration?.isEmpty != false
            && options.types[index.names[flat.id] ?? ""]?.isEmpty != false
    }

    private func findShape(ofObject schema: Schema) -> UnionShape {
        var constants: [UnionShape.Constant] = []
        for property in schema.object.properties {
            let values = findConstants(of: property.schema)
            if !values.isEmpty { constants.append(UnionShape.Constant(key: property.name, values: values)) }
        }
        return .object(
            required: schema.object.required.filter { name in
                schema.object.properties.contains { $0.name == name && !$0.schema.isWriteOnly }
            },
            known: schema.object.properties.map(\.name), constants: constants)
    }

    /// The values that a property may have, when it is a constant or an enum.
    private func findConstants(of schema: Schema) -> [LiteralValue] {
        let resolved = document.resolve(schema)
        let values = resolved.const.map { [$0] } ?? resolved.enumeration ?? []
        guard values.count <= 16 else { return [] }
        let literals = values.compactMap(Lowerer.makeConstant)
        return literals.count == values.count ? literals : []
    }
}
