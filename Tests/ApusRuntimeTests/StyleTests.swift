import ApusRuntime
import Testing

/// The table of OpenAPI 3.2, "Style Examples", and the corresponding rows of RFC 6570, 3.2.
@Suite struct StyleTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let style: ParameterStyle
        let explode: Bool
        let string: String
        let array: String
        let object: String

        var testDescription: String { "\(style), explode \(explode)" }
    }

    static let queryRows = [
        Row(
            style: .form, explode: false, string: "color=blue", array: "color=blue,black,brown",
            object: "color=R,100,G,200,B,150"),
        Row(
            style: .form, explode: true, string: "color=blue", array: "color=blue&color=black&color=brown",
            object: "R=100&G=200&B=150"),
        Row(
            style: .spaceDelimited, explode: false, string: "color=blue", array: "color=blue%20black%20brown",
            object: "color=R%20100%20G%20200%20B%20150"),
        Row(
            style: .pipeDelimited, explode: false, string: "color=blue", array: "color=blue%7Cblack%7Cbrown",
            object: "color=R%7C100%7CG%7C200%7CB%7C150"),
        Row(
            style: .tabDelimited, explode: false, string: "color=blue", array: "color=blue%09black%09brown",
            object: "color=R%09100%09G%09200%09B%09150"),
        Row(
            style: .deepObject, explode: true, string: "color=blue",
            array: "color%5B%5D=blue&color%5B%5D=black&color%5B%5D=brown",
            object: "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
        Row(
            style: .json, explode: false, string: "color=%22blue%22",
            array: "color=%5B%22blue%22%2C%22black%22%2C%22brown%22%5D",
            object: "color=%7B%22R%22%3A100%2C%22G%22%3A200%2C%22B%22%3A150%7D"),
    ]

    static let pathRows = [
        Row(
            style: .simple, explode: false, string: "blue", array: "blue,black,brown", object: "R,100,G,200,B,150"),
        Row(style: .simple, explode: true, string: "blue", array: "blue,black,brown", object: "R=100,G=200,B=150"),
        Row(
            style: .label, explode: false, string: ".blue", array: ".blue,black,brown", object: ".R,100,G,200,B,150"),
        Row(
            style: .label, explode: true, string: ".blue", array: ".blue.black.brown", object: ".R=100.G=200.B=150"),
        Row(
            style: .matrix, explode: false, string: ";color=blue", array: ";color=blue,black,brown",
            object: ";color=R,100,G,200,B,150"),
        Row(
            style: .matrix, explode: true, string: ";color=blue", array: ";color=blue;color=black;color=brown",
            object: ";R=100;G=200;B=150"),
    ]

    @Test(arguments: queryRows) func query(_ row: Row) throws {
        let style = row.style
        let explode = row.explode
        #expect(try WireText.query { $0.query("color", "blue", style: style, explode: explode) } == row.string)
        #expect(try WireText.query { $0.query("color", WireText.colors, style: style, explode: explode) } == row.array)
        #expect(try WireText.query { $0.query("color", WireText.color, style: style, explode: explode) } == row.object)
    }

    @Test(arguments: pathRows) func path(_ row: Row) throws {
        func text(_ value: JSONValue) throws -> String {
            try WireText.path("/a/{color}/b") { $0.path("color", value, style: row.style, explode: row.explode) }
        }
        #expect(try text("blue") == "/a/\(row.string)/b")
        #expect(try text(["blue", "black", "brown"]) == "/a/\(row.array)/b")
        #expect(try text(WireText.color) == "/a/\(row.object)/b")
    }

    @Test func header() throws {
        #expect(try WireText.header("x-c") { $0.header("X-C", WireText.colors) } == "blue,black,brown")
        #expect(try WireText.header("x-c") { $0.header("X-C", WireText.color) } == "R,100,G,200,B,150")
        #expect(try WireText.header("x-c") { $0.header("X-C", WireText.color, explode: true) } == "R=100,G=200,B=150")
        #expect(try WireText.header("x-c") { $0.header("X-C", "50% a/b, ü") } == "50% a/b, ü")
        #expect(try WireText.header("x-c") { $0.header("X-C", ["a": 1] as JSONValue, style: .json) } == #"{"a":1}"#)
        #expect(try WireText.header("x-c") { $0.header("X-C", nil as String?) } == nil)
    }

    @Test func cookies() throws {
        let both = try WireText.header("cookie") {
            $0.cookie("session", "a b;c")
            $0.cookie("ids", [1, 2], explode: false)
        }
        #expect(both == "session=a%20b%3Bc; ids=1,2")
        #expect(try WireText.header("cookie") { $0.cookie("c", WireText.color) } == "R=100; G=200; B=150")
        #expect(try WireText.header("cookie") { $0.cookie("c", "a/b=", style: .cookie) } == "c=a/b=")
        #expect(WireText.problem { $0.cookie("c", "a;b", style: .cookie) } == "cookie c: a cookie cannot hold ';'")
    }

    @Test func deepObjectNests() throws {
        let filter: JSONValue = [
            "name": "A&B", "range": ["gte": 1, "lt": nil], "tags": ["x", "y"], "items": [["id": 1], ["id": 2]],
        ]
        let text = try WireText.query { $0.query("filter", filter, style: .deepObject) }
        #expect(
            text == "filter%5Bname%5D=A%26B&filter%5Brange%5D%5Bgte%5D=1"
                + "&filter%5Btags%5D%5B%5D=x&filter%5Btags%5D%5B%5D=y"
                + "&filter%5Bitems%5D%5B0%5D%5Bid%5D=1&filter%5Bitems%5D%5B1%5D%5Bid%5D=2")
    }

    @Test func emptyAndAbsent() throws {
        #expect(try WireText.query { $0.query("a", "") } == "a=")
        #expect(try WireText.query { $0.query("a", nil as String?) } == "")
        #expect(try WireText.query { $0.query("a", [] as [String]) } == "")
        #expect(try WireText.query { $0.query("a", [] as [String], explode: false) } == "")
        #expect(try WireText.query { $0.query("a", [] as [String], allowEmptyValue: true) } == "a=")
        #expect(try WireText.query { $0.query("a", JSONValue.null) } == "")
        #expect(try WireText.query { $0.query("a", ["x", nil, "y"] as [String?]) } == "a=x&a=y")
    }

    @Test func scalars() throws {
        #expect(try WireText.query { $0.query("a", true) } == "a=true")
        #expect(try WireText.query { $0.query("a", 1.5) } == "a=1.5")
        #expect(try WireText.query { $0.query("a", Int64.min) } == "a=-9223372036854775808")
        #expect(try WireText.query { $0.query("a", [["b": 1]] as JSONValue) } == "a=%7B%22b%22%3A1%7D")
    }

    @Test func wholeQuery() throws {
        let value: JSONValue = ["q": "a b", "n": [1, 2]]
        #expect(try WireText.query { $0.queryString(value) } == "q=a+b&n=1&n=2")
        let json = try WireText.query { $0.queryString(["a": 1] as JSONValue, contentType: "application/json") }
        #expect(json == "%7B%22a%22%3A1%7D")
    }
}
