/// Reads a header's value from front to back, byte by byte: what delimits its parts is ASCII (RFC 9110, section 5.6).
struct HeaderCursor {
    private var rest: ArraySlice<UInt8>

    init(_ text: String) { rest = Array(text.utf8)[...] }

    var isAtEnd: Bool { rest.isEmpty }

    /// The character that comes next, where it is one of ASCII.
    var upcoming: Unicode.Scalar? { rest.first.map { Unicode.Scalar($0) } }

    /// Whether a character came, which is then read.
    mutating func skip(_ letter: Unicode.Scalar) -> Bool {
        guard upcoming == letter, letter.isASCII else { return false }
        rest.removeFirst()
        return true
    }

    /// Reads characters as long as they are among those.
    mutating func skip(anyOf letters: String) {
        rest = rest.drop { letters.utf8.contains($0) }
    }

    /// Reads what stands before any of those characters.
    mutating func take(before letters: String) -> String {
        let taken = rest.prefix { !letters.utf8.contains($0) }
        rest = rest[taken.endIndex...]
        return String(decoding: taken, as: UTF8.self)
    }

    /// Behind the opening quote: reads past the closing one, and takes the character behind a backslash as it is.
    mutating func takeQuoted() -> String {
        var text: [UInt8] = []
        var isEscaped = false
        while let byte = rest.popFirst() {
            if isEscaped {
                text.append(byte)
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                break
            } else {
                text.append(byte)
            }
        }
        if isEscaped { text.append(UInt8(ascii: "\\")) }
        return String(decoding: text, as: UTF8.self)
    }
}
