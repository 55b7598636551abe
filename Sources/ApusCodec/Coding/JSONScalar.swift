/// Scalars without a tape: most parameters are one.
enum JSONScalar {
    /// A string without escapes, a whole number, a boolean or `null`; nil for any other text, JSON or not.
    ///
    /// - Parameter text: UTF-8, as writers make it of strings.
    static func read(_ text: UnsafeBufferPointer<UInt8>) -> WrittenValue? {
        guard let first = text.first else { return nil }
        switch first {
        case UInt8(ascii: "\""): return string(text)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return number(text)
        case UInt8(ascii: "t"): return text.elementsEqual("true".utf8) ? .literal("true") : nil
        case UInt8(ascii: "f"): return text.elementsEqual("false".utf8) ? .literal("false") : nil
        case UInt8(ascii: "n"): return text.elementsEqual("null".utf8) ? .null : nil
        default: return nil
        }
    }

    private static func string(_ text: UnsafeBufferPointer<UInt8>) -> WrittenValue? {
        guard text.count >= 2, text[text.count - 1] == UInt8(ascii: "\"") else { return nil }
        let content = UnsafeBufferPointer(rebasing: text[1..<text.count - 1])
        let isPlain = content.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
        return isPlain ? .string(String(decoding: content, as: UTF8.self)) : nil
    }

    private static func number(_ text: UnsafeBufferPointer<UInt8>) -> WrittenValue? {
        let digits = text[0] == UInt8(ascii: "-") ? text.dropFirst() : text[...]
        guard let first = digits.first, first != UInt8(ascii: "0") || digits.count == 1,
            digits.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 })
        else { return nil }
        return .literal(String(decoding: text, as: UTF8.self))
    }
}
