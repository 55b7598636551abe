/// Parses a pattern by the grammar of RFC 9485 (section 4) or ECMA-262 (section 22.2.1). Every function returns nil for
/// invalid syntax.
struct RegexpParser {
    let dialect: RegexpDialect
    private let scalars: [Unicode.Scalar]
    private(set) var position = 0
    private var depth = 0

    init(_ pattern: String, _ dialect: RegexpDialect) {
        scalars = Array(pattern.unicodeScalars)
        self.dialect = dialect
    }

    var isLenient: Bool { dialect == .ecmaScript }

    mutating func parse() -> RegexpExpression? {
        guard let expression = parseAlternatives(), position == scalars.count else { return nil }
        return expression
    }

    private mutating func parseAlternatives() -> RegexpExpression? {
        depth += 1
        defer { depth -= 1 }
        guard depth <= 50 else { return nil }
        var branches: [RegexpExpression] = []
        repeat {
            guard let branch = parseBranch() else { return nil }
            branches.append(branch)
        } while skip("|")
        return branches.count == 1 ? branches[0] : .alternatives(branches)
    }

    private mutating func parseBranch() -> RegexpExpression? {
        var pieces: [RegexpExpression] = []
        while let scalar = peek(), scalar != "|", scalar != ")" {
            if let assertion = parseAssertion() {
                pieces.append(.assertion(assertion))
                continue
            }
            guard let atom = parseAtom(), let piece = parseQuantifier(of: atom) else { return nil }
            pieces.append(piece)
        }
        return .sequence(pieces)
    }

    private mutating func parseAssertion() -> RegexpAssertion? {
        guard isLenient else { return nil }
        if skip("^") { return .start }
        if skip("$") { return .end }
        guard peek() == "\\", let name = peek(1), name == "b" || name == "B" else { return nil }
        position += 2
        return name == "b" ? .wordBoundary : .noWordBoundary
    }

    private mutating func parseAtom() -> RegexpExpression? {
        guard let scalar = next() else { return nil }
        switch scalar {
        case "(":
            guard !isLenient || skipGroupName(), let inner = parseAlternatives(), skip(")") else { return nil }
            return inner
        case "[": return parseBracket().map { .atom(RegexpSet($0)) }
        case "\\": return parseEscape().map { .atom(RegexpSet($0)) }
        case ".": return .atom(RegexpSet(isLenient ? .dot : .interoperableDot))
        case "*", "+", "?", ")", "|": return nil
        // Annex B: a brace that begins no quantifier is a literal, and so is a closing bracket.
        case "{", "}", "]":
            if !isLenient || scalar == "{" && startsCount(at: position) { return nil }
            return .atom(RegexpSet(.one(scalar)))
        default: return .atom(RegexpSet(.one(scalar)))
        }
    }

    /// Skips `?:` or `?<name>` after `(`; returns false before look-around and flags.
    private mutating func skipGroupName() -> Bool {
        guard skip("?") else { return true }
        if skip(":") { return true }
        guard skip("<"), let first = next(), first.properties.isIDStart || first == "_" || first == "$" else {
            return false
        }
        while let scalar = next() {
            if scalar == ">" { return true }
            guard scalar.properties.isIDContinue || scalar == "$" else { return false }
        }
        return false
    }

    private mutating func parseQuantifier(of atom: RegexpExpression) -> RegexpExpression? {
        guard let repeated = parseRepetition(of: atom) else { return nil }
        // Lazy quantifiers match the same texts.
        if isLenient, case .repeated = repeated, skip("?") { return repeated }
        return repeated
    }

    private mutating func parseRepetition(of atom: RegexpExpression) -> RegexpExpression? {
        if skip("*") { return .repeated(atom, least: 0, most: nil) }
        if skip("+") { return .repeated(atom, least: 1, most: nil) }
        if skip("?") { return .repeated(atom, least: 0, most: 1) }
        guard peek() == "{", !isLenient || startsCount(at: position + 1) else { return atom }
        position += 1
        guard let least = parseCount() else { return nil }
        if skip("}") { return .repeated(atom, least: least, most: least) }
        guard skip(",") else { return nil }
        if skip("}") { return .repeated(atom, least: least, most: nil) }
        guard let most = parseCount(), skip("}"), least <= most else { return nil }
        return .repeated(atom, least: least, most: most)
    }

    /// Whether `2}`, `2,}` or `2,3}` follows a brace.
    private func startsCount(at start: Int) -> Bool {
        var index = start
        var digits = 0
        var commas = 0
        while index < scalars.count {
            switch scalars[index] {
            case "0"..."9": digits += 1
            case "," where digits > 0 && commas == 0: commas += 1
            case "}": return digits > 0
            default: return false
            }
            index += 1
        }
        return false
    }

    private mutating func parseCount() -> Int? {
        let start = position
        while let scalar = peek(), ("0"..."9").contains(scalar) { position += 1 }
        return Int(String(String.UnicodeScalarView(scalars[start..<position])))
    }

    func peek(_ distance: Int = 0) -> Unicode.Scalar? {
        position + distance < scalars.count ? scalars[position + distance] : nil
    }

    mutating func next() -> Unicode.Scalar? {
        guard let scalar = peek() else { return nil }
        position += 1
        return scalar
    }

    mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        guard peek() == scalar else { return false }
        position += 1
        return true
    }
}
