import ApusSource

extension DumpWriter {
    /// A line with the scalar keywords, followed by the subschemas.
    mutating func write(_ schema: Schema, label: String?) {
        let words = describe(schema)
        line(((label.map { [$0 + ":"] } ?? []) + (words.isEmpty ? ["any"] : words)).joined(separator: " "))
        indent { writer in
            if let text = schema.documentation ?? schema.title { writer.line("doc \(quote(text))") }
            for property in schema.object.properties {
                let isRequired = schema.object.required.contains(property.name)
                writer.write(property.schema, label: property.name + (isRequired ? "!" : ""))
            }
            for property in schema.object.patternProperties {
                writer.write(property.schema, label: "/\(property.name)/")
            }
            if case .schema(let values) = schema.object.additionalProperties {
                writer.write(values, label: "each value")
            }
            for (index, item) in schema.array.prefixItems.enumerated() { writer.write(item, label: "item \(index)") }
            if let items = schema.array.items { writer.write(items, label: "each item") }
            for part in schema.allOf { writer.write(part, label: "all of") }
            for part in schema.anyOf { writer.write(part, label: "any of") }
            for part in schema.oneOf { writer.write(part, label: "one of") }
            if let part = schema.not { writer.write(part, label: "not") }
            writer.write(schema.discriminator)
            writer.write(schema.extensions)
        }
    }

    private mutating func write(_ discriminator: Discriminator?) {
        guard let discriminator else { return }
        line("discriminator \(discriminator.propertyName)")
        indent { writer in
            for mapping in discriminator.mapping {
                writer.line(
                    "\(mapping.value) → \(mapping.target.map(writer.name) ?? "nothing (\(mapping.targetText))")")
            }
        }
    }

    private func describe(_ schema: Schema) -> [String] {
        var words: [String] = []
        if let boolean = schema.boolean { words.append(String(boolean)) }
        if let target = schema.reference { words.append("→ \(name(target))") }
        if !schema.types.isEmpty { words.append(schema.types.map(\.rawValue).joined(separator: "|")) }
        if let format = schema.format { words.append("(\(format))") }
        if schema.isNullable { words.append("nullable") }
        if let values = schema.enumeration { words.append("enum [\(values.map(\.dumpText).joined(separator: ", "))]") }
        if let value = schema.const { words.append("const \(value.dumpText)") }
        if let value = schema.defaultValue { words.append("default \(value.dumpText)") }
        if schema.isReadOnly { words.append("readOnly") }
        if schema.isWriteOnly { words.append("writeOnly") }
        if schema.isDeprecated { words.append("deprecated") }
        switch schema.object.additionalProperties {
        case .allowed: words.append("open")
        case .forbidden: words.append("closed")
        default: break
        }
        let undeclared = Set(schema.object.required).subtracting(schema.object.properties.map(\.name))
        if !undeclared.isEmpty { words.append("requires \(undeclared.sorted().joined(separator: ", "))") }
        return words + describe(schema.limits)
    }

    private func describe(_ limits: LimitKeywords) -> [String] {
        let numbers: [(String, SourceNumber?)] = [
            ("multipleOf", limits.multipleOf), (">=", limits.minimum), ("<=", limits.maximum),
            (">", limits.exclusiveMinimum), ("<", limits.exclusiveMaximum),
        ]
        let counts: [(String, Int?)] = [
            ("minLength", limits.minLength), ("maxLength", limits.maxLength), ("minItems", limits.minItems),
            ("maxItems", limits.maxItems), ("minProperties", limits.minProperties),
            ("maxProperties", limits.maxProperties),
        ]
        var words = numbers.compactMap { name, value in value.map { "\(name) \($0.text)" } }
        words += counts.compactMap { name, value in value.map { "\(name) \($0)" } }
        if let pattern = limits.pattern { words.append("pattern \(quote(pattern))") }
        if limits.uniqueItems { words.append("unique") }
        return words
    }
}
