import ApusModel
import ApusSchemas
import ApusSource
import ApusSpec

/// A schema as JSON, with all its constraints: for keywords such as `not`, `if` and `contains`, which have no type that
/// could express them.
extension ConstraintWriter {
    /// nil where it refers to itself, is large, has a pattern that cannot be checked, or uses `unevaluatedItems` or
    /// `unevaluatedProperties`, which depend on adjacent keywords.
    func writeWhole(_ schema: Schema) -> String? {
        // Each of the schemas that extend one base repeats the constraints of the base.
        if let known = wholes[schema.id] { return known }
        let text = writeWhole(schema, remaining: 8).flatMap { $0.utf8.count <= 4_096 ? $0 : nil }
        wholes[schema.id] = .some(text)
        return text
    }

    private func writeWhole(_ schema: Schema, remaining: Int) -> String? {
        let flat = schemas.flatten(schema)
        if let boolean = flat.boolean { return boolean ? "true" : "false" }
        guard remaining > 0, flat.array.unevaluatedItems == nil, flat.object.unevaluatedProperties == nil,
            flat.object.dependentSchemas.isEmpty, flat.conditional == nil
        else { return nil }
        var text = ConstraintText()
        addValues(of: flat, to: &text)
        guard text.add(flat.limits).isEmpty else { return nil }
        for constraint in flat.furtherConstraints {
            guard let other = writeWhole(constraint, remaining: remaining - 1) else { return nil }
            text.add(further: other)
        }
        let isWhole =
            addParts(of: flat, to: &text, remaining: remaining - 1)
            && addObject(flat.object, to: &text, remaining: remaining - 1)
        return isWhole ? text.json ?? "true" : nil
    }

    private func addValues(of schema: FlatSchema, to text: inout ConstraintText) {
        let types =
            schema.types.filter { $0 != .file }.map { "\"\($0.rawValue)\"" } + (schema.isNullable ? ["\"null\""] : [])
        if !types.isEmpty, !schema.types.isEmpty {
            text.add("type", types.count == 1 ? types[0] : "[" + types.joined(separator: ",") + "]")
        }
        text.add("const", schema.const.map(CompactJSON.ascii))
        text.add("enum", schema.enumeration.map { "[" + $0.map(CompactJSON.ascii).joined(separator: ",") + "]" })
    }

    /// Returns false where a part cannot be written.
    private func addParts(of schema: FlatSchema, to text: inout ConstraintText, remaining: Int) -> Bool {
        let lists = [("prefixItems", schema.array.prefixItems), ("anyOf", schema.anyOf), ("oneOf", schema.oneOf)]
        for (keyword, schemas) in lists where !schemas.isEmpty {
            let parts = schemas.compactMap { writeWhole($0, remaining: remaining) }
            guard parts.count == schemas.count else { return false }
            text.add(keyword, "[" + parts.joined(separator: ",") + "]")
        }
        for (keyword, schema) in [
            ("not", schema.not), ("items", schema.array.items), ("contains", schema.array.contains),
        ] {
            guard let schema else { continue }
            guard let part = writeWhole(schema, remaining: remaining) else { return false }
            text.add(keyword, part)
        }
        if schema.array.allowsNoFurtherItems { text.add("items", "false") }
        return true
    }

    private func addObject(_ object: ObjectKeywords, to text: inout ConstraintText, remaining: Int) -> Bool {
        for (keyword, properties) in [
            ("properties", object.properties), ("patternProperties", object.patternProperties),
        ]
        where !properties.isEmpty {
            if keyword == "patternProperties", !properties.allSatisfy({ ConstraintText.isChecked($0.name) }) {
                return false
            }
            let parts = properties.compactMap { property in
                writeWhole(property.schema, remaining: remaining).map { CompactJSON.ascii(property.name) + ":" + $0 }
            }
            guard parts.count == properties.count else { return false }
            text.add(keyword, "{" + parts.joined(separator: ",") + "}")
        }
        text.add(required: object.required)
        switch object.additionalProperties {
        case .forbidden: text.add("additionalProperties", "false")
        case .schema(let values):
            guard let part = writeWhole(values, remaining: remaining) else { return false }
            text.add("additionalProperties", part)
        case .allowed, nil: break
        }
        guard let names = object.propertyNames else { return object.dependentRequired.isEmpty }
        guard let part = writeWhole(names, remaining: remaining) else { return false }
        text.add("propertyNames", part)
        return object.dependentRequired.isEmpty
    }
}
