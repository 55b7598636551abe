import Testing

@testable import ApusRuntime

/// The handling of odd input by the parts of paging.
@Suite struct PagingRuleTests {
    @Test(arguments: [
        (#"<https://a.test/x?p=2>; rel="next""#, "https://a.test/x?p=2"),
        (#"<a>; rel=prev, <b>; rel=next"#, "b"),
        (#"<a>; title="<z>; rel=\"next\", x"; rel="prev" , <b>;REL="Next""#, "b"),
        (#"<a>; rel="prev"; rel="next""#, nil),
        (#"<a>;rel=" start  next ""#, "a"),
        (#", ,<a>; flag ; rel="next";"#, "a"),
        (#"<a; rel="next""#, nil), ("", nil), ("<>; rel=next", nil), (#"<a>; rel="next"#, "a"), ("a; rel=next", nil),
    ])
    func linkHeader(_ text: String, _ expected: String?) throws {
        let name = try #require(HTTPField.Name("Link"))
        #expect(LinkHeader.next(in: [name: text]) == expected)
    }

    @Test func severalLinkHeaders() throws {
        let name = try #require(HTTPField.Name("Link"))
        var headers = HTTPFields()
        headers.append(HTTPField(name: name, value: "<a>; rel=prev"))
        headers.append(HTTPField(name: name, value: "<b>; rel=next"))
        #expect(LinkHeader.next(in: headers) == "b")
    }

    @Test(arguments: [
        ("", #"{"a":[{"b":1},{"b":2}],"x/y":{"~":"t"},"a":[{"b":3},null]}"#), ("/a/0/b", "3"), ("/a/1", "null"),
        ("/x~1y/~0", #""t""#), ("/a/2", nil), ("/a/-", nil), ("/b", nil), ("/a/0/b/c", nil), ("/a/00", nil),
    ])
    func pointers(_ pointer: String, _ expected: String?) throws {
        let text = #"{"a": [{"b": 1}, {"b": 2}], "x/y": {"~": "t"}, "\u0061": [{"b": 3}, null]}"#
        let lookup = try #require(JSONLookup(Array(text.utf8)))
        if pointer.isEmpty {
            #expect(lookup.value(at: "")?["a"]?[0]?["b"] == 3)
        } else {
            #expect(lookup.value(at: pointer)?.description == expected)
        }
    }

    @Test func lastElements() throws {
        let lookup = try #require(JSONLookup(Array(#"{"a": [{"id": 1}, {"id": "x"}], "b": [], "c": {}}"#.utf8)))
        #expect(lookup.lastElement(of: "/a", at: "/id") == "x")
        #expect(lookup.lastElement(of: "/b", at: "/id") == nil)
        #expect(lookup.lastElement(of: "/c", at: "") == nil)
        #expect(JSONLookup(Array("[1".utf8)) == nil)
    }

    @Test(arguments: ["4", #""abc""#, #""https://a.test/?p=\"1\"""#, "-3", "1.50"])
    func positionsAreSaved(_ text: String) throws {
        let position = try #require(PagePosition(text))
        #expect(position.description == text)
    }

    @Test(arguments: ["", "null", "{}", "[1]", "true", #""""#, "abc"]) func otherTextsAreNoPositions(_ text: String) {
        #expect(PagePosition(text) == nil)
    }

    /// Numbers from a server or from saved text never overflow.
    @Test(arguments: [Int.max, Int.min, 0, -1]) func extremeNumbers(_ number: Int) {
        for style in [PagingRule.Style.pageNumber(.query("p")), .offset(.query("o"))] {
            for total in [Int.max, Int.min] {
                let info = PageInfo(
                    rule: PagingRule(style, total: "/total", pages: "/pages"), number: number, itemCount: 2,
                    itemsSoFar: nil, headers: [:], bytes: Array(#"{"total": \#(total), "pages": \#(total)}"#.utf8))
                #expect((try? info.next.get()) != PagePosition(number))
            }
        }
    }
}
