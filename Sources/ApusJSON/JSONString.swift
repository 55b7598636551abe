/// The value of a string token.
public enum JSONString {
    /// The decoded text of `content`, the bytes between the quotes of a token that the scanner has accepted.
    ///
    /// `caf\u00e9 \ud83d\ude00` → `café 😀`; a surrogate without its partner becomes U+FFFD.
    public static func decode(_ content: UnsafeBufferPointer<UInt8>, hasEscapes: Bool) -> String {
        guard hasEscapes else { return String(decoding: content, as: UTF8.self) }
        // Every escape is at least as long as its UTF-8.
        return String(unsafeUninitializedCapacity: content.count) { output in
            unescape(content, into: output)
        }
    }

    /// Writes the unescaped bytes and returns their number; `output` must be as long as `content`.
    static func unescape(_ content: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>) -> Int {
        var count = 0
        var index = 0
        while index < content.count {
            let byte = content[index]
            guard byte == UInt8(ascii: "\\"), index + 1 < content.count else {
                output[count] = byte
                count += 1
                index += 1
                continue
            }
            let letter = content[index + 1]
            if letter == UInt8(ascii: "u") {
                let (scalar, next) = unicodeEscape(in: content, at: index)
                count += write(scalar, to: output, at: count)
                index = next
            } else {
                output[count] = character(for: letter)
                count += 1
                index += 2
            }
        }
        return count
    }

    static func hexValue(of byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte) - 0x30
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte) - 0x57
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte) - 0x37
        default: nil
        }
    }

    private static func character(for letter: UInt8) -> UInt8 {
        switch letter {
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: letter
        }
    }

    /// The scalar of the `\uXXXX` at `start`, joined with a following low surrogate, and the position after it.
    private static func unicodeEscape(
        in content: UnsafeBufferPointer<UInt8>, at start: Int
    ) -> (scalar: Unicode.Scalar, next: Int) {
        guard let unit = codeUnit(in: content, at: start) else { return ("\u{FFFD}", content.count) }
        if let scalar = Unicode.Scalar(unit) { return (scalar, start + 6) }
        guard unit < 0xDC00, let low = codeUnit(in: content, at: start + 6), (0xDC00...0xDFFF).contains(low),
            let scalar = Unicode.Scalar(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00))
        else { return ("\u{FFFD}", start + 6) }
        return (scalar, start + 12)
    }

    private static func codeUnit(in content: UnsafeBufferPointer<UInt8>, at start: Int) -> UInt32? {
        guard start + 6 <= content.count, content[start] == UInt8(ascii: "\\"), content[start + 1] == UInt8(ascii: "u")
        else { return nil }
        var unit: UInt32 = 0
        for index in start + 2..<start + 6 {
            guard let digit = hexValue(of: content[index]) else { return nil }
            unit = unit << 4 | digit
        }
        return unit
    }

    private static func write(
        _ scalar: Unicode.Scalar, to output: UnsafeMutableBufferPointer<UInt8>, at start: Int
    ) -> Int {
        var length = 0
        for byte in UTF8.encode(scalar).unsafelyUnwrapped {
            output[start + length] = byte
            length += 1
        }
        return length
    }
}
