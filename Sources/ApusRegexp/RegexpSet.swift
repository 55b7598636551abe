/// A class of characters with a fast lookup.
struct RegexpSet: Sendable {
    /// A bit for each character below 128.
    private let low: UInt64
    private let high: UInt64
    private let others: RegexpClass

    init(_ members: RegexpClass) {
        var bits: (low: UInt64, high: UInt64) = (0, 0)
        for value in UInt8(0)..<128 where members.contains(Unicode.Scalar(value)) {
            if value < 64 { bits.low |= 1 << UInt64(value) } else { bits.high |= 1 << UInt64(value - 64) }
        }
        low = bits.low
        high = bits.high
        others = members
    }

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        let value = UInt64(scalar.value)
        if value < 64 { return low >> value & 1 == 1 }
        if value < 128 { return high >> (value - 64) & 1 == 1 }
        return others.contains(scalar)
    }
}
