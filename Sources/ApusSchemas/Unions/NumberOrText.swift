import ApusSpec

/// A number or its own text: `type: [integer, string]` or `anyOf: [{type: number}, {type: string}]` where the pattern
/// or the format of the text allows only numbers, from frameworks whose readers accept both. A boolean next to a text
/// with the format `boolean` is handled in the same way.
extension FlatSchemas {
    /// The schema of the number alone; nil where the text may be another text.
    public func findNumber(orTextIn flat: FlatSchema) -> FlatSchema? {
        guard flat.const == nil, flat.enumeration == nil, flat.discriminator == nil else { return nil }
        if flat.hasAlternatives { return findNumber(inAlternativesOf: flat) }
        guard flat.types.count == 2, flat.types.contains(.string), let pattern = FlatSchemas.numberPattern(of: flat),
            let type = flat.types.first(where: { $0 == .integer || $0 == .number })
        else { return nil }
        var parts = SchemaParts(copying: flat)
        parts.types = [pattern.isWhole ? type : .number]
        parts.limits = flat.limits.about(.number)
        return FlatSchema(Schema(parts))
    }

    private func findNumber(inAlternativesOf flat: FlatSchema) -> FlatSchema? {
        guard let alternatives = findDistinctAlternatives(of: flat), alternatives.count == 2,
            alternatives.allSatisfy({ $0.keywords.isPlainValue && $0.const == nil && $0.enumeration == nil }),
            let text = alternatives.first(where: { $0.types == [.string] }),
            let number = alternatives.first(where: { [[.integer], [.number], [.boolean]].contains($0.types) }),
            let types = FlatSchemas.types(of: number, orText: text)
        else { return nil }
        var parts = SchemaParts(copying: flat)
        (parts.oneOf, parts.anyOf) = ([], [])
        parts.types = types
        parts.format = flat.format ?? number.format ?? text.format
        parts.limits = LimitMerge.narrow(flat.limits.about(.number), number.limits)
        parts.defaultValue = flat.defaultValue ?? number.defaultValue
        parts.examples = flat.examples.isEmpty ? number.examples : flat.examples
        return FlatSchema(Schema(parts))
    }

    /// The common keywords of both alternatives; nil where the text may be another text.
    private static func types(of number: FlatSchema, orText text: FlatSchema) -> [SchemaType]? {
        if number.types == [.boolean] { return text.format == "boolean" ? number.types : nil }
        if let pattern = numberPattern(of: text) { return pattern.isWhole ? number.types : [.number] }
        guard let format = text.format, let type = FormatTypes.numbersAsText[format] else { return nil }
        return type == .integer ? number.types : [.number]
    }

    private static func numberPattern(of schema: FlatSchema) -> NumberPattern? {
        schema.limits.patterns.lazy.compactMap { NumberPattern($0) }.first
    }
}
