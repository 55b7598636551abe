import ApusRegexp

/// Tells patterns that nobody can read from those that only the runtime's engine does not support.
enum PatternSyntax {
    /// The longest pattern that is parsed a second time.
    private static let longest = 1_000

    /// Constructs of ECMA-262 that the engine of Swift's library refuses or writes in another way.
    private static let foreign = ["(?<=", "(?<!", "\\k", "\\p", "\\P", "\\c", "\\u"]

    /// Whether a pattern is no regular expression at all: neither the runtime's engine nor Swift's parses it.
    static func isBroken(_ pattern: String) -> Bool {
        guard pattern.utf8.count <= longest, !ConstraintText.isChecked(pattern),
            !foreign.contains(where: pattern.contains)
        else { return false }
        return (try? Regex(pattern)) == nil
    }
}
