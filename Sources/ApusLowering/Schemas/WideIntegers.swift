import ApusModel
import ApusSchemas
import ApusSource
import ApusSpec

extension Lowerer {
    /// The type of an integer without a format: `Int`, unless the document itself contains a value outside of its
    /// range. Then it is `UInt64` without negative values, otherwise `Decimal`, which represents every integer of up to
    /// 38 digits.
    static func standardInteger(for schema: FlatSchema) -> ScalarType {
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
        // A double cannot distinguish -2⁶³ from the next lower number.
        return text.wholeMatch(of: /[+-]?[0-9]+/) != nil || abs(double) >= 0x1p63
    }

    /// JavaScript writes 2⁶³ for 2⁶³ - 1, the largest value of many servers: as a limit, it says nothing about larger
    /// ones.
    fileprivate var isBoundBeyondInt: Bool { isBeyondInt && abs(double) != 0x1p63 }
}
