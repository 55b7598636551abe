internal import ApusPlatform
internal import ApusRegexp

/// `pattern` and `patternProperties`: a regular expression (ECMA-262) that matches anywhere unless it is anchored.
enum ConstraintPattern {
    /// The maximum number of compiled patterns; a program has as many as its documents.
    static let mostKnown = 1_000

    private static let known = Lock(RecentTable<ByteText, LinearRegexp?>(most: mostKnown))

    /// nil for a pattern that cannot be checked; generated code contains none.
    static func matches(_ pattern: String, _ text: String) -> Bool? {
        compile(pattern)?.matches(text, isWhole: false)
    }

    /// Compiles a pattern once, and again only where as many others as are kept came in between.
    private static func compile(_ pattern: String) -> LinearRegexp? {
        let key = ByteText(pattern)
        if let compiled = known.withLock({ $0.find(key) }) { return compiled }
        let compiled = LinearRegexp(pattern, as: .ecmaScript)
        known.withLock { $0.keep(compiled, for: key) }
        return compiled
    }
}
