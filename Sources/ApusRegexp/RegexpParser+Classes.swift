/// Escapes and bracket expressions.
extension RegexpParser {
    /// Parses the text after `\`.
    mutating func parseEscape() -> RegexpClass? {
        guard let scalar = next() else { return nil }
        switch scalar {
        case "n": return .one("\n")
        case "r": return .one("\r")
        case "t": return .one("\t")
        case "d": return .digit
        case "D": return .not(.digit)
        case "w": return .word
        case "W": return .not(.word)
        case "s": return isLenient ? .space : .asciiSpace
        case "S": return .not(isLenient ? .space : .asciiSpace)
        case "p": return parseCategory()
        case "P": return parseCategory().map { .not($0) }
        case "("..."+", "-", ".", "?", "["..."^", "{"..."}", "$", "/": return .one(scalar)
        default: return isLenient ? parseFurtherEscape(scalar) : nil
        }
    }

    /// The escapes of ECMA-262 in addition to RFC 9485. Undefined letters are refused, because they have a meaning in
    /// other dialects (`\A`, `\z`, `\Q`) and no author means the letter itself; digits are back-references.
    private mutating func parseFurtherEscape(_ scalar: Unicode.Scalar) -> RegexpClass? {
        switch scalar {
        case "f": return .one("\u{0C}")
        case "v": return .one("\u{0B}")
        case "0":
            if let digit = peek(), ("0"..."9").contains(digit) { return nil }
            return .one("\u{00}")
        case "c":
            guard let letter = next(), ("a"..."z").contains(letter) || ("A"..."Z").contains(letter) else { return nil }
            return .one(Unicode.Scalar(UInt8(letter.value % 32)))
        case "x": return parseHexadecimal(2).flatMap(Unicode.Scalar.init).map { .one($0) }
        case "u": return parseCodePoint().map { .one($0) }
        case "a"..."z", "A"..."Z", "0"..."9": return nil
        default: return .one(scalar)
        }
    }

    /// After `\u`: four digits, two groups of four for a character beyond the basic plane, or digits in braces.
    private mutating func parseCodePoint() -> Unicode.Scalar? {
        if skip("{") {
            var value: UInt32 = 0
            var count = 0
            while let digit = parseDigit() {
                count += 1
                guard count <= 8 else { return nil }
                value = value << 4 | digit
            }
            return count > 0 && skip("}") ? Unicode.Scalar(value) : nil
        }
        guard let first = parseHexadecimal(4) else { return nil }
        guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
        guard skip("\\"), skip("u"), let second = parseHexadecimal(4), (0xDC00..<0xE000).contains(second) else {
            return nil
        }
        return Unicode.Scalar(0x1_0000 + (first - 0xD800) << 10 + (second - 0xDC00))
    }

    private mutating func parseHexadecimal(_ count: Int) -> UInt32? {
        var value: UInt32 = 0
        for _ in 0..<count {
            guard let digit = parseDigit() else { return nil }
            value = value << 4 | digit
        }
        return value
    }

    private mutating func parseDigit() -> UInt32? {
        guard let scalar = peek(), scalar.isASCII, let digit = Character(scalar).hexDigitValue else { return nil }
        _ = next()
        return UInt32(digit)
    }

    private mutating func parseCategory() -> RegexpClass? {
        guard skip("{") else { return nil }
        var name = ""
        while let scalar = next() {
            if scalar == "}" { return RegexpClass(unicodeName: name, dialect) }
            name.unicodeScalars.append(scalar)
        }
        return nil
    }

    /// Parses the text after `[`, up to and including `]`.
    mutating func parseBracket() -> RegexpClass? {
        let isNegated = skip("^")
        var classes: [RegexpClass] = []
        while let scalar = next() {
            if scalar == "]" {
                guard isLenient || !classes.isEmpty else { return nil }
                return isNegated ? .not(.any(classes)) : .any(classes)
            }
            guard let part = parseBracketPart(scalar) else { return nil }
            classes.append(part)
        }
        return nil
    }

    private mutating func parseBracketPart(_ scalar: Unicode.Scalar) -> RegexpClass? {
        guard let first = parseBracketCharacter(scalar) else { return nil }
        guard peek() == "-", let behind = peek(1), behind != "]" else { return first }
        guard let lower = first.onlyCharacter else { return first }
        _ = next()
        guard let scalar = next(), let last = parseBracketCharacter(scalar) else { return nil }
        guard let upper = last.onlyCharacter else {
            // Annex B: `[a-\d]` contains the hyphen itself.
            return isLenient ? .any([first, .one("-"), last]) : nil
        }
        return lower <= upper ? .range(lower, upper) : nil
    }

    private mutating func parseBracketCharacter(_ scalar: Unicode.Scalar) -> RegexpClass? {
        switch scalar {
        case "\\":
            if isLenient, skip("b") { return .one("\u{08}") }
            return parseEscape()
        case "[": return isLenient ? .one("[") : nil
        default: return .one(scalar)
        }
    }
}
