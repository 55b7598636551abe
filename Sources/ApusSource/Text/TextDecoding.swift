/// Converts bytes to UTF-8 without byte order mark. UTF-16 is recognized by its mark, or by the NUL next to its first
/// character, as YAML 1.2.2, section 5.2, and RFC 4627, section 3, require; UTF-32, which is not used in practice, is
/// refused by name.
enum TextDecoding {
    struct Problem: Hashable, Sendable {
        let message: String
        /// An offset in the decoded text.
        let offset: Int
        /// Whether a text exists nevertheless, with U+FFFD for invalid bytes.
        var isRepaired = false
    }

    static func decode(_ bytes: [UInt8]) -> ([UInt8], Problem?) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return checkUTF8(Array(bytes.dropFirst(3))) }
        if isUTF32(bytes) { return ([], Problem(message: "the file is UTF-32", offset: 0)) }
        if bytes.starts(with: [0xFF, 0xFE]) { return decodeUTF16(bytes.dropFirst(2), high: 1, low: 0) }
        if bytes.starts(with: [0xFE, 0xFF]) { return decodeUTF16(bytes.dropFirst(2), high: 0, low: 1) }
        guard bytes.count >= 2, (bytes[0] == 0) != (bytes[1] == 0) else { return checkUTF8(bytes) }
        return bytes[0] == 0 ? decodeUTF16(bytes[...], high: 0, low: 1) : decodeUTF16(bytes[...], high: 1, low: 0)
    }

    /// With or without a mark, a character takes four bytes, of which the first two are mostly NUL.
    private static func isUTF32(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 4 else { return false }
        return bytes[0] == 0 && bytes[1] == 0 && (bytes[2], bytes[3]) != (0, 0)
            || bytes[2] == 0 && bytes[3] == 0 && bytes[0] != 0
    }

    /// Text contains no NUL bytes; binary files do.
    private static func checkUTF8(_ bytes: [UInt8]) -> ([UInt8], Problem?) {
        guard let offset = findBrokenByte(bytes, from: 0) else { return (bytes, nil) }
        return repair(bytes, from: offset)
    }

    /// Replaces every invalid byte with U+FFFD: a word of a description in an old encoding loses that word, not the
    /// document.
    private static func repair(_ bytes: [UInt8], from first: Int) -> ([UInt8], Problem?) {
        var text: [UInt8] = []
        var count = 0
        var start = 0
        var broken: Int? = first
        while let offset = broken {
            if bytes[offset] == 0 { return (bytes, Problem(message: "the file holds a NUL byte", offset: offset)) }
            text += bytes[start..<offset]
            text += UTF8.encodedReplacementCharacter
            count += 1
            start = offset + 1
            broken = findBrokenByte(bytes, from: start)
        }
        text += bytes[start...]
        let others = count == 1 ? "" : ", nor are \(count - 1) other bytes"
        return (text, Problem(message: "the file is not valid UTF-8\(others)", offset: first, isRepaired: true))
    }

    /// The offset of the first byte that is NUL or not part of a well-formed sequence (Unicode table 3-7).
    private static func findBrokenByte(_ bytes: [UInt8], from start: Int) -> Int? {
        bytes.withUnsafeBufferPointer { bytes in
            var offset = start
            while offset < bytes.count {
                let byte = bytes[offset]
                if byte < 0x80 {
                    if byte == 0 { return offset }
                    offset += 1
                    continue
                }
                guard let length = measureSequence(bytes, at: offset) else { return offset }
                offset += length
            }
            return nil
        }
    }

    private static func measureSequence(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int? {
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch bytes[offset] {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: length = 4
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return nil
        }
        guard offset + length <= bytes.count, second.contains(bytes[offset + 1]) else { return nil }
        for index in offset + 2..<max(offset + length, offset + 2) where bytes[index] & 0xC0 != 0x80 { return nil }
        return length
    }

    private static func decodeUTF16(_ bytes: ArraySlice<UInt8>, high: Int, low: Int) -> ([UInt8], Problem?) {
        let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map {
            UInt16(bytes[$0 + high]) << 8 | UInt16(bytes[$0 + low])
        }
        var text: [UInt8] = []
        text.reserveCapacity(units.count)
        var decoder = UTF16()
        var iterator = units.makeIterator()
        var problem: Problem?
        decoding: while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar):
                text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            case .emptyInput: break decoding
            case .error:
                if problem == nil {
                    problem = Problem(
                        message: "the file is not valid UTF-16: a surrogate is unpaired", offset: text.count)
                }
                text.append(contentsOf: UTF8.encodedReplacementCharacter)
            }
        }
        if bytes.count % 2 != 0, problem == nil {
            problem = Problem(message: "the file is not valid UTF-16: half a code unit at its end", offset: text.count)
        }
        return problem == nil ? checkUTF8(text) : (text, problem)
    }
}
