/// The syntax tree of a regular expression.
indirect enum RegexpExpression: Sendable {
    case atom(RegexpSet)
    /// A position between characters.
    case assertion(RegexpAssertion)
    case sequence([RegexpExpression])
    case alternatives([RegexpExpression])
    /// Repeats from `least` to `most` times; without a limit when `most` is nil.
    case repeated(RegexpExpression, least: Int, most: Int?)
}

/// A position between characters (ECMA-262, section 22.2.2.4), without the flag `m`.
enum RegexpAssertion: Sendable {
    case start, end, wordBoundary, noWordBoundary

    /// - Parameters: The characters on both sides; nil at the ends of the text.
    func holds(between left: Unicode.Scalar?, and right: Unicode.Scalar?) -> Bool {
        switch self {
        case .start: left == nil
        case .end: right == nil
        case .wordBoundary: Self.isWord(left) != Self.isWord(right)
        case .noWordBoundary: Self.isWord(left) == Self.isWord(right)
        }
    }

    private static func isWord(_ scalar: Unicode.Scalar?) -> Bool {
        scalar.map { RegexpClass.word.contains($0) } ?? false
    }
}
