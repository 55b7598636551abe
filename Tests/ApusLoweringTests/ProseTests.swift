import Testing

@testable import ApusLowering

/// HTML in descriptions, as people and attackers write it.
struct ProseTests {
    @Test(arguments: [
        ("plain a < b & c", "plain a < b & c"),
        ("<p>one</p><p>two</p>", "one\n\ntwo\n\n"),
        ("a<br>b<BR/>c", "a\nb\nc"),
        ("<b>bold</b> and <i class='x'>more</i>", "bold and more"),
        ("<a href=\"https://x.test\">https://x.test</a>", "<https://x.test>"),
        ("<a href='https://x.test/a)b'>text</a>", "text"),
        ("<a href=JavaScript:alert(1)>text</a>", "text"),
        ("<a href=\"https://x.test/\nb\">t</a>", "t"),
        ("<a href=\"https://x.test\">a ] [ b</a>", "[a ) ( b](https://x.test)"),
        ("&lt;b&gt; &amp;lt; &#65;&#x42; &nope; &", "\\<b> &lt; AB &nope; &"),
        ("`<b>` ``<i>&amp;`` <b>x</b>", "`<b>` ``<i>&amp;`` x"),
        ("```\n<b>\n```", "```\n<b>\n```"),
        ("<script>let a = '<b>'</script >after", "after"),
        ("<!-- a --> b", " b"),
        ("<code>a</code></code> <code>b", "`a` `b`"),
        ("<pre>  a\n  b", "```\n  a\n  b\n```"),
        ("<id> <string> Map<K, V>", "<id> <string> Map<K, V>"),
        ("</ul></li></ol>x", "x"),
        ("<", "<"), ("<a", "<a"), ("<a href", "<a href"), ("<a href=", "<a href="), ("&#", "&#"), ("<!--", ""),
    ])
    func htmlBecomesMarkdown(text: String, expected: String) {
        #expect(Prose.plain(text) == expected)
    }

    @Test func cutsAtAParagraph() {
        let paragraph = String(repeating: "word ", count: 100)
        let text = Array(repeating: paragraph, count: 20).joined(separator: "\n\n")
        let cut = ProseLimit.cut(text, pointer: "/info")
        #expect(cut.utf8.count < ProseLimit.length + 100)
        #expect(cut.hasSuffix("word\n\nThe document says more at `#/info`."))
        #expect(ProseLimit.cut(paragraph, pointer: nil) == paragraph)
    }

    @Test(arguments: ["x", "é", "👩‍👩‍👧 ", "a\n", "```\n"])
    func cutsWhatHasNoParagraphs(part: String) {
        let cut = ProseLimit.cut(String(repeating: part, count: 5_000), pointer: nil)
        #expect(cut.utf8.count < ProseLimit.length + 100)
        #expect(cut.hasSuffix("\n\nThe document says more."))
        #expect(cut.split(separator: "\n").count { $0.hasPrefix("```") }.isMultiple(of: 2))
    }

    /// Each costs its length, not the square of it.
    @Test(
        .timeLimit(.minutes(10)),
        arguments: [
            "<a href=\"", "<pre>", "<script>", "`", "``` `` ", "<ul><li>", "&lt;", "<!--", "<p>A <b>word</b></p>",
            "<p>a\n\n",
        ])
    func costsItsLength(part: String) {
        #expect(!Prose.plain(String(repeating: part, count: 200_000) + "end").utf8.isEmpty || part == "<!--")
    }
}
