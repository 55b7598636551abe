/// A number with its exact text, so that no digit is lost on the way to generated code.
public struct SourceNumber: Hashable, Sendable {
    /// The text in the file: `5`, `1e2`, `0x1F`, `-.inf`.
    public let text: String

    public init(text: String) {
        self.text = text
    }

    /// The value of a whole number in the range of `Int`: `5`, `5.0` and `1e2` have one, `0.5` and `1e30` do not.
    public var integer: Int? {
        if let value = Int(text) { return value }
        if let value = radixInteger { return value }
        guard let value = Double(text), value == value.rounded(), abs(value) <= 9_007_199_254_740_992 else {
            return nil
        }
        return Int(value)
    }

    /// The nearest `Double`; infinite for `.inf` and for numbers beyond the range.
    public var double: Double {
        if let value = radixInteger { return Double(value) }
        if let value = Double(text) { return value }
        let digits = text.drop { $0 == "+" || $0 == "-" }.lowercased()
        switch digits {
        case ".inf": return text.hasPrefix("-") ? -.infinity : .infinity
        default: return .nan
        }
    }

    /// YAML's `0o17` and `0x1F`.
    private var radixInteger: Int? {
        if text.hasPrefix("0o") { return Int(text.dropFirst(2), radix: 8) }
        if text.hasPrefix("0x") { return Int(text.dropFirst(2), radix: 16) }
        return nil
    }
}
