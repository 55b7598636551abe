/// Untrusted text for descriptions: short, and on one line.
///
/// A line feed of a server in a log would forge a log line, and an escape character would control a terminal.
package enum ShownText {
    /// The text with its control characters escaped: `a\nb` in six characters.
    package static func escape(_ text: some StringProtocol) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return String(text) }
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if isControl(scalar) {
                shown.append(contentsOf: escape(scalar).unicodeScalars)
            } else {
                shown.append(scalar)
            }
        }
        return String(shown)
    }

    /// The same, limited to a number of bytes.
    package static func short(_ text: some StringProtocol, most: Int) -> String {
        guard text.utf8.count > most else { return escape(text) }
        var count = 0
        var head = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            count += UTF8.width(scalar)
            if count > most { break }
            head.append(scalar)
        }
        return escape(String(head)) + "…"
    }

    /// Control characters of ASCII and Latin-1, line and paragraph separators, and bidirectional controls.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        default: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        }
    }
}
