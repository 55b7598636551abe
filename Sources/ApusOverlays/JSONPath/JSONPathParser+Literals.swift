import ApusSource

extension JSONPathParser {
    /// Integers of indexes and slices, within I-JSON's range; nil when there is none.
    mutating func parseInteger() throws(JSONPathError) -> Int? {
        let start = position
        let isNegative = skip("-")
        let digits = skipDigits()
        guard digits > 0 else {
            if isNegative { throw fail("expected a digit") }
            return nil
        }
        let text = makeString(scalars[start..<position])
        let isPlain = digits == 1 ? text != "-0" : scalars[isNegative ? start + 1 : start] != "0"
        guard isPlain, let value = Int(text), abs(value) < 1 << 53 else {
            position = start
            throw fail("\(text) is no index")
        }
        return value
    }

    /// `1`, `-0.5`, `1e3`; nil when there is none.
    mutating func parseNumber() throws(JSONPathError) -> SourceNumber? {
        let start = position
        let isNegative = skip("-")
        let first = position
        let digits = skipDigits()
        guard digits > 0 else {
            if isNegative { throw fail("expected a digit") }
            return nil
        }
        if digits > 1, scalars[first] == "0" { throw fail("a number has no leading zero") }
        if skip("."), skipDigits() == 0 { throw fail("expected a digit") }
        if skip("e") || skip("E") {
            _ = skip("-") || skip("+")
            if skipDigits() == 0 { throw fail("expected a digit") }
        }
        return SourceNumber(text: makeString(scalars[start..<position]))
    }

    private mutating func skipDigits() -> Int {
        let start = position
        while let scalar = peek(), ("0"..."9").contains(scalar) { position += 1 }
        return position - start
    }

    /// In single or double quotes (RFC 9535 section 2.3.1.1).
    mutating func parseString() throws(JSONPathError) -> String {
        guard let quote = peek() else { throw fail("expected a string") }
        position += 1
        var result = String.UnicodeScalarView()
        while let scalar = peek() {
            if scalar.value < 0x20 { throw fail("control characters are escaped in strings") }
            position += 1
            if scalar == quote { return String(result) }
            result.append(scalar == "\\" ? try parseEscape(quote) : scalar)
        }
        throw fail("the string is not closed")
    }

    private mutating func parseEscape(_ quote: Unicode.Scalar) throws(JSONPathError) -> Unicode.Scalar {
        guard let scalar = peek() else { throw fail("the string is not closed") }
        position += 1
        switch scalar {
        case "b": return "\u{8}"
        case "f": return "\u{C}"
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "/", "\\", quote: return scalar
        case "u": return try parseUnicodeEscape()
        default:
            position -= 1
            throw fail("unknown escape")
        }
    }

    /// After `\u`: four digits, and the low half of a surrogate pair when the first is a high one.
    private mutating func parseUnicodeEscape() throws(JSONPathError) -> Unicode.Scalar {
        let first = try parseFourDigits()
        if let scalar = Unicode.Scalar(first) { return scalar }
        guard first < 0xDC00, skip("\\u") else { throw fail("a surrogate is unpaired") }
        let second = try parseFourDigits()
        guard (0xDC00...0xDFFF).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw fail("a surrogate is unpaired") }
        return scalar
    }

    private mutating func parseFourDigits() throws(JSONPathError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let scalar = peek(), scalar.isASCII, let digit = Character(scalar).hexDigitValue else {
                throw fail("expected four hexadecimal digits")
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }
}
