import ApusRuntime
import Testing

/// Percent-encoding by location: RFC 3986, RFC 6570, WHATWG URL 5.2.
@Suite struct EscapingTests {
    static let everything = " !\"#$%&'()*+,-./0:;<=>?@A[\\]^_`a{|}~ü€😀"

    @Test func path() throws {
        let text = try WireText.path("/a/{v}") { $0.path("v", Self.everything) }
        #expect(
            text == "/a/%20%21%22%23%24%25%26%27%28%29%2A%2B%2C-.%2F0%3A%3B%3C%3D%3E%3F%40A%5B%5C%5D%5E_%60a%7B%7C%7D~"
                + "%C3%BC%E2%82%AC%F0%9F%98%80")
    }

    @Test func query() throws {
        let text = try WireText.query { $0.query("a[b] c", Self.everything) }
        #expect(
            text == "a%5Bb%5D%20c=%20%21%22%23%24%25%26%27%28%29%2A%2B%2C-.%2F0%3A%3B%3C%3D%3E%3F%40A%5B%5C%5D%5E_%60a"
                + "%7B%7C%7D~%C3%BC%E2%82%AC%F0%9F%98%80")
    }

    @Test func delimitersInValues() throws {
        #expect(try WireText.query { $0.query("a", ["x,y", "z|"], explode: false) } == "a=x%2Cy,z%7C")
        #expect(try WireText.query { $0.query("phone", "+1 415") } == "phone=%2B1%20415")
    }

    @Test func reserved() throws {
        let text = try WireText.query { $0.query("u", "https://a.b/c?d=e&f#g[0] +%41%zz", allowReserved: true) }
        #expect(text == "u=https://a.b/c?d=e%26f%23g%5B0%5D%20%2B%41%25zz")
        #expect(try WireText.path("/f/{p}") { $0.path("p", "a/b c?d", allowReserved: true) } == "/f/a/b%20c%3Fd")
    }

    @Test func form() async throws {
        let value: JSONValue = [
            "text": "a b+c~*&=\r\nü", "list": [1, 2], "object": ["k": "v"], "empty": "", "nothing": nil, "flag": true,
        ]
        let text = try await WireText.body { $0.form(value) }
        #expect(
            text == "text=a+b%2Bc%7E*%26%3D%0D%0A%C3%BC&list=1&list=2&object=%7B%22k%22%3A%22v%22%7D&empty="
                + "&nothing=&flag=true")
        let type = try WireText.header("content-type") { $0.form(value) }
        #expect(type == "application/x-www-form-urlencoded")
    }

    @Test func formParts() async throws {
        let value: JSONValue = ["deep": ["a": ["b": 1]], "csv": ["x", "y"], "json": [1], "url": "http://a/b"]
        let parts = [
            "deep": FormPart(style: .deepObject), "csv": FormPart(explode: false), "json": FormPart(style: .json),
            "url": FormPart(allowReserved: true),
        ]
        let text = try await WireText.body { $0.form(value, parts: parts) }
        #expect(text == "deep%5Ba%5D%5Bb%5D=1&csv=x,y&json=%5B1%5D&url=http://a/b")
    }

    @Test(arguments: ["\r\nX-Evil: 1", "a\nb", "a\rb", "a\u{0}b", "a\u{7f}"])
    func headersTakeNoInjection(_ value: String) {
        #expect(
            WireText.problem { $0.header("X-Name", value) }?.hasPrefix("header X-Name: a header cannot hold") == true)
        #expect(WireText.problem { $0.header("X-Name", ["ok", value]) } != nil)
        #expect(WireText.problem { $0.json("x", contentType: "text/\(value)") } != nil)
        #expect(WireText.problem { $0.cookie("c", value, style: .cookie) } != nil)
    }

    @Test func headerNames() {
        #expect(WireText.problem { $0.header("X Name", "v") } == "header X Name: this is no name for a header")
        #expect(WireText.problem { $0.header("", "v") } != nil)
    }

    @Test func nothingLeavesPathOrQuery() throws {
        let text = try WireText.path("/a/{v}") {
            $0.path("v", "x\r\n\u{0}/../y")
            $0.query("q", "1\r\n\u{0}&r=2#f")
        }
        #expect(text == "/a/x%0D%0A%00%2F..%2Fy?q=1%0D%0A%00%26r%3D2%23f")
    }

    @Test(arguments: [".", "..", ""])
    func pathValuesThatLeadElsewhere(_ value: String) {
        let problem = WireText.problem({ $0.path("id", value) }, path: "/pets/{id}/toys")
        #expect(problem?.hasPrefix("path parameter id: ") == true)
        #expect(WireText.problem({ $0.path("id", value) }, path: "/pets/{id}.json") == nil)
        #expect(WireText.problem({ $0.path("id", "a/\(value)/b", allowReserved: true) }, path: "/{id}") != nil)
    }

    @Test func encodedDots() {
        #expect(WireText.problem({ $0.path("id", "%2e%2E", allowReserved: true) }, path: "/pets/{id}") != nil)
        #expect(WireText.problem({ $0.path("id", "", style: .label) }, path: "/pets/{id}") != nil)
        #expect(WireText.problem({ $0.path("id", [] as [Int]) }, path: "/pets/{id}") != nil)
        #expect(WireText.problem({ $0.path("id", "...") }, path: "/pets/{id}") == nil)
    }

    @Test func pathTemplates() throws {
        #expect(WireText.problem({ _ in }, path: "/pets/{id}") == "path parameter id: it has no value")
        let twice = try WireText.path("/{a}/{b}-{a}") {
            $0.path("a", 1)
            $0.path("b", "{a}")
        }
        #expect(twice == "/1/%7Ba%7D-1")
        let fixed = try WireText.path("/x?Action=List#part") { $0.query("page", 2) }
        #expect(fixed == "/x?Action=List&page=2")
    }

    @Test func numbersThatHaveNoForm() {
        #expect(WireText.problem { $0.query("n", Double.nan) } == "query parameter n: NaN has no form in JSON")
        #expect(WireText.problem { $0.json([1, .infinity] as [Double]) }?.hasPrefix("body") == true)
    }

    struct Draft: APIObject {
        var title: String
        var createdBy: String

        init(title: String, createdBy: String) {
            self.title = title
            self.createdBy = createdBy
        }

        init(from object: inout ObjectReader) {
            title = object.required("title")
            createdBy = object.required("created_by")
        }

        func write(to object: inout ObjectWriter) {
            object.write("title", title)
            object.writeReadOnly("created_by", createdBy)
        }
    }

    @Test func readOnlyMembersStayHere() async throws {
        let draft = Draft(title: "T", createdBy: "me")
        #expect(try await WireText.body { $0.form(draft) } == "title=T")
        #expect(try await WireText.body { $0.json(draft) } == #"{"title":"T"}"#)
        #expect(try WireText.query { $0.query("d", draft, style: .deepObject) } == "d%5Btitle%5D=T")
    }
}
