internal import ApusJSON

/// Converts JSON numbers to Swift numbers. All functions expect text that RFC 8259 §6 allows.
enum NumberText {
    enum Whole { case whole(magnitude: UInt64, isNegative: Bool), beyond, fraction }

    /// An integer of at most 18 digits and no fraction or exponent, which cannot overflow.
    @inline(__always)
    static func shortInteger(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
        guard text.count <= 18, let base = text.baseAddress else { return nil }
        let isNegative = base[0] == UInt8(ascii: "-")
        var index = isNegative ? 1 : 0
        var value: Int64 = 0
        while index < text.count {
            value = value &* 10 &+ Int64(base[index] &- UInt8(ascii: "0"))
            index += 1
        }
        return isNegative ? -value : value
    }

    /// Any spelling of a whole number: `5`, `5.0`, `0.5e1`, `1e2`.
    static func integer(_ text: UnsafeBufferPointer<UInt8>) -> Whole {
        let decimal = DecimalParts(text)
        if decimal.digits.isEmpty { return .whole(magnitude: 0, isNegative: decimal.isNegative) }
        guard let exponent = decimal.exponent else { return .beyond }
        if exponent < 0 { return .fraction }
        if exponent > 20 { return .beyond }
        var magnitude: UInt64 = 0
        for position in 0..<decimal.digits.count + exponent {
            let digit = position < decimal.digits.count ? UInt64(decimal.digits[position]) : 0
            let (product, overflow) = magnitude.multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.addingReportingOverflow(digit)
            if overflow || carry { return .beyond }
            magnitude = sum
        }
        return .whole(magnitude: magnitude, isNegative: decimal.isNegative)
    }

    static func signed<T: FixedWidthInteger>(_ magnitude: UInt64, _ isNegative: Bool, as type: T.Type) -> T? {
        guard isNegative else { return T(exactly: magnitude) }
        if magnitude <= UInt64(Int64.max) { return T(exactly: -Int64(magnitude)) }
        return magnitude == UInt64(Int64.max) + 1 ? T(exactly: Int64.min) : nil
    }

    /// The nearest value; nil where the number is beyond the range.
    static func double(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
        if let quick = quickDouble(text) { return quick }
        guard let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else { return nil }
        return value
    }

    /// The nearest value; nil where the number is beyond the range.
    ///
    /// A result that `Double` has rounded is not rounded a second time: values halfway between two floats would be
    /// rounded wrongly.
    static func float(_ text: UnsafeBufferPointer<UInt8>) -> Float? {
        if let quick = quickDouble(text), Double(Float(quick)) == quick { return Float(quick) }
        guard let value = Float(String(decoding: text, as: UTF8.self)), value.isFinite else { return nil }
        return value
    }

    /// At most 15 digits and a power of ten up to 22: exact in one operation (Clinger 1990).
    private static func quickDouble(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
        guard text.count <= 17, let base = text.baseAddress else { return nil }
        var mantissa: UInt64 = 0
        var digits = 0
        var scale = -1
        let isNegative = base[0] == UInt8(ascii: "-")
        for index in (isNegative ? 1 : 0)..<text.count {
            let digit = base[index] &- UInt8(ascii: "0")
            if digit < 10 {
                mantissa = mantissa &* 10 &+ UInt64(digit)
                digits += 1
                if scale >= 0 { scale += 1 }
            } else if base[index] == UInt8(ascii: ".") {
                scale = 0
            } else {
                return nil
            }
        }
        guard digits <= 15 else { return nil }
        let magnitude = scale > 0 ? Double(mantissa) / powersOfTen[scale] : Double(mantissa)
        return isNegative ? -magnitude : magnitude
    }

    private static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ]

    static func isNumber(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let tape = try? JSONTape(scanning: text), tape.count == 1, tape[0].kind == .number else { return false }
        return tape[0].length == text.count
    }

    /// A number in a form that programs print and JSON does not allow: `+5`, `007`, `.5`, `5.`
    static func isSpelledNumber(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var rest = text[...]
        func skipDigits() -> Int {
            let digits = rest.prefix { $0 &- UInt8(ascii: "0") < 10 }.count
            rest = rest.dropFirst(digits)
            return digits
        }
        func skip(_ bytes: Set<UInt8>) -> Bool {
            guard let first = rest.first, bytes.contains(first) else { return false }
            rest = rest.dropFirst()
            return true
        }
        let signs: Set = [UInt8(ascii: "+"), UInt8(ascii: "-")]
        _ = skip(signs)
        var digits = skipDigits()
        if skip([UInt8(ascii: ".")]) { digits += skipDigits() }
        guard digits > 0 else { return false }
        if skip([UInt8(ascii: "e"), UInt8(ascii: "E")]) {
            _ = skip(signs)
            guard skipDigits() > 0 else { return false }
        }
        return rest.isEmpty
    }
}
