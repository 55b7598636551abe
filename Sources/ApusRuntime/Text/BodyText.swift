/// Text of a body in the encoding of `Content-Type` (RFC 9110, 8.3.2), by default UTF-8.
package enum BodyText {
    /// nil: the bytes are not text in that encoding, or the encoding is not supported. No byte is replaced.
    static func decode(_ bytes: [UInt8], contentType: String?) -> String? {
        decode(bytes, charset: contentType.flatMap { HeaderParameters($0)["charset"] })
    }

    package static func decode(_ bytes: [UInt8], charset: String?) -> String? {
        if let marked = decodeMarked(bytes) { return marked.text }
        switch charset.map(TextEncoding.init) ?? .utf8 {
        case .utf8: return utf8(bytes)
        case .ascii: return utf8(bytes) ?? Windows1252.decode(bytes)
        case .windows1252: return Windows1252.decode(bytes)
        case .utf16(let isBigEndian): return utf16(bytes, isBigEndian: isBigEndian ?? beginsBig(bytes, unit: 2))
        case .utf32(let isBigEndian): return utf32(bytes, isBigEndian: isBigEndian ?? beginsBig(bytes, unit: 4))
        case .other(let name): return PlatformText.decode(bytes, encoding: name)
        }
    }

    /// Returns a JSON text as UTF-8, which the standard requires (RFC 8259, 8.1); older servers send UTF-16, or another
    /// encoding in `charset`. Bytes that are valid UTF-8 are read as UTF-8, whatever `charset` a framework adds by
    /// default.
    static func json(_ bytes: [UInt8], contentType: String?) -> [UInt8] {
        let isWide = bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
        // UTF-16 text that begins with ASCII has a zero among its first two bytes in either byte order (RFC 4627, 3).
        if !isWide, bytes.prefix(2).contains(0) {
            let name = bytes.first == 0 ? "be" : "le"
            let charset = (bytes.prefix(4).count { $0 == 0 } == 3 ? "utf-32" : "utf-16") + name
            return decode(bytes, charset: charset).map { Array($0.utf8) } ?? bytes
        }
        guard isWide || contentType?.utf8.contains(UInt8(ascii: ";")) == true, isWide || utf8(bytes) == nil else {
            return bytes
        }
        return decode(bytes, contentType: contentType).map { Array($0.utf8) } ?? bytes
    }

    /// nil for invalid UTF-8; a byte order mark is not part of the text.
    static func utf8(_ bytes: [UInt8]) -> String? {
        let text = String(decoding: bytes, as: UTF8.self)
        // Invalid UTF-8 becomes U+FFFD, whose bytes differ.
        return text.utf8.elementsEqual(bytes) ? text : nil
    }

    /// nil: no byte order mark (WHATWG Encoding, "BOM sniff").
    private static func decodeMarked(_ bytes: [UInt8]) -> (text: String?, Void)? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (utf8(Array(bytes.dropFirst(3))), ()) }
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return (utf32(Array(bytes.dropFirst(4)), isBigEndian: false), ()) }
        if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return (utf32(Array(bytes.dropFirst(4)), isBigEndian: true), ()) }
        if bytes.starts(with: [0xFF, 0xFE]) { return (utf16(Array(bytes.dropFirst(2)), isBigEndian: false), ()) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (utf16(Array(bytes.dropFirst(2)), isBigEndian: true), ()) }
        return nil
    }

    private static func utf16(_ bytes: [UInt8], isBigEndian: Bool) -> String? {
        guard bytes.count.isMultiple(of: 2) else { return nil }
        let units = stride(from: 0, to: bytes.count, by: 2).map { index in
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return isBigEndian ? first << 8 | second : second << 8 | first
        }
        let text = String(decoding: units, as: UTF16.self)
        return text.utf16.elementsEqual(units) ? text : nil
    }

    private static func utf32(_ bytes: [UInt8], isBigEndian: Bool) -> String? {
        guard bytes.count.isMultiple(of: 4) else { return nil }
        var text = String.UnicodeScalarView()
        for index in stride(from: 0, to: bytes.count, by: 4) {
            let four = bytes[index..<index + 4]
            let value = (isBigEndian ? Array(four) : four.reversed()).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            guard let scalar = Unicode.Scalar(value) else { return nil }
            text.append(scalar)
        }
        return String(text)
    }

    /// The byte order without a mark and without a name: zeros of ASCII characters show it in most texts; otherwise RFC
    /// 2781, 4.3 applies.
    private static func beginsBig(_ bytes: [UInt8], unit: Int) -> Bool {
        let high = stride(from: 0, to: bytes.count, by: unit).count { bytes[$0] == 0 }
        let low = stride(from: unit - 1, to: bytes.count, by: unit).count { bytes[$0] == 0 }
        return high >= low
    }
}
