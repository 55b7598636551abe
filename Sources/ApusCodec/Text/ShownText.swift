internal import ApusJSON

/// Untrusted text for descriptions: short, and on one line.
///
/// A line feed of a server in a log would forge a log line, and an escape character would control a terminal.
package enum ShownText {
    /// The text with its hidden characters escaped: `a\nb` in six characters.
    package static func escape(_ text: some StringProtocol) -> String {
        guard text.unicodeScalars.contains(where: HiddenScalars.contains) else { return String(text) }
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if HiddenScalars.contains(scalar) {
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

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        default: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        }
    }
}
