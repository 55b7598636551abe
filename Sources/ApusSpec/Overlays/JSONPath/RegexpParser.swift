/// Pattern → expression, by the grammar of RFC 9485 section 4. Every function gives nil where the grammar ends.
struct RegexpParser {
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var depth = 0

    init(_ pattern: String) {
        scalars = Array(pattern.unicodeScalars)
    }

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
            guard let atom = parseAtom(), let piece = parseQuantifier(of: atom) else { return nil }
            pieces.append(piece)
        }
        return .sequence(pieces)
    }

    private mutating func parseAtom() -> RegexpExpression? {
        guard let scalar = next() else { return nil }
        switch scalar {
        case "(":
            guard let inner = parseAlternatives(), skip(")") else { return nil }
            return inner
        case "[": return parseBracket().map { .atom($0) }
        case "\\": return parseEscape().map { .atom($0) }
        case ".": return .atom(.dot)
        case "*", "+", "?", "{", "}", "]", ")", "|": return nil
        default: return .atom(.range(scalar, scalar))
        }
    }

    private mutating func parseQuantifier(of atom: RegexpExpression) -> RegexpExpression? {
        if skip("*") { return .repeated(atom, least: 0, most: nil) }
        if skip("+") { return .repeated(atom, least: 1, most: nil) }
        if skip("?") { return .repeated(atom, least: 0, most: 1) }
        guard skip("{") else { return atom }
        guard let least = parseCount() else { return nil }
        if skip("}") { return .repeated(atom, least: least, most: least) }
        guard skip(",") else { return nil }
        if skip("}") { return .repeated(atom, least: least, most: nil) }
        guard let most = parseCount(), skip("}"), least <= most else { return nil }
        return .repeated(atom, least: least, most: most)
    }

    private mutating func parseCount() -> Int? {
        let start = position
        while let scalar = peek(), ("0"..."9").contains(scalar) { position += 1 }
        return Int(String(String.UnicodeScalarView(scalars[start..<position])))
    }

    /// Behind `\`.
    private mutating func parseEscape() -> RegexpClass? {
        guard let scalar = next() else { return nil }
        switch scalar {
        case "n": return .range("\n", "\n")
        case "r": return .range("\r", "\r")
        case "t": return .range("\t", "\t")
        case "d": return .digit
        case "D": return .not(.digit)
        case "w": return .word
        case "W": return .not(.word)
        case "s": return .space
        case "S": return .not(.space)
        case "p": return parseCategory()
        case "P": return parseCategory().map { .not($0) }
        case "("..."+", "-", ".", "?", "["..."^", "{"..."}", "$", "/": return .range(scalar, scalar)
        default: return nil
        }
    }

    private mutating func parseCategory() -> RegexpClass? {
        guard skip("{") else { return nil }
        var name = ""
        while let scalar = next(), scalar != "}" { name.unicodeScalars.append(scalar) }
        return RegexpClass.categories.contains(name) ? .category(name) : nil
    }

    /// Behind `[`, past `]`.
    private mutating func parseBracket() -> RegexpClass? {
        let isNegated = skip("^")
        var classes: [RegexpClass] = []
        while let scalar = next() {
            if scalar == "]" {
                guard !classes.isEmpty else { return nil }
                return isNegated ? .not(.any(classes)) : .any(classes)
            }
            guard let part = parseBracketPart(scalar) else { return nil }
            classes.append(part)
        }
        return nil
    }

    private mutating func parseBracketPart(_ scalar: Unicode.Scalar) -> RegexpClass? {
        guard let first = parseBracketCharacter(scalar) else { return nil }
        guard case .range(let lower, _) = first, peek() == "-", position + 1 < scalars.count,
            scalars[position + 1] != "]"
        else { return first }
        position += 1
        guard let scalar = next(), case .range(let upper, _)? = parseBracketCharacter(scalar), lower <= upper else {
            return nil
        }
        return .range(lower, upper)
    }

    private mutating func parseBracketCharacter(_ scalar: Unicode.Scalar) -> RegexpClass? {
        switch scalar {
        case "\\": parseEscape()
        case "[": nil
        default: .range(scalar, scalar)
        }
    }

    private func peek() -> Unicode.Scalar? {
        position < scalars.count ? scalars[position] : nil
    }

    private mutating func next() -> Unicode.Scalar? {
        guard let scalar = peek() else { return nil }
        position += 1
        return scalar
    }

    private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        guard peek() == scalar else { return false }
        position += 1
        return true
    }
}
