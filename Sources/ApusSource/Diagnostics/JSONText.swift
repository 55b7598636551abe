/// JSON to be printed, members in the order given.
enum JSONText {
    case string(String)
    case integer(Int)
    case array([JSONText])
    case object([(String, JSONText?)])

    /// Two spaces per level, without a final line break. Absent members are omitted.
    func print(indentation: String = "") -> String {
        let inner = indentation + "  "
        switch self {
        case .string(let text): return Self.quote(text)
        case .integer(let value): return "\(value)"
        case .array(let items):
            return Self.enclose("[", items.map { inner + $0.print(indentation: inner) }, indentation + "]")
        case .object(let members):
            let lines = members.compactMap { name, value in
                value.map { "\(inner)\(Self.quote(name)): \($0.print(indentation: inner))" }
            }
            return Self.enclose("{", lines, indentation + "}")
        }
    }

    private static func enclose(_ start: String, _ lines: [String], _ end: String) -> String {
        lines.isEmpty ? start + String(end.suffix(1)) : "\(start)\n\(lines.joined(separator: ",\n"))\n\(end)"
    }

    private static func quote(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where HiddenScalars.contains(scalar): result += String(scalar).utf16.map(escape).joined()
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    private static func escape(_ value: UInt16) -> String {
        let digits = String(value, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
