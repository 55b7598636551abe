/// A text with its escapes undone, which knows where in the text its bytes are from.
struct UnescapedBytes {
    /// Bytes that stand for an escape.
    private struct Escape {
        let place: Int
        let count: Int
        let source: Range<Int>
    }

    private(set) var bytes: [UInt8] = []
    /// In order; all else is as long as it was.
    private var escapes: [Escape] = []

    /// The text as it is, and with the escapes of JSON (RFC 8259, 7), of URLs (RFC 3986, 2.1), and of both undone.
    static func views(of text: [UInt8]) -> [UnescapedBytes] {
        var views = [UnescapedBytes(bytes: text)]
        if text.contains(0x5C) { views.append(views[0].withoutBackslashes()) }
        if text.contains(0x25) || views.count > 1 { views += views.map { $0.withoutPercents() } }
        return views
    }

    private init(bytes: [UInt8] = []) {
        self.bytes = bytes
    }

    /// What a range of the bytes, not an empty one, stands for in the text.
    func source(of range: Range<Int>) -> Range<Int> {
        source(of: range.lowerBound).lowerBound..<source(of: range.upperBound - 1).upperBound
    }

    private func source(of place: Int) -> Range<Int> {
        var low = 0
        var high = escapes.count
        while low < high {
            let middle = (low + high) / 2
            if escapes[middle].place <= place { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return place..<place + 1 }
        let escape = escapes[low - 1]
        let distance = place - escape.place - escape.count
        if distance < 0 { return escape.source }
        return escape.source.upperBound + distance..<escape.source.upperBound + distance + 1
    }

    /// - Parameter range: Of `other`'s bytes.
    private mutating func append(_ decoded: [UInt8], from range: Range<Int>, of other: UnescapedBytes) {
        let source = other.source(of: range)
        if source.count != 1 { escapes.append(Escape(place: bytes.count, count: decoded.count, source: source)) }
        bytes += decoded
    }

    private func withoutPercents() -> UnescapedBytes {
        var output = UnescapedBytes()
        var place = 0
        while place < bytes.count {
            if bytes[place] == 0x25, let value = hex(at: place + 1, count: 2) {
                output.append([UInt8(truncatingIfNeeded: value)], from: place..<place + 3, of: self)
                place += 3
            } else {
                output.append([bytes[place]], from: place..<place + 1, of: self)
                place += 1
            }
        }
        return output
    }

    private func withoutBackslashes() -> UnescapedBytes {
        var output = UnescapedBytes()
        var place = 0
        while place < bytes.count {
            guard bytes[place] == 0x5C, let (decoded, length) = escape(at: place) else {
                output.append([bytes[place]], from: place..<place + 1, of: self)
                place += 1
                continue
            }
            output.append(decoded, from: place..<place + length, of: self)
            place += length
        }
        return output
    }

    /// The bytes that an escape stands for, and its length.
    private func escape(at place: Int) -> ([UInt8], Int)? {
        guard place + 1 < bytes.count else { return nil }
        switch bytes[place + 1] {
        case 0x22, 0x2F, 0x5C: return ([bytes[place + 1]], 2)
        case 0x62: return ([0x08], 2)
        case 0x66: return ([0x0C], 2)
        case 0x6E: return ([0x0A], 2)
        case 0x72: return ([0x0D], 2)
        case 0x74: return ([0x09], 2)
        case 0x75: return character(at: place)
        default: return nil
        }
    }

    /// `\u00e9`, and two of them for what is beyond the basic plane.
    private func character(at place: Int) -> ([UInt8], Int)? {
        guard let first = hex(at: place + 2, count: 4) else { return nil }
        if let scalar = Unicode.Scalar(first) { return (Array(String(Character(scalar)).utf8), 6) }
        guard place + 7 < bytes.count, bytes[place + 6] == 0x5C, bytes[place + 7] == 0x75,
            let second = hex(at: place + 8, count: 4), (0xD800..<0xDC00).contains(first),
            (0xDC00..<0xE000).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { return nil }
        return (Array(String(Character(scalar)).utf8), 12)
    }

    private func hex(at place: Int, count: Int) -> UInt32? {
        guard place + count <= bytes.count else { return nil }
        var value: UInt32 = 0
        for byte in bytes[place..<place + count] {
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
