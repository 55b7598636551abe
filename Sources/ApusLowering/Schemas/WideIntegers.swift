import ApusModel
import ApusSource
import ApusSpec

extension Lowerer {
    /// The type of an integer without a format: `Int`, unless the document itself names a value that `Int` cannot hold. Then it is `UInt64`
    /// where nothing is below zero, else `Decimal`, which holds every integer of up to 38 digits.
    static func standardInteger(for schema: Schema) -> ScalarType {
        guard schema.format == nil else { return .int }
        let values = ([schema.defaultValue].compactMap { $0 } + schema.examples).compactMap(\.number)
        let limits = schema.limits
        let bounds = [limits.minimum, limits.maximum, limits.exclusiveMinimum, limits.exclusiveMaximum]
        let wide = values.filter(\.isBeyondInt) + bounds.compactMap { $0 }.filter(\.isBoundBeyondInt)
        guard !wide.isEmpty else { return .int }
        let isNatural = (limits.minimum ?? limits.exclusiveMinimum).map { $0.double >= 0 } ?? false
        return isNatural && wide.allSatisfy { UInt64($0.text) != nil } ? .uint64 : .decimal
    }
}

extension SourceNumber {
    /// A whole number below -2⁶³ or above 2⁶³ - 1.
    fileprivate var isBeyondInt: Bool {
        guard integer == nil, double.isFinite else { return false }
        // A double cannot tell -2⁶³ from the number below.
        return text.wholeMatch(of: /[+-]?[0-9]+/) != nil || abs(double) >= 0x1p63
    }

    /// 2⁶³ is what JavaScript writes for 2⁶³ - 1, the largest value that many servers have: as a bound, it says nothing about larger ones.
    fileprivate var isBoundBeyondInt: Bool { isBeyondInt && abs(double) != 0x1p63 }
}
