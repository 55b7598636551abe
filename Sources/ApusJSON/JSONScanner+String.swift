extension JSONScanner {
    /// Skips from the opening quote past the closing one; eight bytes at a time without special characters.
    @inline(__always)
    mutating func scanString(_ kind: JSONTape.Kind) throws(JSONSyntaxError) {
        let start = position + 1
        var index = start
        var flags: UInt8 = 0
        while true {
            index = skipPlain(from: index)
            guard index < count else { throw JSONSyntaxError(offset: count, reason: .unexpectedEnd) }
            let byte = base[index]
            if byte == UInt8(ascii: "\"") { break }
            if byte == UInt8(ascii: "\\") {
                flags |= JSONTape.Entry.escapes
                index = try skipEscape(at: index)
            } else if byte >= 0x80 {
                flags |= JSONTape.Entry.nonASCII
                index = try skipMultibyte(at: index)
            } else {
                throw JSONSyntaxError(offset: index, reason: .unescapedControlCharacter)
            }
        }
        let length = index - start
        let hash = kind == .key ? keyHash.hash(base + start, count: length) : 0
        append(JSONTape.Entry(kind: kind, offset: position, extent: length, extra: hash, flags: flags))
        position = index + 1
    }

    /// Finds the first quote, backslash, control character or byte above 0x7F.
    @inline(__always)
    private func skipPlain(from start: Int) -> Int {
        var index = start
        while index + 8 <= count {
            let word = UInt64(littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
            let special = JSONWord.specials(in: word)
            if special != 0 { return index + special.trailingZeroBitCount >> 3 }
            index += 8
        }
        while index < count, JSONWord.isPlain(base[index]) { index += 1 }
        return index
    }

    /// Skips from a backslash past its escape. Lone surrogates are well-formed here (RFC 8259 §8.2) and decode to
    /// U+FFFD.
    private func skipEscape(at start: Int) throws(JSONSyntaxError) -> Int {
        guard start + 1 < count else { throw JSONSyntaxError(offset: count, reason: .unexpectedEnd) }
        switch base[start + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return start + 2
        case UInt8(ascii: "u"):
            for index in start + 2..<start + 6 {
                guard index < count else { throw JSONSyntaxError(offset: count, reason: .unexpectedEnd) }
                guard JSONString.hexValue(of: base[index]) != nil else {
                    throw JSONSyntaxError(offset: start, reason: .invalidEscape)
                }
            }
            return start + 6
        default:
            throw JSONSyntaxError(offset: start, reason: .invalidEscape)
        }
    }

    /// Skips one well-formed sequence of two to four bytes (Unicode 16, table 3-7).
    private func skipMultibyte(at start: Int) throws(JSONSyntaxError) -> Int {
        let lead = base[start]
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        case 0xF1...0xF3: length = 4
        default: throw JSONSyntaxError(offset: start, reason: .invalidUTF8)
        }
        guard start + length <= count, second.contains(base[start + 1]) else {
            throw JSONSyntaxError(offset: start, reason: .invalidUTF8)
        }
        for index in start + 2..<start + max(length, 2) where base[index] & 0xC0 != 0x80 {
            throw JSONSyntaxError(offset: start, reason: .invalidUTF8)
        }
        return start + length
    }
}
