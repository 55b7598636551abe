/// A regular expression of RFC 9485 (I-Regexp), which JSONPath's `match` and `search` use. It runs as a set of states,
/// so its time grows with text times pattern and never explodes, whatever the pattern.
///
/// Beyond the RFC, `\d`, `\s` and `\w` and their opposites are known, since authors expect them.
struct InteroperableRegexp: Sendable {
    indirect enum Instruction: Sendable {
        case consume(RegexpClass)
        /// Goes on at both.
        case split(Int, Int)
        case jump(Int)
        case accept
    }

    private let program: [Instruction]

    /// Nil when the pattern is none of RFC 9485, or unreasonably large.
    init?(_ pattern: String) {
        var parser = RegexpParser(pattern)
        guard let expression = parser.parse() else { return nil }
        var compiler = RegexpCompiler()
        guard let program = compiler.compile(expression) else { return nil }
        self.program = program
    }

    /// Steps for each character of a text, at most.
    var size: Int { program.count }

    /// - Parameter isWhole: Whether the whole text has to match, or any part of it.
    func matches(_ text: String, isWhole: Bool) -> Bool {
        var states = RegexpStates(count: program.count)
        states.add(0, program)
        for scalar in text.unicodeScalars {
            if states.accepts, !isWhole { return true }
            var next = RegexpStates(count: program.count)
            for state in states.waiting {
                if case .consume(let wanted) = program[state], wanted.contains(scalar) { next.add(state + 1, program) }
            }
            if !isWhole { next.add(0, program) }
            states = next
            if states.waiting.isEmpty, !states.accepts { return false }
        }
        return states.accepts
    }
}
