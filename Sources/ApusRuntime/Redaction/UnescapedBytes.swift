/// A text with decoded escapes that maps its bytes to positions in the original.
struct UnescapedBytes {
    /// Bytes that an escape produced.
    private struct Escape {
        let offset: Int
        let count: Int
        let source: Range<Int>
    }

    private(set) var bytes: [UInt8] = []
    /// The escapes in order; all other bytes keep their length.
    private var escapes: [Escape] = []

    /// The text unchanged, and with the escapes of JSON (RFC 8259, 7), the references of XML and HTML (XML 1.0, 4.1),
    /// the escapes of URLs (RFC 3986, 2.1) decoded, each on the result of the previous one.
    static func views(of text: [UInt8]) -> [UnescapedBytes] {
        var views = [UnescapedBytes(bytes: text)]
        if text.contains(0x5C) { views.append(views[0].undoing(0x5C, Self.undoBackslash)) }
        func undo(_ mark: UInt8, in views: [UnescapedBytes], by undo: Undo) -> [UnescapedBytes] {
            views.filter { $0.bytes.contains(mark) }.map { $0.undoing(mark, undo) }
        }
        views += undo(0x26, in: views, by: Self.undoReference)
        let once = undo(0x25, in: views, by: Self.undoPercent)
        return views + once + undo(0x25, in: once, by: Self.undoPercent)
    }

    private init(bytes: [UInt8] = []) {
        self.bytes = bytes
    }

    /// The range of the original text for a non-empty range of the bytes.
    func source(of range: Range<Int>) -> Range<Int> {
        source(of: range.lowerBound).lowerBound..<source(of: range.upperBound - 1).upperBound
    }

    private func source(of index: Int) -> Range<Int> {
        var low = 0
        var high = escapes.count
        while low < high {
            let middle = (low + high) / 2
            if escapes[middle].offset <= index { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return index..<index + 1 }
        let escape = escapes[low - 1]
        let distance = index - escape.offset - escape.count
        if distance < 0 { return escape.source }
        return escape.source.upperBound + distance..<escape.source.upperBound + distance + 1
    }

    /// Appends the bytes of the escape at a position, and returns the escape's length; nil where there is none.
    private typealias Undo = (_ text: UnescapedBytes, _ index: Int, _ output: inout [UInt8]) -> Int?

    /// - Parameter mark: The byte that every escape begins with.
    private func undoing(_ mark: UInt8, _ undo: Undo) -> UnescapedBytes {
        var output = UnescapedBytes()
        output.bytes.reserveCapacity(bytes.count)
        var index = 0
        // The first of the previously decoded escapes that does not end before the position.
        var earlier = 0
        while index < bytes.count {
            let start = output.bytes.count
            var length = 1
            if bytes[index] == mark, let undone = undo(self, index, &output.bytes) {
                length = undone
            } else {
                output.bytes.append(bytes[index])
            }
            while earlier < escapes.count, escapes[earlier].offset + escapes[earlier].count <= index { earlier += 1 }
            if length > 1 || earlier < escapes.count && escapes[earlier].offset <= index {
                let source = source(of: index..<index + length)
                output.escapes.append(Escape(offset: start, count: output.bytes.count - start, source: source))
            }
            index += length
        }
        return output
    }

    private static func undoPercent(_ text: UnescapedBytes, _ index: Int, _ output: inout [UInt8]) -> Int? {
        guard let value = text.hex(at: index + 1, count: 2) else { return nil }
        output.append(UInt8(truncatingIfNeeded: value))
        return 3
    }

    private static func undoBackslash(_ text: UnescapedBytes, _ index: Int, _ output: inout [UInt8]) -> Int? {
        guard index + 1 < text.bytes.count else { return nil }
        switch text.bytes[index + 1] {
        case 0x22, 0x2F, 0x5C: output.append(text.bytes[index + 1])
        case 0x62: output.append(0x08)
        case 0x66: output.append(0x0C)
        case 0x6E: output.append(0x0A)
        case 0x72: output.append(0x0D)
        case 0x74: output.append(0x09)
        case 0x75:
            guard let (scalar, length) = text.character(at: index) else { return nil }
            output.append(contentsOf: Self.utf8(scalar))
            return length
        default: return nil
        }
        return 2
    }

    /// `\u00e9`, and two of them for what is beyond the basic plane.
    private func character(at index: Int) -> (Unicode.Scalar, Int)? {
        guard let first = hex(at: index + 2, count: 4) else { return nil }
        if let scalar = Unicode.Scalar(first) { return (scalar, 6) }
        guard index + 7 < bytes.count, bytes[index + 6] == 0x5C, bytes[index + 7] == 0x75,
            let second = hex(at: index + 8, count: 4), (0xD800..<0xDC00).contains(first),
            (0xDC00..<0xE000).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { return nil }
        return (scalar, 12)
    }

    /// The predefined names of XML (XML 1.0, 4.6); servers send other characters that have HTML names unescaped.
    private static let names: [[UInt8]: UInt8] = [
        Array("amp".utf8): 0x26, Array("lt".utf8): 0x3C, Array("gt".utf8): 0x3E, Array("quot".utf8): 0x22,
        Array("apos".utf8): 0x27,
    ]

    /// `&amp;`, `&#38;` and `&#x26;`, with up to eight digits.
    private static func undoReference(_ text: UnescapedBytes, _ index: Int, _ output: inout [UInt8]) -> Int? {
        let rest = text.bytes[(index + 1)...].prefix(11)
        guard let end = rest.firstIndex(of: 0x3B) else { return nil }
        let name = rest[..<end]
        if name.first == 0x23 {
            let isHex = name.dropFirst().first.map { $0 | 0x20 == 0x78 } ?? false
            let digits = String(decoding: name.dropFirst(isHex ? 2 : 1), as: UTF8.self)
            guard let value = UInt32(digits, radix: isHex ? 16 : 10), let scalar = Unicode.Scalar(value) else {
                return nil
            }
            output.append(contentsOf: Self.utf8(scalar))
        } else {
            guard let byte = names[Array(name)] else { return nil }
            output.append(byte)
        }
        return end + 1 - index
    }

    private static func utf8(_ scalar: Unicode.Scalar) -> String.UTF8View { String(Character(scalar)).utf8 }

    private func hex(at index: Int, count: Int) -> UInt32? {
        guard index + count <= bytes.count else { return nil }
        var value: UInt32 = 0
        for byte in bytes[index..<index + count] {
            switch byte {
            case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
            case 0x41...0x46: value = value << 4 | UInt32(byte - 0x41 + 10)
            case 0x61...0x66: value = value << 4 | UInt32(byte - 0x61 + 10)
            default: return nil
            }
        }
        return value
    }
}
