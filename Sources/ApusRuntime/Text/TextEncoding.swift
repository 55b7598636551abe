/// An encoding by one of its names (WHATWG Encoding, "Names and labels").
package enum TextEncoding: Equatable {
    case utf8, ascii, windows1252
    /// nil: neither the name nor a byte order mark gives the byte order.
    case utf16(isBigEndian: Bool?)
    case utf32(isBigEndian: Bool?)
    /// The platform's name of the encoding; empty for an invalid name.
    case other(String)

    package init(_ label: String) {
        // No valid name is longer, or has other letters.
        let letters = label.asciiLowercased.utf8.filter { !" \"'".utf8.contains($0) }.prefix(Self.longestName + 1)
        let name = String(decoding: letters.map { $0 < 0x80 ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
        switch name {
        case "", "utf-8", "utf8", "unicode-1-1-utf-8", "x-unicode20utf8": self = .utf8
        case "us-ascii", "ascii", "ansi_x3.4-1968", "iso646-us", "iso-ir-6": self = .ascii
        // ISO 8859-1 has control characters where Windows-1252 has letters; servers send these letters and never those
        // control characters.
        case "iso-8859-1", "iso8859-1", "iso88591", "iso_8859-1", "latin1", "l1", "cp819", "ibm819", "windows-1252",
            "cp1252", "x-cp1252":
            self = .windows1252
        case "utf-16", "utf16", "unicode", "ucs-2", "iso-10646-ucs-2", "csunicode": self = .utf16(isBigEndian: nil)
        case "utf-16be", "utf16be", "unicodefffe": self = .utf16(isBigEndian: true)
        case "utf-16le", "utf16le", "unicodefeff": self = .utf16(isBigEndian: false)
        case "utf-32", "utf32", "ucs-4": self = .utf32(isBigEndian: nil)
        case "utf-32be": self = .utf32(isBigEndian: true)
        case "utf-32le": self = .utf32(isBigEndian: false)
        default: self = .other(Self.supersets[name] ?? (Self.isName(name) ? name : ""))
        }
    }

    /// Names that are also used for larger sets that contain them.
    private static let supersets = [
        "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "windows-31j": "cp932",
        "ms_kanji": "cp932", "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "euc-kr": "cp949",
        "ks_c_5601-1987": "cp949", "ksc5601": "cp949", "iso-8859-9": "cp1254", "latin5": "cp1254", "tis-620": "cp874",
        "iso-8859-11": "cp874", "big5-hkscs": "big5-hkscs", "x-x-big5": "big5", "x-euc-jp": "euc-jp",
        "x-mac-roman": "macintosh",
    ]

    private static let longestName = 40

    /// Whether a name may be passed to the platform: one in IANA's syntax, which cannot be a path or an option.
    private static func isName(_ name: String) -> Bool {
        name.utf8.count <= longestName
            && name.utf8.allSatisfy { byte in
                byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 || "-_.:()+".utf8.contains(byte)
            }
    }
}

/// The 32 positions in which Windows-1252 differs from ISO 8859-1 (WHATWG Encoding, "index windows-1252"); every byte
/// is a character.
enum Windows1252 {
    static func decode(_ bytes: [UInt8]) -> String {
        var text = String.UnicodeScalarView()
        for byte in bytes { text.append(byte &- 0x80 < 32 ? letters[Int(byte - 0x80)] : Unicode.Scalar(byte)) }
        return String(text)
    }

    private static let letters: [Unicode.Scalar] = Array(
        "\u{20AC}\u{81}\u{201A}\u{192}\u{201E}\u{2026}\u{2020}\u{2021}\u{2C6}\u{2030}\u{160}\u{2039}\u{152}\u{8D}\u{17D}\u{8F}\u{90}\u{2018}\u{2019}\u{201C}\u{201D}\u{2022}\u{2013}\u{2014}\u{2DC}\u{2122}\u{161}\u{203A}\u{153}\u{9D}\u{17E}\u{178}"
            .unicodeScalars)
}
