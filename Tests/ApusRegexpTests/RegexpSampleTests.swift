import Testing

@testable import ApusRegexp

/// Texts that are made from a pattern match it, and are as long as is asked for where the pattern permits that.
struct RegexpSampleTests {
    @Test(
        arguments: [
            ("^[A-Z]+$", 1), ("^[A-Z]+$", 3), (#"^\p{Lu}+$"#, 3), (#"^[A-Z]{2}-\d+$"#, 9), ("^([a-z]{1,2}-)+x$", 17),
            ("^a?b{2,5}c*$", 12), ("^(a|bc)+$", 5), ("^(?:[0-9a-f]{2}:?)+$", 24), ("x", 1),
        ])
    func fillsALength(_ pattern: String, _ length: Int) throws {
        let text = try #require(RegexpSample.text(pattern, as: .ecmaScript, atLeast: length, limit: 100))
        let expression = try #require(LinearRegexp(pattern, as: .ecmaScript))
        #expect(expression.matches(text, isWhole: false), "\(text)")
        #expect(text.unicodeScalars.count >= length, "\(text)")
    }

    /// The exact length where single characters repeat.
    @Test func fillsNoMoreThanThat() {
        #expect(RegexpSample.text("^[A-Z]+$", as: .ecmaScript, atLeast: 3, limit: 100) == "AAA")
        #expect(RegexpSample.text("^[A-Z]+-[0-9]+$", as: .ecmaScript, atLeast: 6, limit: 100) == "AAAA-1")
        #expect(RegexpSample.text("^a{2,3}b{2,3}$", as: .ecmaScript, atLeast: 6, limit: 100) == "aaabbb")
    }

    /// The shortest text is all that there is.
    @Test func whatCannotGrowStaysShort() {
        #expect(RegexpSample.text("^ab$", as: .ecmaScript, atLeast: 9, limit: 100) == "ab")
        #expect(RegexpSample.text("^(?:)*$", as: .ecmaScript, atLeast: 9, limit: 100) == "")
        #expect(RegexpSample.text("^a+$", as: .ecmaScript, atLeast: 9, limit: 5) == nil)
    }
}
