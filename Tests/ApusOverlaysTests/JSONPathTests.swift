import ApusSource
import Testing

@testable import ApusOverlays

struct JSONPathTests {
    private static let store = """
        {"store": {"book": [
          {"category": "reference", "author": "Nigel Rees", "price": 8.95},
          {"category": "fiction", "author": "Evelyn Waugh", "price": 12.99},
          {"category": "fiction", "author": "Herman Melville", "isbn": "0-553", "price": 8.99},
          {"category": "fiction", "author": "J. R. R. Tolkien", "isbn": "0-395", "price": 22.99}],
          "bicycle": {"color": "red", "price": 399}}}
        """

    /// The selected nodes, as normalized paths.
    private func select(_ path: String, in text: String) throws -> [String] {
        let files = SourceFiles()
        let root = try files.parse(files.add(path: "a.json", bytes: Array(text.utf8)))
        return try #require(JSONPath(path).select(in: root)).map(\.normalizedPath)
    }

    /// RFC 9535 section 1.5.
    @Test(arguments: [
        ("$.store.book[*].author", (0...3).map { "$['store']['book'][\($0)]['author']" }),
        ("$..author", (0...3).map { "$['store']['book'][\($0)]['author']" }),
        ("$.store.*", ["$['store']['book']", "$['store']['bicycle']"]),
        ("$.store..price", (0...3).map { "$['store']['book'][\($0)]['price']" } + ["$['store']['bicycle']['price']"]),
        ("$..book[2]", ["$['store']['book'][2]"]), ("$..book[-1]", ["$['store']['book'][3]"]),
        ("$..book[0,1]", ["$['store']['book'][0]", "$['store']['book'][1]"]),
        ("$..book[:2]", ["$['store']['book'][0]", "$['store']['book'][1]"]),
        ("$..book[?@.isbn]", ["$['store']['book'][2]", "$['store']['book'][3]"]),
        ("$..book[?@.price<10]", ["$['store']['book'][0]", "$['store']['book'][2]"]),
        ("$", ["$"]), ("$.store.book[0].price.x", []),
        ("$ .store ['bicycle']\n.color", ["$['store']['bicycle']['color']"]),
    ])
    func selectsFromTheStore(_ path: String, _ expected: [String]) throws {
        #expect(try select(path, in: Self.store) == expected)
    }

    @Test func descendsInDocumentOrder() throws {
        #expect(try select("$..*", in: Self.store).count == 23)
        let text = #"{"o": {"j": 1, "k": 2}, "a": [5, 3, [{"j": 4}, {"k": 6}]]}"#
        #expect(try select("$..j", in: text) == ["$['o']['j']", "$['a'][2][0]['j']"])
        #expect(try select("$..[0]", in: text) == ["$['a'][0]", "$['a'][2][0]"])
        #expect(try select("$.a..[0, 1]", in: text) == ["$['a'][0]", "$['a'][1]", "$['a'][2][0]", "$['a'][2][1]"])
        #expect(try select("$.o[*, *]", in: text) == ["$['o']['j']", "$['o']['k']", "$['o']['j']", "$['o']['k']"])
    }

    /// RFC 9535 section 2.3.4.3, over `["a", … "g"]`.
    @Test(arguments: [
        ("1:3", [1, 2]), ("5:", [5, 6]), ("1:5:2", [1, 3]), ("5:1:-2", [5, 3]), ("::-1", [6, 5, 4, 3, 2, 1, 0]),
        ("-2:", [5, 6]), (":-5", [0, 1]), ("0:0", []), ("::0", []), ("7:", []), ("-100:100", [0, 1, 2, 3, 4, 5, 6]),
        (" 1 : 3 : 1 ", [1, 2]), ("-1:-4:-1", [6, 5, 4]), ("100::-3", [6, 3, 0]), (":", [0, 1, 2, 3, 4, 5, 6]),
    ])
    func slices(_ slice: String, _ expected: [Int]) throws {
        #expect(try select("$[\(slice)]", in: #"["a", "b", "c", "d", "e", "f", "g"]"#) == expected.map { "$[\($0)]" })
    }

