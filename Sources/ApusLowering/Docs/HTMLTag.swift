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
        var place = start + 1
        if place < bytes.count, bytes[place] == UInt8(ascii: "/") {
            isClosing = true
            place += 1
        }
        let nameStart = place
        while place < bytes.count, place - nameStart < 12, Self.isWord(bytes[place]) { place += 1 }
        guard place > nameStart, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[nameStart]) else { return nil }
        name = String(decoding: bytes[nameStart..<place], as: UTF8.self).lowercased()
        guard HTMLTags.isKnown(name) else { return nil }
        while place < bytes.count, place - start < Self.lengthLimit {
            switch bytes[place] {
            case UInt8(ascii: ">"):
                end = place + 1
                return
            case UInt8(ascii: "/"), 0x09...0x0D, 0x20: place += 1
            case UInt8(ascii: "<"): return nil
            default:
                guard readAttribute(bytes, &place) else { return nil }
            }
        }
        return nil
    }

    /// `name`, `name=value`, `name="value"`, `name='value'`
    private mutating func readAttribute(_ bytes: [UInt8], _ place: inout Int) -> Bool {
        let start = place
        while place < bytes.count, Self.isWord(bytes[place]) || bytes[place] == 0x2D || bytes[place] == 0x3A {
            place += 1
        }
        guard place > start else { return false }
        let name = String(decoding: bytes[start..<place], as: UTF8.self).lowercased()
        while place < bytes.count, bytes[place] == 0x20 { place += 1 }
        guard place < bytes.count, bytes[place] == UInt8(ascii: "=") else { return true }
        place += 1
        while place < bytes.count, bytes[place] == 0x20 { place += 1 }
        guard place < bytes.count else { return false }
        let quote = bytes[place]
        let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
        if isQuoted { place += 1 }
        let valueStart = place
        while place < bytes.count, place - valueStart < Self.lengthLimit {
            let byte = bytes[place]
            if isQuoted ? byte == quote : byte <= 0x20 || byte == UInt8(ascii: ">") { break }
            place += 1
        }
        guard place < bytes.count else { return false }
        if name == "href" || name == "src" || name == "alt" {
            attributes[name] = String(decoding: bytes[valueStart..<place], as: UTF8.self)
        }
        if isQuoted {
            guard bytes[place] == quote else { return false }
            place += 1
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
