/// Hand-written JSON with comments and with a comma after the last value. Both are overwritten with spaces, so that
/// offsets do not change.
struct LooseJSON {
    enum Slip: CaseIterable {
        case comment, trailingComma
    }

    /// The bytes, as long as the file.
    private(set) var bytes: [UInt8]
    /// The first position of each kind of mistake, and its number of occurrences.
    private(set) var slips: [Slip: (offset: Int, count: Int)] = [:]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var offset = 0
        // The last comma after a value that only blanks and comments follow so far.
        var comma: Int?
        var isBehindValue = false
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: "\""):
                (comma, isBehindValue) = (nil, true)
                offset = Self.endOfString(bytes, from: offset)
            case UInt8(ascii: "/"):
                guard let end = Self.endOfComment(bytes, from: offset) else { return }
                blank(offset..<end, as: .comment)
                offset = end
            case UInt8(ascii: ","):
                // A comma after another, or after an opening bracket, is not a mistake of this kind.
                (comma, isBehindValue) = (isBehindValue ? offset : nil, false)
                offset += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if let index = comma { blank(index..<index + 1, as: .trailingComma) }
                (comma, isBehindValue) = (nil, true)
                offset += 1
            case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ":"):
                (comma, isBehindValue) = (nil, false)
                offset += 1
            case 0x20, 0x09, 0x0A, 0x0D: offset += 1
            default:
                (comma, isBehindValue) = (nil, true)
                offset += 1
            }
        }
    }

    /// Line breaks are kept.
    private mutating func blank(_ range: Range<Int>, as slip: Slip) {
        for index in range where bytes[index] != 0x0A && bytes[index] != 0x0D { bytes[index] = 0x20 }
        slips[slip] = (slips[slip]?.offset ?? range.lowerBound, (slips[slip]?.count ?? 0) + 1)
    }

    private static func endOfString(_ bytes: [UInt8], from start: Int) -> Int {
        var offset = start + 1
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "\"") {
            offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(offset + 1, bytes.count)
    }

    /// The position after `// …` or `/* … */`; nil for any other slash, and for a comment without an end.
    private static func endOfComment(_ bytes: [UInt8], from start: Int) -> Int? {
        guard start + 1 < bytes.count else { return nil }
        var offset = start + 2
        switch bytes[start + 1] {
        case UInt8(ascii: "/"):
            while offset < bytes.count, bytes[offset] != 0x0A, bytes[offset] != 0x0D { offset += 1 }
            return offset
        case UInt8(ascii: "*"):
            while offset + 1 < bytes.count {
                if bytes[offset] == UInt8(ascii: "*"), bytes[offset + 1] == UInt8(ascii: "/") { return offset + 2 }
                offset += 1
            }
            return nil
        default: return nil
        }
    }
}

extension Diagnostic {
    static func looseJSON(_ slip: LooseJSON.Slip, count: Int, at mark: SourceMark) -> Diagnostic {
        let rule =
            switch slip {
            case .comment: "JSON has no comments"
            case .trailingComma: "JSON has no comma after the last value"
            }
        return Diagnostic(
            id: "loose-json", severity: .warning, message: rule + (count == 1 ? "" : "; this is the first of \(count)"),
            mark: mark, hint: "Apus reads it without; other readers refuse the file")
    }
}
