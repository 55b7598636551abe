/// A regular expression that runs as a set of states, so its time grows with text times pattern and never explodes, whatever the
/// pattern.
public struct LinearRegexp: Sendable {
    /// The characters that a text begins with decide: a pattern that starts with `^` is not tried further on.
    let isAnchored: Bool
    let program: [RegexpInstruction]

    /// Reads a pattern; nil when it is none of the dialect, asks for what no set of states can say, or is unreasonably large.
    ///
    /// - Parameters:
    ///   - pattern: The text of the expression, without delimiters.
    ///   - dialect: The syntax that it is written in.
    public init?(_ pattern: String, as dialect: RegexpDialect) {
        var parser = RegexpParser(pattern, dialect)
        guard let expression = parser.parse() else { return nil }
        var compiler = RegexpCompiler()
        guard let program = compiler.compile(expression) else { return nil }
        self.program = program
        isAnchored = RegexpRun.isAnchored(program)
    }

    /// Whether a text matches.
    ///
    /// - Parameters:
    ///   - text: The text, which is compared code point by code point.
    ///   - isWhole: Whether the whole text has to match, or any part of it.
    public func matches(_ text: String, isWhole: Bool) -> Bool {
        var steps = Int.max
        return matches(text, isWhole: isWhole, steps: &steps) ?? false
    }

    /// Whether a text matches, as far as the steps last.
    ///
    /// - Parameters:
    ///   - text: The text, which is compared code point by code point.
    ///   - isWhole: Whether the whole text has to match, or any part of it.
    ///   - steps: How many more instructions may run; what this text takes is deducted.
    /// - Returns: nil when the steps have run out before it was known.
    public func matches(_ text: String, isWhole: Bool, steps: inout Int) -> Bool? {
        var run = RegexpRun(self)
        return run.matches(text, isWhole: isWhole, steps: &steps)
    }
}
