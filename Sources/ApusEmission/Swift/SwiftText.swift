/// Text of a document as Swift source: always the content of a literal.
enum SwiftText {
    /// `say "hi"` → `"say \"hi\""`. No interpolation can start, because every backslash is doubled; characters that an
    /// editor would hide or reorder (control characters, bidirectional marks, line separators) are written as `\u{…}`.
    static func literal(_ text: String) -> String {
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
        case _ where isHidden(scalar): result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
        default: result.unicodeScalars.append(scalar)
        }
    }

    /// Control characters, line and paragraph separators, bidirectional and other invisible marks, tags, noncharacters.
    /// Joiners (U+200C, U+200D) are kept, because scripts and emoji need them.
    static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F: true
        case 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
        default: scalar.value & 0xFFFE == 0xFFFE
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
