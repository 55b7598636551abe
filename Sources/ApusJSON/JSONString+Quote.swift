extension JSONString {
    /// A string token with its quotes (RFC 8259, section 7): `say "hi"` → `"say \"hi\""`.
    ///
    /// - Parameter isEscaped: Which further scalars are written as `\u` escapes; control characters always are.
    public static func quote(_ text: String, escaping isEscaped: (Unicode.Scalar) -> Bool = { _ in false }) -> String {
        var token = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": token += "\\\""
            case "\\": token += "\\\\"
            case "\n": token += "\\n"
            case "\r": token += "\\r"
            case "\t": token += "\\t"
            case _ where scalar.value < 0x20 || isEscaped(scalar):
                token += String(scalar).utf16.map(escape).joined()
            default: token.unicodeScalars.append(scalar)
            }
        }
        return token + "\""
    }

    /// `é` → `\u00e9`: four digits for each code unit of UTF-16.
    public static func escape(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
