import ApusSource
import ApusSpec

/// The narrower of two sets of limits.
enum LimitMerge {
    static func narrow(_ left: LimitKeywords, _ right: LimitKeywords) -> LimitKeywords {
        var result = left
        joinMultiples(left, right, into: &result)
        result.minimum = pick(left.minimum, right.minimum) { $0.double > $1.double }
        result.maximum = pick(left.maximum, right.maximum) { $0.double < $1.double }
        result.exclusiveMinimum = pick(left.exclusiveMinimum, right.exclusiveMinimum) { $0.double > $1.double }
        result.exclusiveMaximum = pick(left.exclusiveMaximum, right.exclusiveMaximum) { $0.double < $1.double }
        result.minLength = pick(left.minLength, right.minLength, >)
        result.maxLength = pick(left.maxLength, right.maxLength, <)
        joinPatterns(left, right, into: &result)
        result.minItems = pick(left.minItems, right.minItems, >)
        result.maxItems = pick(left.maxItems, right.maxItems, <)
        result.uniqueItems = left.uniqueItems || right.uniqueItems
        result.minProperties = pick(left.minProperties, right.minProperties, >)
        result.maxProperties = pick(left.maxProperties, right.maxProperties, <)
        return result
    }

    /// Patterns apply separately: combining them would require renumbering their back-references.
    private static func joinPatterns(_ left: LimitKeywords, _ right: LimitKeywords, into result: inout LimitKeywords) {
        var seen: Set<String> = []
        let all = (left.patterns + right.patterns).filter { seen.insert($0).inserted }
        result.pattern = all.first
        result.furtherPatterns = Array(all.dropFirst())
    }

    /// Multiples of 4 and of 6 are multiples of 12. Fractions, and products that are too large, apply separately.
    private static func joinMultiples(_ left: LimitKeywords, _ right: LimitKeywords, into result: inout LimitKeywords) {
        var all = left.multiples
        for step in right.multiples where !all.contains(where: { $0.text == step.text }) {
            if let index = all.firstIndex(where: { join($0, step) != nil }), let both = join(all[index], step) {
                all[index] = both
            } else {
                all.append(step)
            }
        }
        result.multipleOf = all.first
        result.furtherMultiples = Array(all.dropFirst())
    }

    /// The least common multiple; nil where there is none in 64 bits.
    private static func join(_ left: SourceNumber, _ right: SourceNumber) -> SourceNumber? {
        guard let first = left.integer, let second = right.integer, first > 0, second > 0 else { return nil }
        var (divisor, rest) = (first, second)
        while rest > 0 { (divisor, rest) = (rest, divisor % rest) }
        let (product, isTooLarge) = (first / divisor).multipliedReportingOverflow(by: second)
        return isTooLarge ? nil : SourceNumber(text: String(product))
    }

    private static func pick<Value>(_ left: Value?, _ right: Value?, _ isNarrower: (Value, Value) -> Bool) -> Value? {
        guard let left, let right else { return left ?? right }
        return isNarrower(left, right) ? left : right
    }
}
