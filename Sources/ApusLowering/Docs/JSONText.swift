import ApusSource

/// JSON text of a document's value, compact (RFC 8259).
enum JSONText {
    static func write(_ node: SourceNode) -> String {
        var text = ""
        write(node, into: &text, remaining: 64)
        return text
    }

    private static func write(_ node: SourceNode, into text: inout String, remaining: Int) {
        guard remaining > 0 else { return text += "null" }
        switch node.content {
        case .null: text += "null"
        case .boolean(let flag): text += flag ? "true" : "false"
        case .number(let number):
            text += number.integer.map(String.init) ?? (number.double.isFinite ? number.text : "null")
        case .string(let string): text += quote(string)
        case .sequence(let items):
            text += "["
            for (place, item) in items.enumerated() {
                if place > 0 { text += "," }
                write(item, into: &text, remaining: remaining - 1)
            }
            text += "]"
        case .mapping(let mapping):
            text += "{"
            for (place, entry) in mapping.entries.enumerated() {
                if place > 0 { text += "," }
                text += quote(entry.key) + ":"
                write(entry.value, into: &text, remaining: remaining - 1)
            }
            text += "}"
        }
    }

    static func quote(_ string: String) -> String {
        var text = "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }
}
