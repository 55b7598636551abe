/// The characters that libyaml must not see, and their replacements: four bytes, of which the last two have a code.
enum YAMLStandIns {
    /// Codes below 0xA0 are the control characters themselves.
    private static let escapeCode: UInt8 = 0xE0
    private static let otherCodes: [(code: UInt8, bytes: [UInt8])] = [
        (0xF0, [0xE2, 0x80, 0xA8]),  // U+2028, a line break in YAML 1.1 only
        (0xF1, [0xE2, 0x80, 0xA9]),  // U+2029, likewise
        (0xF2, [0xEF, 0xBF, 0xBE]),  // U+FFFE, refused by libyaml
        (0xF3, [0xEF, 0xBF, 0xBF]),  // U+FFFF, likewise
    ]

    /// The code and the byte length of a character to replace at this position, if any.
    static func find(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (code: UInt8, length: Int)? {
        switch bytes[offset] {
        case 0x09, 0x0A, 0x0D: nil
        case 0x00...0x1F, 0x7F: (bytes[offset], 1)
        case 0x5C: startsSurrogate(bytes, offset) ? (escapeCode, 1) : nil
        case 0xC2: findControl(bytes, offset)
        case 0xE2, 0xEF: findOther(bytes, offset)
        default: nil
        }
    }

    /// The second row of control characters, U+0080 to U+009F; U+0085 breaks lines in YAML 1.1 only.
    private static func findControl(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> (UInt8, Int)? {
        guard offset + 1 < bytes.count, (0x80...0x9F).contains(bytes[offset + 1]) else { return nil }
        return (bytes[offset + 1], 2)
    }

    private static func findOther(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> (UInt8, Int)? {
        guard offset + 2 < bytes.count else { return nil }
        for (code, text) in otherCodes
        where bytes[offset] == text[0] && bytes[offset + 1] == text[1] && bytes[offset + 2] == text[2] {
            return (code, 3)
        }
        return nil
    }

    /// Whether `\uD800` to `\uDFFF` begins here with an unescaped backslash: after an odd number of backslashes it is
    /// escaped, which only applies inside double quotes, but elsewhere the backslash is restored unchanged.
    private static func startsSurrogate(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
        guard offset + 5 < bytes.count, bytes[offset + 1] == 0x75, bytes[offset + 2] | 0x20 == 0x64,
            let digit = Character(UnicodeScalar(bytes[offset + 3])).hexDigitValue, digit >= 8,
            isHexadecimal(bytes[offset + 4]), isHexadecimal(bytes[offset + 5])
        else { return false }
        var before = offset
        while before > 0, bytes[before - 1] == 0x5C { before -= 1 }
        return (offset - before) % 2 == 0
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        Character(UnicodeScalar(byte)).isHexDigit
    }

    /// - Parameter tabs: Offsets of tabs to replace as well.
    static func insert(into bytes: [UInt8], lead: (UInt8, UInt8), excluding tabs: Set<Int> = []) -> [UInt8] {
        bytes.withUnsafeBufferPointer { bytes in
            var result: [UInt8] = []
            result.reserveCapacity(bytes.count + 64)
            var copied = 0
            var offset = 0
            while offset < bytes.count {
                let isTab = bytes[offset] == 0x09 && tabs.contains(offset)
                guard let (code, length) = isTab ? (0x09, 1) : find(in: bytes, at: offset) else {
                    offset += 1
                    continue
                }
                result.append(contentsOf: bytes[copied..<offset])
                result.append(contentsOf: [lead.0, lead.1, 0x80 | code >> 6, 0x80 | code & 0x3F])
                offset += length
                copied = offset
            }
            result.append(contentsOf: bytes[copied...])
            return result
        }
    }

    /// - Parameter decodesEscapes: Whether surrogate escapes become characters; otherwise only the backslash is
    ///   restored.
    static func remove(from bytes: UnsafeBufferPointer<UInt8>, lead: (UInt8, UInt8), decodesEscapes: Bool) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var offset = 0
        while offset < bytes.count {
            guard let code = readCode(bytes, offset, lead) else {
                result.append(bytes[offset])
                offset += 1
                continue
            }
            offset += 4
            if code == escapeCode, decodesEscapes {
                decodeEscape(bytes, &offset, lead, into: &result)
            } else {
                result.append(contentsOf: spellOut(code))
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func readCode(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, _ lead: (UInt8, UInt8)) -> UInt8? {
        guard offset + 3 < bytes.count, bytes[offset] == lead.0, bytes[offset + 1] == lead.1 else { return nil }
        return (bytes[offset + 2] & 0x03) << 6 | bytes[offset + 3] & 0x3F
    }

    private static func spellOut(_ code: UInt8) -> [UInt8] {
        if code == escapeCode { return [0x5C] }
        if let other = otherCodes.first(where: { $0.code == code }) { return other.bytes }
        return code < 0x80 ? [code] : [0xC2, code]
    }

    /// After the replacement of a backslash: `ud83d`, replacement, `ude00` → 😀. A surrogate without a partner becomes
    /// U+FFFD, as in JSON.
    private static func decodeEscape(
        _ bytes: UnsafeBufferPointer<UInt8>, _ offset: inout Int, _ lead: (UInt8, UInt8), into result: inout [UInt8]
    ) {
        let first = readUnit(bytes, offset)
        offset = min(offset + 5, bytes.count)
        if first < 0xDC00, readCode(bytes, offset, lead) == escapeCode {
            let second = readUnit(bytes, offset + 4)
            let value = 0x10000 + (first & 0x3FF) << 10 + second & 0x3FF
            if second >= 0xDC00, let scalar = UnicodeScalar(value) {
                offset = min(offset + 9, bytes.count)
                result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                return
            }
        }
        result.append(contentsOf: UTF8.encodedReplacementCharacter)
    }

    private static func readUnit(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> UInt32 {
        var value: UInt32 = 0
        for index in offset + 1..<offset + 5 where index < bytes.count {
            value = value << 4 | UInt32(Character(UnicodeScalar(bytes[index])).hexDigitValue ?? 0)
        }
        return value
    }
}
