public import ApusSpec

extension LimitKeywords {
    /// The limits that apply to values of a type.
    public func about(_ type: SchemaType) -> LimitKeywords {
        var result = LimitKeywords()
        switch type {
        case .string:
            (result.minLength, result.maxLength) = (minLength, maxLength)
            (result.pattern, result.furtherPatterns) = (pattern, furtherPatterns)
        case .integer, .number:
            (result.multipleOf, result.furtherMultiples) = (multipleOf, furtherMultiples)
            (result.minimum, result.maximum) = (minimum, maximum)
            (result.exclusiveMinimum, result.exclusiveMaximum) = (exclusiveMinimum, exclusiveMaximum)
        case .array:
            (result.minItems, result.maxItems, result.uniqueItems) = (minItems, maxItems, uniqueItems)
            (result.minContains, result.maxContains) = (minContains, maxContains)
        case .object: (result.minProperties, result.maxProperties) = (minProperties, maxProperties)
        case .boolean, .file: break
        }
        return result
    }
}
