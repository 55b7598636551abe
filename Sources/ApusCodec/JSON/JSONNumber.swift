/// A JSON number with its original text.
///
/// Numbers of equal value are equal, whatever their spelling, for example `1e2` and `100.0`.
public struct JSONNumber: Sendable {
    /// The text, as RFC 8259 §6 defines it.
    public let text: String

    /// Creates a number from text that is a JSON number; nil for other text.
    public init?(_ text: String) {
        var copy = text
        guard copy.withUTF8(NumberText.isNumber) else { return nil }
        self.text = text
    }

    /// A whole number.
    public init<T: FixedWidthInteger>(_ value: T) { text = String(value) }

    init(unchecked text: String) { self.text = text }

    /// The value as `Int`; nil where it is not whole or too large. `5.0` is 5.
    public var int: Int? { integer() }

    /// The value as any integer type; nil where that cannot hold it.
    public func integer<T: FixedWidthInteger>(as type: T.Type = T.self) -> T? {
        var copy = text
        guard case .whole(let magnitude, let isNegative) = copy.withUTF8(NumberText.integer) else { return nil }
        return NumberText.signed(magnitude, isNegative, as: type)
    }

    /// The nearest `Double`; infinity where the number is beyond its range.
    public var double: Double { Double(text) ?? .nan }

    var parts: DecimalParts {
        var copy = text
        return copy.withUTF8 { DecimalParts($0) }
    }
}

extension JSONNumber: Hashable {
    /// Compares by value.
    public static func == (left: JSONNumber, right: JSONNumber) -> Bool {
        left.text == right.text || left.canonicalText == right.canonicalText
    }

    /// Hashes the value.
    public func hash(into hasher: inout Hasher) { hasher.combine(canonicalText) }

    /// The normalized text of the value: digits without leading and trailing zeros, and a power of ten.
    var canonicalText: String {
        let parts = parts
        if parts.digits.isEmpty { return "0" }
        guard let exponent = parts.exponent else { return text }
        let digits = String(decoding: parts.digits.map { $0 + 48 }, as: UTF8.self)
        return "\(parts.isNegative ? "-" : "")\(digits)e\(exponent)"
    }
}

extension JSONNumber: CustomStringConvertible {
    /// The text.
    public var description: String { text }
}

extension JSONNumber: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
    /// `5`
    public init(integerLiteral value: Int) { self.init(value) }

    /// `0.5`; a literal beyond `Double`'s range is 0.
    public init(floatLiteral value: Double) { self = JSONNumber(value) ?? JSONNumber(0) }
}
