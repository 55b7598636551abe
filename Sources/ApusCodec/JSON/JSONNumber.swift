/// A JSON number, kept exactly as it was written.
///
/// Numbers of equal value are equal, whatever their spelling: `1e2` and `100.0` are.
public struct JSONNumber: Sendable {
    /// The text: RFC 8259 §6.
    public let text: String

    /// Takes text that is a JSON number; nil for any other.
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

    /// The nearest `Double`; an infinity where the number is beyond its range.
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

    /// One spelling for each value: digits without zeros at their ends, and a power of ten.
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
