import ApusJSON

/// Text of a document as Swift source: always the content of a literal.
public enum SwiftSource {
    /// `say "hi"` → `"say \"hi\""`. No interpolation can start, because every backslash is doubled; characters that an
    /// editor would hide or reorder (control characters, bidirectional marks, line separators) are written as `\u{…}`.
    public static func literal(_ text: String) -> String {
        var result = "\""
        result.reserveCapacity(text.utf8.count + 2)
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }) {
            result += text
        } else {
            for scalar in text.unicodeScalars {
                appendEscaped(scalar, to: &result)
            }
        }
        result += "\""
        return result
    }

    static func list(_ texts: [String]) -> String {
        "[" + texts.map(literal).joined(separator: ", ") + "]"
    }

    private static func appendEscaped(_ scalar: Unicode.Scalar, to result: inout String) {
        switch scalar {
        case "\\": result += "\\\\"
        case "\"": result += "\\\""
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        case "\t": result += "\\t"
        case "\0": result += "\\0"
        case _ where HiddenScalars.contains(scalar):
            result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
        default: result.unicodeScalars.append(scalar)
        }
    }

    /// A name as an argument label: `default` without change, and backticks only around `inout`; the compiler warns
    /// about backticks around `var` and `let`, which modify parameters too.
    static func label(_ name: String) -> String {
        let bare = bare(name)
        return bare == "inout" ? name : bare
    }

    /// `default` → the name without backticks, if it has any.
    static func bare(_ identifier: String) -> String {
        identifier.utf8.first == 0x60 ? String(identifier.dropFirst().dropLast()) : identifier
    }
}
