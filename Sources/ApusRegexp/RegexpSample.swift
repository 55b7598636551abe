/// Writes texts that match a regular expression.
public enum RegexpSample {
    /// A text that matches the pattern, unless a word boundary in it forbids what stands beside; nil for a pattern that
    /// ``LinearRegexp`` refuses, and for a longer text than the limit.
    ///
    /// - Parameters:
    ///   - pattern: The expression, without delimiters.
    ///   - dialect: The syntax of the expression.
    ///   - extra: The repetitions beyond the least of what may be repeated, which make the text longer.
    ///   - limit: The longest text, in code points.
    public static func text(_ pattern: String, as dialect: RegexpDialect, extra: Int, limit: Int) -> String? {
        var parser = RegexpParser(pattern, dialect)
        guard let expression = parser.parse() else { return nil }
        var text = String.UnicodeScalarView()
        guard write(expression, extra: extra, limit: limit, into: &text) else { return nil }
        return String(text)
    }

    /// Returns false where the expression matches nothing, or its text is too long. The parser limits the depth.
    private static func write(
        _ expression: RegexpExpression, extra: Int, limit: Int, into text: inout String.UnicodeScalarView
    ) -> Bool {
        switch expression {
        case .atom(let set):
            guard text.count < limit, let scalar = set.sample else { return false }
            text.append(scalar)
            return true
        case .assertion: return true
        case .sequence(let parts):
            return parts.allSatisfy { write($0, extra: extra, limit: limit, into: &text) }
        case .alternatives(let branches):
            for branch in branches {
                let start = text
                if write(branch, extra: extra, limit: limit, into: &text) { return true }
                text = start
            }
            return false
        case .repeated(let inner, let least, let most):
            let count = min(least.addingReportingOverflow(extra).partialValue, most ?? .max)
            guard count > 0 else { return true }
            for _ in 0..<count {
                let length = text.count
                guard write(inner, extra: extra, limit: limit, into: &text) else { return false }
                // An inner expression that matches the empty text adds nothing, however often it is repeated.
                if text.count == length { break }
            }
            return true
        }
    }
}

extension RegexpSet {
    /// A character of the set: a letter or a digit where it has one, then any visible ASCII character, then others; nil
    /// where none of those that are tried belongs to it.
    fileprivate var sample: Unicode.Scalar? {
        let ascii = (UInt8(0x21)..<0x7F).map { Unicode.Scalar($0) }
        let preferred: [Unicode.Scalar] = ["a", "A", "1", "0"]
        let others: [Unicode.Scalar] = [" ", "é", "Ä", "ß", "あ", "中", "ñ", "я", "א", "😀", "\n", "\t"]
        return (preferred + ascii + others).first(where: contains)
            ?? (0..<0x3000).lazy.compactMap(Unicode.Scalar.init).first(where: contains)
    }
}
