extension JSONNumber {
    /// Compares exactly: by sign, by the position of the first digit, then digit by digit.
    func isLess(than other: JSONNumber) -> Bool {
        let (left, right) = (parts, other.parts)
        if left.sign != right.sign { return left.sign < right.sign }
        guard left.sign != 0, let leftSize = left.size, let rightSize = right.size else { return double < other.double }
        let isSmaller =
            leftSize != rightSize ? leftSize < rightSize : left.digits.lexicographicallyPrecedes(right.digits)
        return left.isNegative ? !isSmaller && self != other : isSmaller
    }

    /// Divides in decimal, digit by digit, because 0.3 is not a multiple of 0.1 in binary. A division that would take
    /// too long is done as `Double`.
    func isMultiple(of step: JSONNumber) -> Bool {
        let (own, other) = (parts, step.parts)
        if own.digits.isEmpty { return true }
        guard let exponent = own.exponent, let stepExponent = other.exponent, !other.digits.isEmpty else { return true }
        let common = min(exponent, stepExponent)
        guard let divisor = other.integer(scaledBy: stepExponent - common), exponent - common < 2_000 else {
            let quotient = double / step.double
            return quotient.rounded() == quotient
        }
        var rest: UInt64 = 0
        for digit in own.digits { rest = (rest * 10 + UInt64(digit)) % divisor }
        for _ in common..<exponent { rest = rest * 10 % divisor }
        return rest == 0
    }
}

extension DecimalParts {
    fileprivate var sign: Int { digits.isEmpty ? 0 : isNegative ? -1 : 1 }

    /// The number of digits before the decimal point; negative for zeros after it.
    fileprivate var size: Int? { exponent.map { $0 + digits.count } }

    /// At most 18 digits, so that ten times the value fits.
    fileprivate func integer(scaledBy zeros: Int) -> UInt64? {
        guard zeros + digits.count <= 18 else { return nil }
        return (digits + [UInt8](repeating: 0, count: zeros)).reduce(0) { $0 * 10 + UInt64($1) }
    }
}