    /// RFC 9535 section 2.3.5.3 and others; the expected indexes refer to `$.a`.
    @Test(
        arguments: [
            ("@.b == 'kilo'", [9]), ("(@.b == 'kilo')", [9]), ("@>3.5", [1, 4, 5]), ("@.b", [6, 7, 8, 9]),
            ("!@.b", [0, 1, 2, 3, 4, 5]),
            ("@<2 || @.b == \"k\"", [2, 7]), ("match(@.b, \"[jk]\")", [6, 7]), ("search(@.b, \"[jk]\")", [6, 7, 9]),
            ("@ == @", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]), ("@.x == @.y", [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
            ("@.b != 'j'", [0, 1, 2, 3, 4, 5, 7, 8, 9]),
            ("@ > 1 && @ < 4", [0, 3]), ("!(@ > 1) && !@.b", [2]), ("length(@.b) == 4", [9]),
            ("count(@.*) == 1", [6, 7, 8, 9]),
            ("value(@..b) == 'j'", [6]), ("@ == $.a[0]", [0]), ("@.b == {}", nil), ("@ <= 3", [0, 2, 3]),
            ("@ >= 5.0", [1, 4]),
            ("@['b'] == 'k'", [7]), ("length(@) > 9", []), ("@ == null || @ == true", []),
            ("length(value($.a[9].b)) == 4 && @ == 1", [2]),
        ] as [(String, [Int]?)])
    func filters(_ condition: String, _ expected: [Int]?) throws {
        let text = #"{"a": [3, 5, 1, 2, 7, 4, {"b": "j"}, {"b": "k"}, {"b": {}}, {"b": "kilo"}]}"#
        guard let expected else {
            #expect(throws: JSONPathError.self) { try JSONPath("$.a[?\(condition)]") }
            return
        }
        #expect(try select("$.a[?\(condition)]", in: text) == expected.map { "$['a'][\($0)]" })
    }

    @Test func comparesNothingAndValues() throws {
        let text = #"{"obj": {"x": "y"}, "arr": [2, 3], "list": [1, 1.0, "1", null, true, {"x": "y"}, [2, 3]]}"#
        #expect(try select("$.list[?@ == 1]", in: text) == ["$['list'][0]", "$['list'][1]"])
        #expect(try select("$.list[?@ == $.obj]", in: text) == ["$['list'][5]"])
        #expect(try select("$.list[?@ == $.arr]", in: text) == ["$['list'][6]"])
        #expect(try select("$.list[?@ == null]", in: text) == ["$['list'][3]"])
        #expect(try select("$.list[?$.absent1 == $.absent2 && @ == true]", in: text) == ["$['list'][4]"])
        #expect(try select("$.list[?$.absent1 <= $.absent2 && @ == true]", in: text) == ["$['list'][4]"])
        #expect(try select("$.list[?@ < '2']", in: text) == ["$['list'][2]"])
        #expect(try select("$.list[?$.obj <= $.obj && @ == true]", in: text) == ["$['list'][4]"])
        #expect(try select("$.list[?$.obj < $.obj]", in: text).isEmpty)
    }

    @Test func readsNames() throws {
        let text = #"{"a-b": 1, "ü": 2, "it's": 3, "\"": 4, "\n": 5, "😀": 6, "x": {"/p": 7}, "$ref": 8}"#
        #expect(try select("$.a-b", in: text) == ["$['a-b']"])
        #expect(try select("$.ü", in: text) == ["$['ü']"])
        #expect(try select("$['it\\'s', \"it's\"]", in: text) == ["$['it\\'s']", "$['it\\'s']"])
        #expect(try select("$['\"']", in: text) == ["$['\"']"])
        #expect(try select("$['\\n', '\\u000a']", in: text) == ["$['\\n']", "$['\\n']"])
        #expect(try select("$['\\ud83d\\ude00', '\\uD83D\\uDE00']", in: text) == ["$['😀']", "$['😀']"])
        #expect(try select("$.x['/p']", in: text) == ["$['x']['/p']"])
        #expect(try select("$['$ref']", in: text) == ["$['$ref']"])
    }

    @Test(arguments: [
        "", "store", "$.", "$..", "$x", "$ ", " $", "$[", "$[]", "$['a'", "$['a]", "$.1", "$.-a", "$.'a'", "$[01]",
        "$[-0]", "$[1.0]",
        "$[9007199254740992]", "$[1:2:3:4]", "$['\\q']", "$['\\\"']", "$[\"\\'\"]", "$['\\ud800']", "$['\\udc00']",
        "$['\\u12']",
        "$['\n']", "$. a", "$.. a", "$[a]", "$[?]", "$[?1]", "$[?'a']", "$[?true]", "$[?@.a ==]", "$[?@.a = 1]",
        "$[?@.a == 1 &&]",
        "$[?(@.a]", "$[?!@.a == 1]", "$[?@.* == 1]", "$[?@..a == 1]", "$[?@[0,1] == 1]", "$[?length(@.a)]",
        "$[?length(@.*) == 1]",
        "$[?count(1) == 1]", "$[?count(@.a, @.b) == 1]", "$[?match(@.a, 'x') == true]", "$[?match(@.a)]",
        "$[?length (@.a) == 1]",
        "$[?foo(@)]", "$[?@.a == 01]", "$[?@.a == 1.]", "$[?@.a == .5]", "$[?@.a == 1e]", "$[?@.a == nul]",
        "$[?@.a == True]",
        "$[?(@.a) == 1]", "$[?@.a == (1)]", "$.a b", "$[1 2]", "$[,1]", "$[1,]", "$[?@.a == [1]]",
    ])
    func refuses(_ path: String) {
        #expect(throws: JSONPathError.self) { try JSONPath(path) }
    }

    @Test func deepConditionsAreRefused() {
        let levels = 100_000
        for (open, close) in [("(", ")"), ("!(", ")"), ("@[?", "]"), ("length(", ")")] {
            let path =
                "$[?" + String(repeating: open, count: levels) + "@" + String(repeating: close, count: levels) + "]"
            #expect(throws: JSONPathError.self) { try JSONPath(path) }
        }
    }

    /// Each `..*` multiplies the number of visited nodes.
    @Test func endlessSearchesAreGivenUp() throws {
        let text = String(repeating: "[", count: 200) + String(repeating: "]", count: 200)
        let files = SourceFiles()
        let root = try files.parse(files.add(path: "a.json", bytes: Array(text.utf8)))
        #expect(try JSONPath("$..*..*").select(in: root)?.count == 19_701)
        #expect(try JSONPath("$..*..*..*..*..*..*").select(in: root) == nil)
    }
}
