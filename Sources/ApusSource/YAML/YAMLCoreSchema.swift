/// Resolves plain scalars by the core schema of YAML 1.2.2, section 10.3.2.
///
/// One rule is deliberately narrower: a number does not begin with a redundant zero (as in the JSON schema of section
/// 10.2.1.2), so that a postal code `01277` keeps its zero.
enum YAMLCoreSchema {
    static func resolve(_ text: String) -> SourceNode.Content {
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .boolean(true)
        case "false", "False", "FALSE": return .boolean(false)
        default: return isNumber(text) ? .number(SourceNumber(text: text)) : .string(text)
        }
    }

    static func isNumber(_ text: String) -> Bool {
        guard let first = text.utf8.first, canStartNumber(first) else { return false }
        var text = text
        return text.withUTF8 { bytes in
            if isDigits(bytes, after: "0x", Self.isHexadecimal) || isDigits(bytes, after: "0o", Self.isOctal) {
                return true
            }
            return isDecimal(bytes) || isNamed(bytes)
        }
    }

    private static func canStartNumber(_ byte: UInt8) -> Bool {
        isDecimalDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
    }

    private static func isDigits(
        _ bytes: UnsafeBufferPointer<UInt8>, after prefix: StaticString, _ isDigit: (UInt8) -> Bool
    ) -> Bool {
        bytes.count > 2 && bytes[0] == prefix.utf8Start[0] && bytes[1] == prefix.utf8Start[1]
            && bytes[2...].allSatisfy(isDigit)
    }

    /// `[-+]? ( \. [0-9]+ | (0 | [1-9][0-9]*) ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`
    private static func isDecimal(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = skipSign(bytes, 0)
        let whole = skipDigits(bytes, index)
        if whole - index > 1, bytes[index] == UInt8(ascii: "0") { return false }
        var digits = whole - index
        index = whole
        if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
            let end = skipDigits(bytes, index + 1)
            digits += end - index - 1
            index = end
        }
        guard digits > 0 else { return false }
        if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
            let start = skipSign(bytes, index + 1)
            index = skipDigits(bytes, start)
            if index == start { return false }
        }
        return index == bytes.count
    }

    /// `[-+]? \. ( inf | Inf | INF )` and `\. ( nan | NaN | NAN )`.
    private static func isNamed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = skipSign(bytes, 0)
        guard bytes.count - start == 4 else { return false }
        let name = String(decoding: bytes[start...], as: UTF8.self)
        return [".inf", ".Inf", ".INF"].contains(name) || (start == 0 && [".nan", ".NaN", ".NAN"].contains(name))
    }

    private static func skipSign(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
        let isSign = index < bytes.count && (bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: "+"))
        return isSign ? index + 1 : index
    }

    private static func skipDigits(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
        var index = index
        while index < bytes.count, isDecimalDigit(bytes[index]) { index += 1 }
        return index
    }

    private static func isDecimalDigit(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }

    private static func isOctal(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "7")
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        let letter = byte | 0x20
        return isDecimalDigit(byte) || (letter >= UInt8(ascii: "a") && letter <= UInt8(ascii: "f"))
    }
}
