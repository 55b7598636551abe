/// This module's JSON output: examples, and contexts for `apus dump`.
enum JSONText {
    /// A string with its quotes (RFC 8259, section 7).
    static func quote(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case _ where scalar.value < 0x20:
                let hex = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// One member or element in each line, indented by two spaces; `{}` and `[]` when empty.
    static func enclose(_ open: String, _ lines: [String], _ close: String, indentation: String) -> String {
        if lines.isEmpty { return open + close }
        let inner = lines.map { indentation + "  " + $0 }.joined(separator: ",\n")
        return open + "\n" + inner + "\n" + indentation + close
    }
}
