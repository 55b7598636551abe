import ApusJSON

/// The compact JSON text of a document's value (RFC 8259).
public enum CompactJSON {
    public static func write(_ node: SourceNode) -> String {
        var text = ""
        write(node, into: &text, remaining: 64)
        return text
    }

    private static func write(_ node: SourceNode, into text: inout String, remaining: Int) {
        guard remaining > 0 else { return text += "null" }
        switch node.content {
        case .null: text += "null"
        case .boolean(let flag): text += flag ? "true" : "false"
        case .number(let number): text += self.number(number) ?? "null"
        case .string(let string): text += JSONString.quote(string)
        case .sequence(let items):
            text += "["
            for (index, item) in items.enumerated() {
                if index > 0 { text += "," }
                write(item, into: &text, remaining: remaining - 1)
            }
            text += "]"
        case .mapping(let mapping):
            text += "{"
            for (index, entry) in mapping.entries.enumerated() {
                if index > 0 { text += "," }
                text += JSONString.quote(entry.key) + ":"
                write(entry.value, into: &text, remaining: remaining - 1)
            }
            text += "}"
        }
    }

    /// A number in JSON's syntax, with the document's digits: `+.50` → `0.50`, `1.` → `1`; nil for values that JSON
    /// lacks (`.inf`).
    public static func number(_ number: SourceNumber) -> String? {
        if let integer = number.integer { return String(integer) }
        guard number.double.isFinite else { return nil }
        return decimal(number.text) ?? String(number.double)
    }

    /// The YAML 1.2 core schema accepts a plus sign, leading zeros, and a point with digits on one side only (section
    /// 10.3.2).
    private static func decimal(_ text: String) -> String? {
        let isNegative = text.hasPrefix("-")
        let parts = text.drop { $0 == "+" || $0 == "-" }.split(separator: #/[eE]/#, maxSplits: 1)
        guard let mantissa = parts.first else { return nil }
        let sides = mantissa.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let whole = sides[0].drop { $0 == "0" }
        let fraction = sides.count > 1 ? sides[1] : ""
        guard (whole + fraction).allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
        return (isNegative ? "-" : "") + (whole.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : "." + fraction)
            + (parts.count > 1 ? "e" + parts[1] : "")
    }

    /// In ASCII and without `#`, so that it is safe in a raw Swift literal.
    public static func ascii(_ node: SourceNode) -> String {
        escape(write(node))
    }

    public static func ascii(_ string: String) -> String {
        escape(JSONString.quote(string))
    }

    /// Outside of strings, JSON is ASCII and contains no `#`.
    private static func escape(_ json: String) -> String {
        var text = ""
        for unit in json.utf16 {
            if unit < 0x7F, unit != UInt8(ascii: "#") {
                text.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
            } else {
                text += JSONString.escape(unit)
            }
        }
        return text
    }
}
