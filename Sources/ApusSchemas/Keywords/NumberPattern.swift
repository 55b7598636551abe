/// Whether a regular expression (ECMA-262) allows only numbers: `^-?(?:0|[1-9]\d*)(?:\.\d+)?$`.
///
/// Digits, one leading sign, one point, one exponent. Patterns that count digits describe codes, whose leading zeros
/// matter, and so do those with a sign between digits, as in dates.
struct NumberPattern {
    /// Whether only whole numbers match.
    private(set) var isWhole = true
    private let text: [Unicode.Scalar]
    private var index = 0
    private var state = State()
    /// The open groups: the state before each, and the maximum of its alternatives.
    private var groups: [(start: State, most: State)] = []

    private struct State {
        var hasSign = false
        var hasDigits = false
        var points = 0
        /// Whether the next sign belongs to an exponent.
        var isBehindExponent = false
        var hasExponent = false

        mutating func join(_ other: State) {
            hasSign = hasSign || other.hasSign
            hasDigits = hasDigits || other.hasDigits
            points = max(points, other.points)
            isBehindExponent = isBehindExponent || other.isBehindExponent
            hasExponent = hasExponent || other.hasExponent
        }
    }

    /// nil for a pattern that allows, or may allow, any other text.
    init?(_ pattern: String) {
        text = Array(pattern.unicodeScalars)
        guard text.first == "^", text.last(where: { $0 != ")" }) == "$" else { return nil }
        while index < text.count { guard readElement() else { return nil } }
        guard groups.isEmpty, state.hasDigits else { return nil }
    }

    private mutating func readElement() -> Bool {
        let scalar = text[index]
        index += 1
        switch scalar {
        case "^", "$": return true
        case "(": return openGroup()
        case ")": return closeGroup()
        case "|":
            guard let last = groups.indices.last else { return false }
            groups[last].most.join(state)
            state = groups[last].start
            return true
        case "\\": return readEscape()
        case "[": return readClass()
        default: return read(scalar) && readQuantifier()
        }
    }

    private mutating func openGroup() -> Bool {
        guard index < text.count, text[index] == "?" else {
            groups.append((state, state))
            return true
        }
        guard index + 1 < text.count else { return false }
        switch text[index + 1] {
        case ":":
            index += 2
            groups.append((state, state))
            return true
        case "=", "!": return skipLookahead()
        default: return false
        }
    }

    /// A look-ahead only narrows.
    private mutating func skipLookahead() -> Bool {
        var depth = 1
        while index < text.count, depth > 0 {
            if text[index] == "\\" {
                index += 1
            } else if text[index] == "(" {
                depth += 1
            } else if text[index] == ")" {
                depth -= 1
            }
            index += 1
        }
        return depth == 0
    }

    private mutating func closeGroup() -> Bool {
        guard var group = groups.popLast() else { return false }
        group.most.join(state)
        let isRepeated = index < text.count && ["*", "+", "{"].contains(text[index])
        if isRepeated, group.most.points > group.start.points || group.most.hasExponent != group.start.hasExponent {
            return false
        }
        state = group.most
        return readQuantifier()
    }

    private mutating func readEscape() -> Bool {
        guard index < text.count else { return false }
        let scalar = text[index]
        index += 1
        switch scalar {
        case "d": return read("0") && readQuantifier()
        case ".": return readPoint() && readQuantifier(isSingle: true)
        case "-", "+": return readSign() && readQuantifier(isSingle: true)
        default: return false
        }
    }

    private mutating func readClass() -> Bool {
        var members: [Unicode.Scalar] = []
        while index < text.count, text[index] != "]" {
            if text[index] == "\\", index + 1 < text.count {
                members.append(text[index + 1] == "d" ? "0" : text[index + 1])
                index += 2
            } else {
                members.append(text[index])
                index += 1
            }
        }
        guard index < text.count else { return false }
        index += 1
        if members.allSatisfy({ $0 == "+" || $0 == "-" }), !members.isEmpty {
            return readSign() && readQuantifier(isSingle: true)
        }
        if members == ["."] { return readPoint() && readQuantifier(isSingle: true) }
        if members.allSatisfy({ $0 == "e" || $0 == "E" }), !members.isEmpty { return read("e") }
        guard members.allSatisfy({ Self.isDigit($0) || $0 == "-" }), members.first != "-", members.last != "-",
            !members.isEmpty
        else { return false }
        return read("0") && readQuantifier()
    }

    private mutating func read(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "-": return readSign()
        case "e", "E":
            guard state.hasDigits, !state.hasExponent else { return false }
            state.hasExponent = true
            state.isBehindExponent = true
            isWhole = false
            return true
        default:
            guard Self.isDigit(scalar) else { return false }
            state.hasDigits = true
            state.isBehindExponent = false
            return true
        }
    }

    private mutating func readSign() -> Bool {
        if state.isBehindExponent {
            state.isBehindExponent = false
            return true
        }
        guard !state.hasSign, !state.hasDigits, state.points == 0 else { return false }
        state.hasSign = true
        return true
    }

    private mutating func readPoint() -> Bool {
        guard !state.hasExponent else { return false }
        state.points += 1
        isWhole = false
        return state.points == 1
    }

    /// - Parameter isSingle: Whether the element may occur at most once.
    private mutating func readQuantifier(isSingle: Bool = false) -> Bool {
        guard index < text.count else { return true }
        switch text[index] {
        case "?": index += 1
        case "*", "+":
            if isSingle { return false }
            index += 1
        case "{":
            guard !isSingle, let end = text[index...].firstIndex(of: "}"), index + 2 < text.count,
                text[index + 1] == "0" || text[index + 1] == "1", text[index + 2] == ","
            else { return false }
            index = end + 1
        default: return true
        }
        if index < text.count, text[index] == "?" { index += 1 }
        return true
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
