import ApusModel
import ApusSource
import ApusSpec

/// One call for the README: a value for each required argument.
extension Lowerer {
    func makeExample(for operation: Operation, _ decl: OperationDecl) -> OperationExample {
        var arguments: [OperationExample.Argument] = []
        for parameter in decl.parameters where parameter.isRequired && parameter.defaultValue == nil {
            let source = operation.parameters.first {
                $0.name == parameter.key && Lowerer.isSame($0.location, parameter.location)
            }
            let example = source?.examples.first { $0.value != nil }?.value
            let schema = source?.content?.schema ?? source?.schema
            let json = example.map(JSONText.write) ?? schema.map { makeExample(for: $0) } ?? "\"text\""
            arguments.append(OperationExample.Argument(label: parameter.name, json: json))
        }
        if let body = decl.body, body.isRequired, let media = operation.requestBody?.content.first {
            let example = media.examples.first { $0.value != nil }?.value
            let json = example.map(JSONText.write) ?? media.schema.map { makeExample(for: $0) } ?? "{}"
            arguments.append(OperationExample.Argument(label: body.name, json: json))
        }
        return OperationExample(arguments: arguments)
    }

    private static func isSame(_ left: Parameter.Location, _ right: ParameterDecl.Location) -> Bool {
        left.rawValue.lowercased() == right.rawValue.lowercased()
    }

    /// JSON text of a value that fits the schema, from its examples or made up from its required members.
    func makeExample(for schema: Schema, isReceived: Bool = false, remaining: Int = 6) -> String {
        let flat = merge(document.resolve(schema))
        if let example = schema.examples.first ?? flat.examples.first { return JSONText.write(example) }
        if let value = flat.const ?? flat.defaultValue ?? flat.enumeration?.first { return JSONText.write(value) }
        if let first = (flat.oneOf + flat.anyOf).first(where: { !$0.isNullAlternative }), remaining > 0,
            !flat.hasMembers
        {
            return makeExample(for: first, isReceived: isReceived, remaining: remaining - 1)
        }
        switch flat.inferredType {
        case .string, .file: return JSONText.quote(Lowerer.texts[flat.format ?? ""] ?? "text")
        case .integer: return flat.limits.minimum?.integer.map(String.init) ?? "1"
        case .number: return flat.limits.minimum?.text ?? "1.5"
        case .boolean: return "true"
        case .array:
            guard remaining > 0, let items = flat.array.items else { return "[]" }
            return "[" + makeExample(for: items, isReceived: isReceived, remaining: remaining - 1) + "]"
        case .object: return makeObject(for: flat, isReceived: isReceived, remaining: remaining)
        case nil: return "{}"
        }
    }

    private func makeObject(for schema: Schema, isReceived: Bool, remaining: Int) -> String {
        guard remaining > 0 else { return "{}" }
        let required = Set(schema.object.required)
        let wanted = schema.object.properties.filter { property in
            required.contains(property.name)
                && (isReceived ? !property.schema.isWriteOnly : !property.schema.isReadOnly)
        }
        let members = wanted.map { property in
            JSONText.quote(property.name) + ":"
                + makeExample(for: property.schema, isReceived: isReceived, remaining: remaining - 1)
        }
        return "{" + members.joined(separator: ",") + "}"
    }

    private static let texts = [
        "date-time": "2024-05-01T09:30:00Z", "date": "2024-05-01", "uuid": "00000000-0000-4000-8000-000000000000",
        "email": "ada@example.com", "uri": "https://example.com", "byte": "AA==", "binary": "", "time": "09:30:00",
    ]
}
