/// The `Set-Cookie` lines of a response, which the system returns as one text joined by `, `.
///
/// A comma also occurs in a date (`Expires=Wed, 21 Oct 2026 07:28:00 GMT`), where no `name=` follows; a comma in a
/// value that is followed by a blank and `name=` cannot be distinguished from a new line.
enum SetCookieLines {
    static func split(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        var lines: [String] = []
        var start = 0
        for comma in bytes.indices where bytes[comma] == UInt8(ascii: ",") && beginsCookie(bytes[(comma + 1)...]) {
            lines.append(String(decoding: bytes[start..<comma], as: UTF8.self))
            start = comma + 2
        }
        lines.append(String(decoding: bytes[start...], as: UTF8.self))
        return lines
    }

    /// ` name=` with a token as the name (RFC 9110, 5.6.2).
    private static func beginsCookie(_ rest: ArraySlice<UInt8>) -> Bool {
        guard rest.first == UInt8(ascii: " ") else { return false }
        let name = rest.dropFirst().prefix(while: isToken)
        return !name.isEmpty && rest.dropFirst(1 + name.count).first == UInt8(ascii: "=")
    }

    private static func isToken(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}
