import Testing

@testable import ApusSpec

struct InteroperableRegexpTests {
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
        #expect(try #require(InteroperableRegexp(pattern)).matches(text, isWhole: true) == expected)
    }

    @Test func searches() throws {
        #expect(try #require(InteroperableRegexp("b+c")).matches("aabbcd", isWhole: false))
        #expect(try #require(InteroperableRegexp("d")).matches("aabbcd", isWhole: false))
        #expect(try !#require(InteroperableRegexp("bd")).matches("aabbcd", isWhole: false))
        #expect(try #require(InteroperableRegexp("")).matches("x", isWhole: false))
    }

    @Test(arguments: [
        "a**", "*a", "a{2,1}", "a{", "a{x}", "(a", "a)", "[a", "[]", "[b-a]", "\\q", "\\", "\\p{Xx}", "a{100000}",
        "((a{100}){100}){100}", "((((){1000}){1000}){1000}){1000}",
    ])
    func refuses(_ pattern: String) {
        #expect(InteroperableRegexp(pattern) == nil)
    }

    /// Takes exponential time where expressions are tried one by one.
    @Test func neverExplodes() throws {
        let text = String(repeating: "a", count: 2_000)
        #expect(try !#require(InteroperableRegexp("(a*)*(a|aa)+b")).matches(text, isWhole: true))
    }
}
