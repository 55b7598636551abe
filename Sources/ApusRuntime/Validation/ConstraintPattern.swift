/// `pattern` and `patternProperties`: a regular expression (ECMA-262) that matches anywhere unless it is anchored.
enum ConstraintPattern {
    /// A pattern that Swift cannot read lets everything pass.
    static func matches(_ pattern: String, _ text: String) -> Bool {
        guard let regex = try? Regex(pattern) else { return true }
        let expression = regex.matchingSemantics(.unicodeScalar).asciiOnlyCharacterClasses()
        return ((try? expression.firstMatch(in: text)) ?? nil) != nil
    }
}
