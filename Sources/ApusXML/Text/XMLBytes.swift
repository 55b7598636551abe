internal import ApusRuntime

/// The bytes of a text as libxml2 gets them: in an encoding whose markup is that of ASCII, so that it can be looked at before.
struct XMLBytes {
    let bytes: [UInt8]
    /// Overrides the declaration in the text; nil: that counts.
    let charset: String?

    /// - Parameter charset: The encoding, where something outside of the text names it; a byte order mark counts more.
    init(_ bytes: [UInt8], charset: String?) throws(XMLProblem) {
        if let name = Self.mark(of: bytes) ?? (charset == nil ? Self.width(of: bytes) : nil) {
            self = try XMLBytes(wide: bytes, name)
        } else if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            (self.bytes, self.charset) = (bytes, nil)
        } else if let charset, Self.isWide(charset) {
            self = try XMLBytes(wide: bytes, charset)
        } else {
            let name = charset ?? Self.declared(in: bytes) ?? "utf-8"
            guard Self.hasASCII(name), !bytes.starts(with: [0x4C, 0x6F, 0xA7, 0x94]) else {
                throw Self.problem("the encoding \(ShownText.short(name, most: 40)) is not read")
            }
            (self.bytes, self.charset) = (bytes, charset)
        }
    }

    private init(wide bytes: [UInt8], _ name: String) throws(XMLProblem) {
        guard let text = BodyText.decode(bytes, charset: name), !text.isEmpty else {
            throw Self.problem("the text is not in \(ShownText.short(name, most: 40))")
        }
        (self.bytes, charset) = (Array(text.utf8), "UTF-8")
    }

    private static func mark(of bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return "utf-32" }
        return bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) ? "utf-16" : nil
    }

    /// XML 1.0, appendix F.1: the zeros around the first `<` say how wide its letters are.
    private static func width(of bytes: [UInt8]) -> String? {
        guard bytes.count > 1 else { return nil }
        if bytes[0] == 0 { return bytes[1] == 0 ? "utf-32be" : "utf-16be" }
        guard bytes[1] == 0 else { return nil }
        return bytes.count > 3 && bytes[2] == 0 && bytes[3] == 0 ? "utf-32le" : "utf-16le"
    }

    /// `<?xml version="1.0" encoding="ISO-8859-1"?>`
    private static func declared(in bytes: [UInt8]) -> String? {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        guard start.starts(with: "<?xml".utf8) else { return nil }
        let head = String(decoding: start.prefix(while: { $0 != UInt8(ascii: ">") }).prefix(256), as: UTF8.self)
        let words = head.utf8.split(whereSeparator: { " \t\r\n=".utf8.contains($0) }).map { String($0) ?? "" }
        guard let place = words.firstIndex(of: "encoding"), place + 1 < words.count else { return nil }
        return String(decoding: words[place + 1].utf8.filter { !"\"'?".utf8.contains($0) }, as: UTF8.self)
    }

    private static func isWide(_ name: String) -> Bool {
        switch TextEncoding(name) {
        case .utf16, .utf32: true
        case .utf8, .ascii, .windows1252, .other: false
        }
    }

    /// Whether bytes below 0x40 are the characters of ASCII wherever they stand.
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
