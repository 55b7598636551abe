import ApusSource
import ApusSpec

/// The narrower of two sets of limits.
enum LimitMerge {
    static func narrow(_ left: LimitKeywords, _ right: LimitKeywords) -> LimitKeywords {
        var result = left
        result.multipleOf = join(left.multipleOf, right.multipleOf)
        result.minimum = pick(left.minimum, right.minimum) { $0.double > $1.double }
        result.maximum = pick(left.maximum, right.maximum) { $0.double < $1.double }
        result.exclusiveMinimum = pick(left.exclusiveMinimum, right.exclusiveMinimum) { $0.double > $1.double }
        result.exclusiveMaximum = pick(left.exclusiveMaximum, right.exclusiveMaximum) { $0.double < $1.double }
        result.minLength = pick(left.minLength, right.minLength, >)
        result.maxLength = pick(left.maxLength, right.maxLength, <)
        result.pattern = join(left.pattern, right.pattern)
        result.minItems = pick(left.minItems, right.minItems, >)
        result.maxItems = pick(left.maxItems, right.maxItems, <)
        result.uniqueItems = left.uniqueItems || right.uniqueItems
        result.minContains = pick(left.minContains, right.minContains, >)
        result.maxContains = pick(left.maxContains, right.maxContains, <)
        result.minProperties = pick(left.minProperties, right.minProperties, >)
        result.maxProperties = pick(left.maxProperties, right.maxProperties, <)
        return result
    }

    /// Multiples of 4 and of 6 are those of 12. Of numbers that are not whole, the first is checked.
    private static func join(_ left: SourceNumber?, _ right: SourceNumber?) -> SourceNumber? {
        guard let left, let right else { return left ?? right }
        guard let first = left.integer, let second = right.integer, first > 0, second > 0 else { return left }
        var (divisor, rest) = (first, second)
        while rest > 0 { (divisor, rest) = (rest, divisor % rest) }
        let (product, isTooLarge) = (first / divisor).multipliedReportingOverflow(by: second)
        return isTooLarge ? left : SourceNumber(text: String(product))
    }

    /// `^a` and `z$` → `^(?=[\s\S]*(?:^a))(?=[\s\S]*(?:z$))`: each is looked for anywhere in the text. Groups that are referred to would
    /// be counted anew, so that the first pattern alone is checked then.
    private static func join(_ left: String?, _ right: String?) -> String? {
        guard let left, let right, left != right else { return left ?? right }
        if left.contains("(?:\(right))") || (left + right).contains(/\\[1-9k]/) { return left }
        return #"^(?=[\s\S]*(?:\#(left)))(?=[\s\S]*(?:\#(right)))"#
    }

    private static func pick<Value>(_ left: Value?, _ right: Value?, _ isNarrower: (Value, Value) -> Bool) -> Value? {
        guard let left, let right else { return left ?? right }
        return isNarrower(left, right) ? left : right
    }
}
