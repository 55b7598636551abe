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
        if !flat.oneOf.isEmpty || !flat.anyOf.isEmpty { return findShape(ofAlternatives: flat) }
        if flat.types.count > 1 { return .any }
        switch flat.inferredType {
        case .string, .file: return .string
        case .integer: return .integer
        case .number: return .number
        case .boolean: return .boolean
        case .array: return .array
        case .object: return findShape(ofObject: flat)
        case nil: return flat.isNullOnly ? .null : .any
        }
    }

    private func flattenForShape(_ schema: Schema) -> Schema {
        merge(document.resolve(schema))
    }

    private func findShape(ofConstant node: SourceNode) -> UnionShape {
        switch node.content {
        case .null: .null
        case .boolean: .boolean
        case .number(let number): number.integer == nil ? .number : .integer
        case .string(let text): .stringConstants([text])
        case .sequence: .array
        case .mapping: .object(required: [], known: [], constants: [])
        }
    }

    private func findShape(ofValues values: [SourceNode]) -> UnionShape {
        let texts = values.compactMap(\.string)
        if texts.count == values.filter({ !$0.isNull }).count { return .stringConstants(texts) }
        if values.allSatisfy({ $0.integer != nil || $0.isNull }) { return .integer }
        if values.allSatisfy({ $0.number != nil || $0.isNull }) { return .number }
        return values.allSatisfy { $0.boolean != nil || $0.isNull } ? .boolean : .any
    }

    /// A union inside a union fits what all of its alternatives have in common; only objects have anything to tell.
    private func findShape(ofAlternatives schema: Schema) -> UnionShape {
        guard depth < Lowerer.depthLimit else { return .any }
        depth += 1
        defer { depth -= 1 }
        let shapes = (schema.oneOf.isEmpty ? schema.anyOf : schema.oneOf).map { findShape(of: $0) }
        guard let first = shapes.first else { return .any }
        if shapes.allSatisfy({ $0 == first }) { return first }
        var required: Set<String>?
        var known: [String] = []
        for shape in shapes {
            guard case .object(let demanded, let named, _) = shape else { return .any }
            required = required?.intersection(demanded) ?? Set(demanded)
            known += named.filter { !known.contains($0) }
        }
        return .object(required: (required ?? []).sorted(), known: known, constants: [])
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

    /// The values that a property may have, when it is a constant or an enum of strings.
    private func findConstants(of schema: Schema) -> [LiteralValue] {
        let resolved = document.resolve(schema)
        if let text = resolved.const?.string { return [.string(text)] }
        guard let values = resolved.enumeration, values.count <= 16 else { return [] }
        let literals = values.compactMap { $0.string.map(LiteralValue.string) }
        return literals.count == values.count ? literals : []
    }
}
