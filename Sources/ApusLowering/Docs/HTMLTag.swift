/// One tag in a text: `<a href="…">`, `</p>`, `<br/>`.
struct HTMLTag {
    /// In lower case.
    var name = ""
    var isClosing = false
    /// The attributes `href`, `src` and `alt`; others have no meaning in a comment.
    var attributes: [String: String] = [:]
    /// The position after the `>`.
    var end = 0

    /// The maximum length of attributes and their values.
    private static let lengthLimit = 4_096

    /// The tag that begins at a `<`; nil for any other text, such as `a < b` and `<placeholder>`.
    init?(_ bytes: [UInt8], at start: Int) {
        var index = start + 1
        if index < bytes.count, bytes[index] == UInt8(ascii: "/") {
            isClosing = true
            index += 1
        }
        let nameStart = index
        while index < bytes.count, index - nameStart < 12, Self.isWord(bytes[index]) { index += 1 }
        guard index > nameStart, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[nameStart]) else { return nil }
        name = String(decoding: bytes[nameStart..<index], as: UTF8.self).lowercased()
        guard HTMLTags.isKnown(name) else { return nil }
        while index < bytes.count, index - start < Self.lengthLimit {
            switch bytes[index] {
            case UInt8(ascii: ">"):
                end = index + 1
                return
            case UInt8(ascii: "/"), 0x09...0x0D, 0x20: index += 1
            case UInt8(ascii: "<"): return nil
            default:
                guard readAttribute(bytes, &index) else { return nil }
            }
        }
        return nil
    }

    /// `name`, `name=value`, `name="value"`, `name='value'`
    private mutating func readAttribute(_ bytes: [UInt8], _ index: inout Int) -> Bool {
        let start = index
        while index < bytes.count, Self.isWord(bytes[index]) || bytes[index] == 0x2D || bytes[index] == 0x3A {
            index += 1
        }
        guard index > start else { return false }
        let name = String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
        while index < bytes.count, bytes[index] == 0x20 { index += 1 }
        guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return true }
        index += 1
        while index < bytes.count, bytes[index] == 0x20 { index += 1 }
        guard index < bytes.count else { return false }
        let quote = bytes[index]
        let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
        if isQuoted { index += 1 }
        let valueStart = index
        while index < bytes.count, index - valueStart < Self.lengthLimit {
            let byte = bytes[index]
            if isQuoted ? byte == quote : byte <= 0x20 || byte == UInt8(ascii: ">") { break }
            index += 1
        }
        guard index < bytes.count else { return false }
        if name == "href" || name == "src" || name == "alt" {
            attributes[name] = String(decoding: bytes[valueStart..<index], as: UTF8.self)
        }
        if isQuoted {
            guard bytes[index] == quote else { return false }
            index += 1
        }
        return true
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
