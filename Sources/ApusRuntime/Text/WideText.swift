/// A text in UTF-16 or UTF-32 that can be written back as it came, with other characters in it.
struct WideText {
    /// The bytes of a code unit: two or four.
    private let unit: Int
    private let isBigEndian: Bool
    private let hasMark: Bool
    let text: String

    /// nil for what is neither, as far as a byte order mark, the zeros beside characters of ASCII at the beginning (RFC 4627, 3) or the
    /// `charset` of `Content-Type` say.
    init?(_ bytes: [UInt8], contentType: String?) {
        guard let form = Self.mark(of: bytes) ?? Self.zeros(of: bytes) ?? Self.charset(contentType) else { return nil }
        hasMark = Self.mark(of: bytes) != nil
        (unit, isBigEndian) = form
        let name = (unit == 2 ? "utf-16" : "utf-32") + (isBigEndian ? "be" : "le")
        guard let text = BodyText.decode(bytes, charset: name) else { return nil }
        self.text = text
    }

    /// Another text in the same form.
    func encode(_ text: String) -> [UInt8] {
        let marked = hasMark ? "\u{FEFF}" + text : text
        return unit == 2
            ? marked.utf16.flatMap { bytes(of: $0) } : marked.unicodeScalars.flatMap { bytes(of: $0.value) }
    }

    private func bytes(of value: some FixedWidthInteger) -> [UInt8] {
        let positions = isBigEndian ? Array((0..<unit).reversed()) : Array(0..<unit)
        return positions.map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    private static func mark(of bytes: [UInt8]) -> (Int, Bool)? {
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return (4, false) }
        if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return (4, true) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (2, false) }
        return bytes.starts(with: [0xFE, 0xFF]) ? (2, true) : nil
    }

    private static func zeros(of bytes: [UInt8]) -> (Int, Bool)? {
        guard bytes.count > 1, (bytes[0] == 0) != (bytes[1] == 0) || bytes.starts(with: [0, 0, 0]) else { return nil }
        return (bytes.prefix(4).count { $0 == 0 } == 3 ? 4 : 2, bytes[0] == 0)
    }

    private static func charset(_ contentType: String?) -> (Int, Bool)? {
        switch contentType.flatMap({ HeaderParameters($0)["charset"] }).map(TextEncoding.init) {
        case .utf16(let isBigEndian?): (2, isBigEndian)
        case .utf32(let isBigEndian?): (4, isBigEndian)
        default: nil
        }
    }
}
