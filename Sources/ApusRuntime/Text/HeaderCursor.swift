/// Reads a header's value in order, byte by byte: its delimiters are ASCII (RFC 9110, section 5.6).
struct HeaderCursor {
    private var rest: ArraySlice<UInt8>

    init(_ text: String) { rest = Array(text.utf8)[...] }

    var isAtEnd: Bool { rest.isEmpty }

    /// The next character, if it is ASCII.
    var upcoming: Unicode.Scalar? { rest.first.map { Unicode.Scalar($0) } }

    /// Reads the given character; returns false if the next one differs.
    mutating func skip(_ letter: Unicode.Scalar) -> Bool {
        guard upcoming == letter, letter.isASCII else { return false }
        rest.removeFirst()
        return true
    }

    /// Reads characters while they are among the given ones.
    mutating func skip(anyOf letters: String) {
        rest = rest.drop { letters.utf8.contains($0) }
    }

    /// Reads the text before any of the given characters.
    mutating func read(before letters: String) -> String {
        let taken = rest.prefix { !letters.utf8.contains($0) }
        rest = rest[taken.endIndex...]
        return String(decoding: taken, as: UTF8.self)
    }

    /// Reads a quoted string after its opening quote, including the closing one; a backslash escapes the next
    /// character.
    mutating func readQuoted() -> String {
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
