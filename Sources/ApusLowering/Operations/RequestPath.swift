/// Path templates in requests.
enum RequestPath {
    /// Percent-encodes characters that RFC 3986 does not allow in a path, and keeps `{name}` and escapes: `/a b/{id}` →
    /// `/a%20b/{id}`. A query in the template is kept.
    static func encode(_ path: String) -> String {
        var text = ""
        var isInside = false
        for scalar in path.unicodeScalars {
            if scalar == "{" { isInside = true }
            if isInside {
                text.unicodeScalars.append(scalar)
            } else {
                for byte in String(scalar).utf8 {
                    let digits = String(byte, radix: 16, uppercase: true)
                    text += isAllowed(byte) ? String(scalar) : digits.count == 1 ? "%0" + digits : "%" + digits
                }
            }
            if scalar == "}" { isInside = false }
        }
        return text
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._~!$&'()*+,;=:@/%?#{}".utf8.contains(byte)
        }
    }
}
