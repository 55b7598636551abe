import ApusJSON
import ApusSchemas
import ApusSource
import ApusSpec

/// Schemas as JSON Schema 2020-12, each with a number, so that a validator needs neither the document nor its version.
/// Constraints on requests only are omitted: a `writeOnly` member may be missing. `x-sent` marks schemas whose types
/// are sent as well.
struct StandaloneSchemas {
    private let document: Document
    private let sent: Set<SchemaID>
    private var numbers: [SchemaID: Int] = [:]
    private var waiting: [(number: Int, schema: Schema)] = []

    init(_ document: Document, sent: Set<SchemaID>) {
        self.document = document
        self.sent = sent
    }

    /// The number of a schema, which ``members()`` will write.
    mutating func number(of schema: Schema) -> Int {
        if let number = numbers[schema.id] { return number }
        let number = numbers.count
        numbers[schema.id] = number
        waiting.append((number, schema))
        return number
    }

    /// `"0": {…}` for each requested schema, and for those that they refer to.
    mutating func members() -> [String] {
        var members: [String] = []
        while let (number, schema) = waiting.popLast() {
            members.append("\"\(number)\": \(write(schema))")
        }
        return members
    }

    private mutating func write(_ schema: Schema) -> String {
        let text = writeKeywords(of: schema)
        let isTyped = !schema.types.isEmpty && schema.allOf.isEmpty && schema.anyOf.isEmpty && schema.oneOf.isEmpty
        let takesNull = isTyped && schema.enumeration == nil && schema.const == nil
        return schema.isNullable && !takesNull ? "{\"anyOf\":[{\"type\":\"null\"},\(text)]}" : text
    }

    private mutating func writeKeywords(of schema: Schema) -> String {
        if let boolean = schema.boolean { return String(boolean) }
        if let target = schema.reference {
            guard let next = document.schemas[target] else { return "true" }
            return "{\"$ref\":\"#/$defs/\(number(of: next))\"}"
        }
        var text = ConstraintText()
        addValues(of: schema, to: &text)
        text.add(schema.limits, isWhole: true)
        addLists(of: schema, to: &text)
        addObject(schema.object, to: &text)
        addArray(schema.array, to: &text)
        text.add("not", schema.not.map { write($0) })
        if let conditional = schema.conditional {
            text.add("if", write(conditional.condition))
            text.add("then", conditional.then.map { write($0) })
            text.add("else", conditional.otherwise.map { write($0) })
        }
        if let json = text.json { return sent.contains(schema.id) ? "{\"x-sent\":true," + json.dropFirst() : json }
        return "true"
    }

    private func addValues(of schema: Schema, to text: inout ConstraintText) {
        if !schema.types.isEmpty, !schema.types.contains(.file) {
            let types = schema.types.map { "\"\($0.rawValue)\"" } + (schema.isNullable ? ["\"null\""] : [])
            text.add("type", "[" + types.joined(separator: ",") + "]")
        }
        text.add("format", schema.format.map { JSONString.quote($0) })
        text.add("const", schema.const.map(CompactJSON.write))
        text.add("default", schema.defaultValue.map(CompactJSON.write))
        text.add("enum", schema.enumeration.map { "[" + $0.map(CompactJSON.write).joined(separator: ",") + "]" })
    }

    private mutating func addLists(of schema: Schema, to text: inout ConstraintText) {
        let lists = [
            ("allOf", schema.allOf), ("anyOf", schema.anyOf), ("oneOf", schema.oneOf),
            ("prefixItems", schema.array.prefixItems),
        ]
        for (keyword, schemas) in lists where !schemas.isEmpty {
            text.add(keyword, "[" + schemas.map { write($0) }.joined(separator: ",") + "]")
        }
    }

    private mutating func addObject(_ object: ObjectKeywords, to text: inout ConstraintText) {
        for (keyword, properties) in [
            ("properties", object.properties), ("patternProperties", object.patternProperties),
            ("dependentSchemas", object.dependentSchemas),
        ]
        where !properties.isEmpty {
            let members = properties.map { JSONString.quote($0.name) + ":" + write($0.schema) }
            text.add(keyword, "{" + members.joined(separator: ",") + "}")
        }
        let unsent = object.properties.filter { $0.schema.isWriteOnly || document.resolve($0.schema).isWriteOnly }
        let names = Set(unsent.map(\.name))
        text.add(required: object.required.filter { !names.contains($0) })
        text.add("additionalProperties", object.additionalProperties.map { write($0) })
        text.add("unevaluatedProperties", object.unevaluatedProperties.map { write($0) })
        text.add("propertyNames", object.propertyNames.map { write($0) })
        if !object.dependentRequired.isEmpty {
            let members = object.dependentRequired.map { demand in
                JSONString.quote(demand.name) + ":["
                    + demand.required.map { JSONString.quote($0) }.joined(separator: ",")
                    + "]"
            }
            text.add("dependentRequired", "{" + members.joined(separator: ",") + "}")
        }
    }

    private mutating func addArray(_ array: ArrayKeywords, to text: inout ConstraintText) {
        text.add("items", array.allowsNoFurtherItems ? "false" : array.items.map { write($0) })
        text.add("contains", array.contains.map { write($0) })
        text.add("unevaluatedItems", array.unevaluatedItems.map { write($0) })
    }

    private mutating func write(_ values: AdditionalProperties) -> String {
        switch values {
        case .allowed: "true"
        case .forbidden: "false"
        case .schema(let schema): write(schema)
        }
    }
}
