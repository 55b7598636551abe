import Testing

@testable import ApusRegexp

/// The dialect of JSONPath (RFC 9485).
struct LinearRegexpTests {
    @Test(arguments: [
        ("a.*c", "abbc", true), ("a.*c", "abb", false), ("", "", true), ("a|bc|", "bc", true), ("a|bc|", "", true),
        ("(ab)+", "ababab", true), ("(ab)+", "aba", false), ("a{2,3}", "aa", true), ("a{2,3}", "aaaa", false),
        ("a{2}", "aa", true), ("a{2,}", "aaaaa", true), ("[a-c]x?[^0-9]", "bz", true), ("[^a]", "a", false),
        ("[-a]", "-", true), ("[a-]", "-", true), ("\\.\\*", ".*", true), (".", "\n", false), ("..", "é😀", true),
        ("\\p{Lu}\\p{L}*", "Äbc", true), ("\\P{Lu}", "Ä", false), ("\\d{4}-\\d\\d", "2024-06", true),
        ("\\w+\\s\\S", "a_1 x", true),
        ("[\\p{Nd}\\-]+", "1-2", true), ("^a$", "a", false), ("^a$", "^a$", true), ("(a|b)*c", "ababc", true),
        ("(a?)*", "aa", true),
    ])
    func matchesWholeTexts(_ pattern: String, _ text: String, _ expected: Bool) throws {
        #expect(try #require(LinearRegexp(pattern, as: .interoperable)).matches(text, isWhole: true) == expected)
    }

    @Test func searches() throws {
        func search(_ pattern: String, _ text: String) throws -> Bool {
            try #require(LinearRegexp(pattern, as: .interoperable)).matches(text, isWhole: false)
        }
        #expect(try search("b+c", "aabbcd"))
        #expect(try search("d", "aabbcd"))
        #expect(try !search("bd", "aabbcd"))
        #expect(try search("", "x"))
    }

    @Test(arguments: [
        "a**", "*a", "a{2,1}", "a{", "a{x}", "(a", "a)", "[a", "[]", "[b-a]", "\\q", "\\", "\\p{Xx}", "a{100000}",
        "((a{100}){100}){100}", "((((){1000}){1000}){1000}){1000}", "a+?", "(?:a)", "\\u0041", "\\p{Letter}", "[[a]]",
    ])
    func refuses(_ pattern: String) {
        #expect(LinearRegexp(pattern, as: .interoperable) == nil)
    }

    /// Takes exponential time where expressions are tried one by one.
    @Test func neverExplodes() throws {
        let text = String(repeating: "a", count: 2_000)
        let regexp = try #require(LinearRegexp("(a*)*(a|aa)+b", as: .interoperable))
        #expect(!regexp.matches(text, isWhole: true))
    }

    /// The steps of a text are deducted, and without enough steps the result is unknown.
    @Test func stepsAreCounted() throws {
        let regexp = try #require(LinearRegexp("(a|b)*c", as: .interoperable))
        let text = String(repeating: "ab", count: 1_000)
        var steps = 1_000_000
        #expect(regexp.matches(text, isWhole: true, steps: &steps) == false)
        #expect(steps < 1_000_000 - 2_000)
        #expect(steps > 1_000_000 - 40_000)
        var few = 100
        #expect(regexp.matches(text, isWhole: true, steps: &few) == nil)
    }
}
