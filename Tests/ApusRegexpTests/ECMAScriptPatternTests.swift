import Testing

@testable import ApusRegexp

/// The dialect of `pattern` (ECMA-262), which matches anywhere.
struct ECMAScriptPatternTests {
    @Test(arguments: [
        ("^a$", "a", true), ("^a$", "a\n", false), ("^a$", "ba", false), ("a|^b$", "xa", true), ("$", "x", true),
        ("x^", "x", false), ("(^a|b)c", "xac", false), ("(^a|b)c", "xbc", true), ("^$", "", true),
        ("\\bcat\\b", "a cat.", true), ("\\bcat\\b", "concat", false), ("\\Bcat", "concat", true), ("\\b", "", false),
        ("^a+?b??$", "aaab", true), ("^a{1,2}?$", "aaa", false), ("^(?:ab)+$", "abab", true),
        ("^(?<year>\\d{4})-(?<month>\\d\\d)$", "2024-06", true), ("^\\u0041\\x42\\cJ$", "AB\n", true),
        ("^\\uD83D\\uDC32$", "🐲", true), ("^\\u{1F432}+$", "🐲🐲", true), ("^🐲*$", "🐲", true), ("^\\0$", "\0", true),
        ("^\\s$", "\u{FEFF}", true), ("^\\s$", "\u{3000}", true), ("^\\S$", "\u{2028}", false),
        (".", "\u{2029}", false),
        ("^\\w+$", "aé", false), ("^\\d$", "٣", false), ("^[\\b]$", "\u{08}", true), ("^[^]$", "\n", true),
        ("^[]$", "a", false), ("^[\\w-.]+$", "a-b.c", true), ("^[a-\\d]$", "-", true), ("^[\\d-x]+$", "1-x", true),
        ("^[\\d-x]$", "A", false), ("^{a}]$", "{a}]", true), ("^{{2}$", "{{", true), ("^a{,2}$", "a{,2}", true),
        ("^\\@\\_\\:$", "@_:", true),
        ("^\\p{Letter}\\p{gc=Nd}\\p{Alphabetic}\\P{ASCII}$", "a3bé", true), ("^[[:alpha:]]$", ":]", true),
        ("^(a*)*$", "aaa", true), ("^(a|\\b)*b", "ab", true), ("(a*)+", "", true), ("^(a?){3}$", "aa", true),
        ("^\\/\\-$", "/-", true), ("^a\\.b$", "axb", false), ("é", "e\u{301}", false), ("^.$", "é", true),
    ])
    func matchesAnywhere(_ pattern: String, _ text: String, _ expected: Bool) throws {
        #expect(try #require(LinearRegexp(pattern, as: .ecmaScript)).matches(text, isWhole: false) == expected)
    }

    /// Includes constructs of other languages that ECMA-262 lacks.
    @Test(arguments: [
        "(?=a)", "(?!a)", "(?<=a)", "(?<!a)", "(a)\\1", "(?<x>a)\\k<x>", "(?i)a", "(?P<x>a)", "\\Aa\\z", "a++",
        "a{2}{3}",
        "^*", "\\b+", "*a", "a{3,2}", "(", ")", "[a", "[b-a]", "\\u12", "\\uD83D", "\\xg0", "\\p{Script=Greek}",
        "\\p{Xx}",
        "\\01", "\\c1", "a{100000}", "((a{100}){100}){100}",
    ])
    func refuses(_ pattern: String) {
        #expect(LinearRegexp(pattern, as: .ecmaScript) == nil)
    }

    /// Each takes exponential or quadratic time in a backtracking engine.
    @Test(
        .timeLimit(.minutes(10)),
        arguments: ["^(a+)+$", "^(a|a)*$", "^(a|aa)+$", "^([a-z]+)*\\d$", "(.*)*x$", "a*a*a*a*a*a*b", "^(\\w+\\s?)*$"])
    func neverExplodes(_ pattern: String) throws {
        let regexp = try #require(LinearRegexp(pattern, as: .ecmaScript))
        let text = String(repeating: "a", count: 20_000) + "!"
        var steps = 100 * 20_000
        #expect(regexp.matches(text, isWhole: false, steps: &steps) == false)
    }

    /// A pattern that begins at the start ends where it cannot go on.
    @Test func anchoredPatternsEndEarly() throws {
        let regexp = try #require(LinearRegexp("^(ab|cd)", as: .ecmaScript))
        var steps = 50
        #expect(regexp.matches("x" + String(repeating: "ab", count: 1_000), isWhole: false, steps: &steps) == false)
    }
}
