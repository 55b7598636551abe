internal import ApusRuntime

/// The bytes of a text in UTF-8, the only encoding that libxml2 is given, so that libxml2 reads exactly the checked
/// text.
struct XMLBytes {
    /// May begin with a byte order mark. UTF-8 input is unchanged; libxml2 reports the location of invalid bytes.
    let bytes: [UInt8]

    /// The name of the encoding for libxml2.
    static let encoding = "UTF-8"

    /// Determines the encoding: a byte order mark takes precedence, then `charset`, then the declaration in the text
    /// (RFC 7303, section 3).
    ///
    /// - Parameters:
    ///   - bytes: The text in any supported encoding.
    ///   - charset: The encoding, if named outside of the text.
    /// - Throws: ``XMLProblem`` of kind `malformed` for an unsupported encoding, and for a text that is invalid in its
    ///   encoding.
    init(_ bytes: [UInt8], charset: String?) throws(XMLProblem) {
        let name = try Self.findEncoding(of: bytes, charset)
        self.bytes = TextEncoding(name) == .utf8 ? bytes : try Self.decode(bytes, name)
        // libxml2 examines the first four bytes in any case: it interprets zeros as UTF-16 or UTF-32, and these bytes
        // as EBCDIC.
        guard !self.bytes.prefix(4).contains(0), !self.bytes.starts(with: [0x4C, 0x6F, 0xA7, 0x94]) else {
            throw Self.problem("the text does not begin with markup in \(ShownText.short(name, most: 40))")
        }
    }

    private static func findEncoding(of bytes: [UInt8], _ charset: String?) throws(XMLProblem) -> String {
        if let name = mark(of: bytes) ?? (charset == nil ? width(of: bytes) : nil) { return name }
        if let charset, isWide(charset) { return charset }
        var name = charset
        if name == nil { name = try declared(in: bytes) }
        guard let name else { return encoding }
        guard hasASCII(name) else { throw problem("the encoding \(ShownText.short(name, most: 40)) is not read") }
        return name
    }

    private static func decode(_ bytes: [UInt8], _ name: String) throws(XMLProblem) -> [UInt8] {
        // Other bodies are read leniently there; an XML text that is invalid in its encoding is not well-formed (XML
        // 1.0, 4.3.3).
        if TextEncoding(name) == .ascii, let index = bytes.firstIndex(where: { $0 >= 0x80 }) {
            let line = bytes[..<index].count { $0 == 0x0A } + 1
            let column = index - (bytes[..<index].lastIndex(of: 0x0A) ?? -1)
            throw XMLProblem(.malformed, "a byte that is no character of US-ASCII", line: line, column: column)
        }
        guard let text = BodyText.decode(bytes, charset: name), !text.isEmpty else {
            throw problem("the text is not in \(ShownText.short(name, most: 40))")
        }
        return Array(text.utf8)
    }

    private static func mark(of bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return encoding }
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return "utf-32" }
        return bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) ? "utf-16" : nil
    }

    /// XML 1.0, appendix F.1: the zeros around the first `<` determine the width of its letters.
    private static func width(of bytes: [UInt8]) -> String? {
        guard bytes.count > 1 else { return nil }
        if bytes[0] == 0 { return bytes[1] == 0 ? "utf-32be" : "utf-16be" }
        guard bytes[1] == 0 else { return nil }
        return bytes.count > 3 && bytes[2] == 0 && bytes[3] == 0 ? "utf-32le" : "utf-16le"
    }

    /// The maximum number of bytes of a declaration; none needs more.
    private static let longestDeclaration = 4_096

    /// `<?xml version="1.0" encoding="ISO-8859-1"?>`
    private static func declared(in bytes: [UInt8]) throws(XMLProblem) -> String? {
        guard bytes.starts(with: "<?xml".utf8), bytes.count > 5, " \t\r\n".utf8.contains(bytes[5]) else { return nil }
        let head = bytes.prefix(longestDeclaration)
        guard let end = head.firstIndex(of: UInt8(ascii: ">")) else {
            guard bytes.count > head.count else { return nil }
            throw problem("the XML declaration has more than \(longestDeclaration) bytes")
        }
        let words = head[..<end].split { " \t\r\n=".utf8.contains($0) }
        guard let index = words.firstIndex(where: { $0.elementsEqual("encoding".utf8) }), index + 1 < words.count else {
            return nil
        }
        return String(decoding: words[index + 1].filter { !"\"'?".utf8.contains($0) }, as: UTF8.self)
    }

    private static func isWide(_ name: String) -> Bool {
        switch TextEncoding(name) {
        case .utf16, .utf32: true
        case .utf8, .ascii, .windows1252, .other: false
        }
    }

    /// Whether the markup of a text in the encoding is ASCII.
    private static func hasASCII(_ name: String) -> Bool {
        switch TextEncoding(name) {
        case .utf8, .ascii, .windows1252: true
        case .utf16, .utf32: false
        case .other(let name): families.contains { name.begins(with: $0) }
        }
    }

    private static let families = [
        "iso-8859-", "iso8859-", "iso_8859-", "latin", "windows-125", "windows-874", "cp125", "cp874", "cp932", "cp936",
        "cp949", "cp950", "cp866", "cp437", "cp85", "koi8-", "euc-", "gb18030", "big5", "macintosh", "tis-620",
    ]

    private static func problem(_ reason: String) -> XMLProblem { XMLProblem(.malformed, reason, line: 1, column: 1) }
}
