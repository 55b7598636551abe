import ApusJSON
import ApusSchemas
import ApusSource
import ApusSpec

/// Writes values that match schemas.
final class ExampleWriter {
    private let schemas: FlatSchemas
    /// The members in an example of a schema.
    private var members: [Key: [ObjectKeywords.Property]] = [:]

    /// The inputs that determine the members.
    private struct Key: Hashable {
        let schema: SchemaID
        /// Whether the example is a response.
        let isReceived: Bool
    }

    init(_ schemas: FlatSchemas) {
        self.schemas = schemas
    }

    /// JSON text of the document's example, or of a generated value.
    func write(
        _ example: SourceNode?, _ schema: Schema?, isReceived: Bool = false, else fallback: String,
        _ budget: inout ExampleBudget
    ) -> String {
        var text = ""
        if let example {
            CompactJSON.write(example, into: &text, &budget)
        } else if let schema {
            writeExample(for: schema, isReceived: isReceived, remaining: 6, into: &text, &budget)
        } else {
            text = fallback
        }
        return text
    }

    /// A value that matches the schema, from its examples or generated from its required members.
    private func writeExample(
        for schema: Schema, isReceived: Bool, remaining: Int, into text: inout String, _ budget: inout ExampleBudget
    ) {
        let flat = schemas.flatten(schema)
        if let value = schema.examples.first ?? flat.examples.first ?? flat.const ?? flat.defaultValue
            ?? flat.enumeration?.first
        {
            return CompactJSON.write(value, into: &text, &budget)
        }
        let isReal = { (alternative: Schema) in !alternative.isNullAlternative }
        if remaining > 0, !flat.hasMembers,
            let first = flat.oneOf.first(where: isReal) ?? flat.anyOf.first(where: isReal)
        {
            return writeExample(for: first, isReceived: isReceived, remaining: remaining - 1, into: &text, &budget)
        }
        switch flat.inferredType {
        case .string, .file: text += JSONString.quote(ExampleScalars.text(of: flat.format))
        case .integer: text += flat.limits.minimum?.integer.map(String.init) ?? "1"
        case .number: text += flat.limits.minimum?.text ?? "1.5"
        case .boolean: text += "true"
        case .array:
            text += "["
            if remaining > 0, let items = flat.array.items, budget.spend(2) {
                writeExample(for: items, isReceived: isReceived, remaining: remaining - 1, into: &text, &budget)
            }
            text += "]"
        case .object: writeObject(for: flat, isReceived: isReceived, remaining: remaining, into: &text, &budget)
        case nil: text += "{}"
        }
    }

    private func writeObject(
        for schema: FlatSchema, isReceived: Bool, remaining: Int, into text: inout String, _ budget: inout ExampleBudget
    ) {
        text += "{"
        if remaining > 0 {
            for (index, property) in findExampleMembers(of: schema, isReceived: isReceived).enumerated() {
                // The quotes, the colon, the comma, and a short value.
                guard budget.spend(property.name.utf8.count + 10) else { break }
                if index > 0 { text += "," }
                text += JSONString.quote(property.name) + ":"
                writeExample(
                    for: property.schema, isReceived: isReceived, remaining: remaining - 1, into: &text, &budget)
            }
        }
        text += "}"
    }

    /// The required members, as many as fit any budget, computed once for each schema.
    private func findExampleMembers(of schema: FlatSchema, isReceived: Bool) -> [ObjectKeywords.Property] {
        let key = Key(schema: schema.id, isReceived: isReceived)
        if let known = members[key] { return known }
        let required = Set(schema.object.required.map(SourceKey.init))
        let wanted = schema.object.properties.lazy.filter { property in
            required.contains(SourceKey(property.name))
                && (isReceived ? !property.schema.isWriteOnly : !property.schema.isReadOnly)
        }
        let found = Array(wanted.prefix(ExampleBudget.standard / 10))
        members[key] = found
        return found
    }
}
