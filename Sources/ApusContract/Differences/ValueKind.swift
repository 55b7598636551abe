import ApusSource
import ApusSpec

/// The JSON type of a value; `integer` is a number without a fraction, as written.
public enum ValueKind: String, Sendable, Hashable {
    case null, boolean, integer, number, string, array, object

    init(_ node: SourceNode) {
        switch node.content {
        case .null: self = .null
        case .boolean: self = .boolean
        case .number(let number): self = number.isWhole ? .integer : .number
        case .string: self = .string
        case .sequence: self = .array
        case .mapping: self = .object
        }
    }

    /// Whether a schema's type allows it.
    func fits(_ type: SchemaType) -> Bool {
        switch (self, type) {
        case (.integer, .integer), (.integer, .number), (.number, .number), (.boolean, .boolean), (.string, .string),
            (.array, .array), (.object, .object), (.string, .file):
            true
        default: false
        }
    }

    /// `an integer`
    var phrase: String {
        switch self {
        case .null: "null"
        case .integer, .array, .object: "an " + rawValue
        case .boolean, .number, .string: "a " + rawValue
        }
    }
}

extension SourceNumber {
    /// Whether the number has no fraction: `1`, `1.0`, `12345678901234567890123` and `1.5e1`, not `0.5`.
    var isWhole: Bool {
        let parts = text.utf8.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == 0x65 || $0 == 0x45 }
        let mantissa = parts[0].split(separator: 0x2E, maxSplits: 1, omittingEmptySubsequences: false)
        let fraction = mantissa.count > 1 ? Array(mantissa[1]) : []
        guard let exponent = parts.count > 1 ? Int(String(Substring(parts[1]))) : 0 else { return false }
        let digits = Array(mantissa[0].filter { (0x30...0x39).contains($0) }) + fraction
        guard let last = digits.lastIndex(where: { $0 != 0x30 }) else { return true }
        let (places, overflow) = (fraction.count - (digits.count - 1 - last)).subtractingReportingOverflow(exponent)
        return !overflow && places <= 0
    }
}
