/// The line of a diagnostic and the caret under it, fit for a terminal: a long line (minified JSON) is cut around the
/// place, and characters that would move the cursor are shown as U+FFFD.
struct SourceExcerpt {
    let line: String
    /// Spaces, and the tabs of the line itself so that both lines stop at the same columns, then `^`.
    let caret: String

    private static let reach = 70

    init(_ text: SourceText, at offset: Int) {
        let place = min(offset, text.bytes.count)
        let before = Self.readBack(text.bytes, from: place)
        let after = Self.readOn(text.bytes, from: place)
        let lead = before.isCut ? "…" : ""
        line = lead + Self.sanitize(before.text) + Self.sanitize(after.text) + (after.isCut ? "…" : "")
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

    /// Control characters and the ones that change the direction of text, behind which other text could hide.
    static func sanitize(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    switch scalar.value {
                    case 0x09: scalar
                    case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
                    default: scalar
                    }
                }))
    }
}
