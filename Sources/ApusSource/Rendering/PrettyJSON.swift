import ApusJSON

/// JSON to be printed, members in the order given.
package enum PrettyJSON {
    case string(String)
    /// JSON already.
    case raw(String)
    case integer(Int)
    case array([PrettyJSON])
    case object([(String, PrettyJSON?)])

    /// Two spaces per level, without a final line break. Absent members are omitted.
    package func print(indentation: String = "") -> String {
        let inner = indentation + "  "
        switch self {
        case .string(let text): return Self.quote(text)
        case .raw(let text): return text
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
        JSONString.quote(text) { HiddenScalars.contains($0) }
    }
}
