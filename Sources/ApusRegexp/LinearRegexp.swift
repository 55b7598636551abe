/// A regular expression that runs as a set of states, so its time is bounded by text times pattern, whatever the
/// pattern.
public struct LinearRegexp: Sendable {
    /// Whether the beginning of the text decides: a pattern that starts with `^` is not tried at later positions.
    let isAnchored: Bool
    let program: [RegexpInstruction]

    /// Parses a pattern; nil when it is invalid in the dialect, cannot be expressed as a set of states, or is too
    /// large.
    ///
    /// - Parameters:
    ///   - pattern: The expression, without delimiters.
    ///   - dialect: The syntax of the expression.
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
    ///   - text: The text, compared by code points.
    ///   - isWhole: Whether the whole text must match, rather than any part of it.
    public func matches(_ text: String, isWhole: Bool) -> Bool {
        var steps = Int.max
        return matches(text, isWhole: isWhole, steps: &steps) ?? false
    }

    /// Whether a text matches, with a limited number of steps.
    ///
    /// - Parameters:
    ///   - text: The text, compared by code points.
    ///   - isWhole: Whether the whole text has to match, or any part of it.
    ///   - steps: The number of instructions that may still run; those for this text are deducted.
    /// - Returns: nil when the steps were exhausted before the result was known.
    public func matches(_ text: String, isWhole: Bool, steps: inout Int) -> Bool? {
        var run = RegexpRun(self)
        return run.matches(text, isWhole: isWhole, steps: &steps)
    }
}
