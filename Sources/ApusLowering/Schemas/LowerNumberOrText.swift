import ApusModel
import ApusSpec

/// A number or its own text: `type: [integer, string]` or `anyOf: [{type: number}, {type: string}]` where the pattern of the text admits
/// nothing but numbers, as frameworks write it whose readers take both. It is the number, and written as one.
extension Lowerer {
    func lowerNumberOrText(_ schema: Schema) -> TypeRef? {
        guard let number = findNumber(orTextIn: schema) else { return nil }
        // The text of a number of no format has more digits than Double.
        let type =
            number.types == [.integer]
            ? lowerNumber(number, formats: Formats.integer, standard: .int)
            : lowerNumber(number, formats: Formats.number, standard: .decimal)
        guard case .scalar(let scalar) = type else { return nil }
        return .numberOrText(scalar)
    }

    /// The schema of the number alone; nil where the text may be something else.
    func findNumber(orTextIn flat: Schema) -> Schema? {
        guard flat.const == nil, flat.enumeration == nil, flat.discriminator == nil else { return nil }
        if flat.hasAlternatives { return findNumber(inAlternativesOf: flat) }
        guard flat.types.count == 2, flat.types.contains(.string), let pattern = Lowerer.numberPattern(of: flat),
            let type = flat.types.first(where: { $0 == .integer || $0 == .number })
        else { return nil }
        var parts = SchemaParts(copying: flat)
        parts.types = [pattern.isWhole ? type : .number]
        parts.limits = flat.limits.about(.number)
        return Schema(parts)
    }

    private func findNumber(inAlternativesOf flat: Schema) -> Schema? {
        guard let alternatives = findDistinctAlternatives(of: flat), alternatives.count == 2,
            alternatives.allSatisfy({ $0.isPlainValue && $0.const == nil && $0.enumeration == nil }),
            let text = alternatives.first(where: { $0.types == [.string] }),
            let number = alternatives.first(where: { $0.types == [.integer] || $0.types == [.number] }),
            let pattern = Lowerer.numberPattern(of: text)
        else { return nil }
        var parts = SchemaParts(copying: flat)
        (parts.oneOf, parts.anyOf) = ([], [])
        parts.types = pattern.isWhole ? number.types : [.number]
        parts.format = flat.format ?? number.format ?? text.format
        parts.limits = LimitMerge.narrow(flat.limits.about(.number), number.limits)
        parts.defaultValue = flat.defaultValue ?? number.defaultValue
        parts.examples = flat.examples.isEmpty ? number.examples : flat.examples
        return Schema(parts)
    }

    private static func numberPattern(of schema: Schema) -> NumberPattern? {
        schema.limits.patterns.lazy.compactMap { NumberPattern($0) }.first
    }
}
