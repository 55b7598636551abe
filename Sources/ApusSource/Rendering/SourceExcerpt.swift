import ApusJSON

/// The line of a diagnostic and the caret under it, safe for a terminal: a long line (minified JSON) is cut around the
/// location, and characters that would move the cursor are shown as U+FFFD.
struct SourceExcerpt {
    let line: String
    /// Spaces, and the tabs of the line itself so that both lines stop at the same columns, then `^`.
    let caret: String

    private static let reach = 70

    init(_ text: SourceText, at offset: Int) {
        let index = min(offset, text.bytes.count)
        let before = Self.readBack(text.bytes, from: index)
        let after = Self.readOn(text.bytes, from: index)
        let lead = before.isCut ? "…" : ""
        line = lead + VisibleText.of(before.text) + VisibleText.of(after.text) + (after.isCut ? "…" : "")
        caret = String((lead + before.text).unicodeScalars.map { $0 == "\t" ? "\t" : " " as Character }) + "^"
    }

    private static func readBack(_ bytes: [UInt8], from end: Int) -> (text: String, isCut: Bool) {
        var start = end
        var scalars = 0
        while start > 0, !isBreak(bytes[start - 1]) {
            if scalars == reach { return (String(decoding: bytes[start..<end], as: UTF8.self), true) }
            start -= 1
            if bytes[start] & 0xC0 != 0x80 { scalars += 1 }
        }
        return (String(decoding: bytes[start..<end], as: UTF8.self), false)
    }

    private static func readOn(_ bytes: [UInt8], from start: Int) -> (text: String, isCut: Bool) {
        var end = start
        var scalars = 0
        while end < bytes.count, !isBreak(bytes[end]) {
            if bytes[end] & 0xC0 != 0x80 {
                if scalars == reach { return (String(decoding: bytes[start..<end], as: UTF8.self), true) }
                scalars += 1
            }
            end += 1
        }
        return (String(decoding: bytes[start..<end], as: UTF8.self), false)
    }

    private static func isBreak(_ byte: UInt8) -> Bool {
        byte == 0x0A || byte == 0x0D
    }
}
