/// Writes texts that match a regular expression.
public struct RegexpSample {
    private let extra: Int
    /// The code points that repetitions have still to add.
    private var missing: Int
    private let limit: Int
    private var text = String.UnicodeScalarView()

    /// A text that matches the pattern, unless a word boundary in it forbids what stands beside; nil for a pattern that
    /// ``LinearRegexp`` refuses, and for a longer text than the limit.
    ///
    /// - Parameters:
    ///   - pattern: The expression, without delimiters.
    ///   - dialect: The syntax of the expression.
    ///   - extra: The repetitions beyond the least of what may be repeated, which make the text longer.
    ///   - length: The length that further repetitions of what comes first fill up, in code points, where the pattern permits them.
    ///   - limit: The longest text, in code points.
    public static func text(
        _ pattern: String, as dialect: RegexpDialect, extra: Int = 0, atLeast length: Int = 0, limit: Int
    ) -> String? {
        var parser = RegexpParser(pattern, dialect)
        guard let expression = parser.parse() else { return nil }
        var sample = RegexpSample(extra: extra, missing: 0, limit: limit)
        guard sample.write(expression) else { return nil }
        let missing = length - sample.text.count
        guard missing > 0 else { return String(sample.text) }
        sample = RegexpSample(extra: extra, missing: missing, limit: limit)
        return sample.write(expression) ? String(sample.text) : nil
    }

    private init(extra: Int, missing: Int, limit: Int) {
        self.extra = extra
        self.missing = missing
        self.limit = limit
    }

    /// Returns false where the expression matches nothing, or its text is too long. The parser limits the depth.
    private mutating func write(_ expression: RegexpExpression) -> Bool {
        switch expression {
        case .atom(let set):
            guard text.count < limit, let scalar = set.sample else { return false }
            text.append(scalar)
            return true
        case .assertion: return true
        case .sequence(let parts):
            for part in parts where !write(part) { return false }
            return true
        case .alternatives(let branches):
            for branch in branches {
                let start = self
                if write(branch) { return true }
                self = start
            }
            return false
        case .repeated(let inner, let least, let most):
            let count = min(least.addingReportingOverflow(extra).partialValue, most ?? .max)
            var number = 0
            while number < count || missing > 0 && number < most ?? .max {
                let start = (length: text.count, missing: missing)
                guard write(inner) else { return false }
                // An inner expression that matches the empty text adds nothing, however often it is repeated.
                if text.count == start.length { break }
                if number >= count { missing = start.missing - (text.count - start.length) }
                number += 1
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
