import ApusSource
import ApusSpec

/// The narrower of two sets of limits.
enum LimitMerge {
    static func narrow(_ left: LimitKeywords, _ right: LimitKeywords) -> LimitKeywords {
        var result = left
        result.multipleOf = left.multipleOf ?? right.multipleOf
        result.minimum = pick(left.minimum, right.minimum) { $0.double > $1.double }
        result.maximum = pick(left.maximum, right.maximum) { $0.double < $1.double }
        result.exclusiveMinimum = pick(left.exclusiveMinimum, right.exclusiveMinimum) { $0.double > $1.double }
        result.exclusiveMaximum = pick(left.exclusiveMaximum, right.exclusiveMaximum) { $0.double < $1.double }
        result.minLength = pick(left.minLength, right.minLength, >)
        result.maxLength = pick(left.maxLength, right.maxLength, <)
        result.pattern = left.pattern ?? right.pattern
        result.minItems = pick(left.minItems, right.minItems, >)
        result.maxItems = pick(left.maxItems, right.maxItems, <)
        result.uniqueItems = left.uniqueItems || right.uniqueItems
        result.minContains = pick(left.minContains, right.minContains, >)
        result.maxContains = pick(left.maxContains, right.maxContains, <)
        result.minProperties = pick(left.minProperties, right.minProperties, >)
        result.maxProperties = pick(left.maxProperties, right.maxProperties, <)
        return result
    }

    private static func pick<Value>(_ left: Value?, _ right: Value?, _ isNarrower: (Value, Value) -> Bool) -> Value? {
        guard let left, let right else { return left ?? right }
        return isNarrower(left, right) ? left : right
    }
}
