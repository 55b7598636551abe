import Foundation
import Testing

@testable import ApusCodec
@testable import ApusRuntime

/// A letter with very many combining marks, wherever text of a server is compared, hashed or split. Swift's `String`
/// sorts the marks first, in quadratic time: a quarter of a minute for this number, and most tests below would do it
/// several times.
@Suite(.timeLimit(.minutes(10))) struct CombiningMarkTests {
    /// `e`, then an acute accent and a dot below in turn, which are in the wrong order.
    static let marked = "e" + String(repeating: "\u{301}\u{323}", count: 80_000)
    /// A suffix that requires comparing two of them to their ends.
    private static let other = marked + "\u{301}"

    /// Closed enumerations are Swift enums.
    enum Size: String, APIClosedEnum {
        case small, large

        static var placeholder: Size { .small }
    }

    /// As the generator prints it.
    enum Tint: APIEnum {
        case red
        case unknown(String)

        init(rawValue: String) {
            switch ByteText(rawValue) {
            case "red": self = .red
            default: self = .unknown(rawValue)
            }
        }

        var rawValue: String {
            switch self {
            case .red: "red"
            case .unknown(let value): value
            }
        }

        static var allCases: [Tint] { [.red] }
    }

    @Test func headers() throws {
        let fields: HTTPFields = [
            .contentType: "text/plain; charset=\(Self.marked)", .retryAfter: Self.marked, .location: Self.marked,
            .setCookie: "a=\(Self.marked)", .init("Link")!: "<\(Self.marked)>; rel=\(Self.marked), </2>; rel=next",
            .init("X-List")!: "\(Self.marked),\(Self.other)", .wwwAuthenticate: "Bearer \(Self.marked)=\(Self.marked)",
        ]
        #expect(LinkHeader.next(in: fields) == "/2")
        #expect(RetryAfter.duration(in: fields) == nil)
        #expect(ContentType(Self.marked + "/json") == nil)
        #expect(HeaderParameters(fields[.contentType] ?? "")["charset"]?.utf8.count == Self.marked.utf8.count)
        #expect(BodyText.decode(Array("x".utf8), contentType: fields[.contentType]) == nil)
        let list: [Tint]? = fields.list("X-List")
        #expect(list?.count == 2)
        #expect(list?.first != list?.last)
        #expect(Set(list ?? []).count == 2)
        let object: JSONValue? = fields.object("X-List", explode: true)
        #expect(object?.object?.count == 2)
        #expect(BearerChallenge(fields[.wwwAuthenticate] ?? "")["scope"] == nil)
    }

    @Test func locations() throws {
        let request = HTTPRequest(method: .get, scheme: "https", authority: "a.test", path: "/x")
        let path = try #require(RedirectTarget("/y/../\(Self.marked)?\(Self.marked)", from: request)?.path)
        #expect(path.hasPrefix("/e%CC%81%CC%A3"))
        #expect(RedirectTarget("https://\(Self.marked).test/", from: request) == nil)
        #expect(RedirectTarget("\(Self.marked)://a.test/", from: request)?.authority == "a.test")
    }

    @Test func cookies() throws {
        let request = HTTPRequest(method: .get, scheme: "https", authority: "a.test", path: "/")
        let jar = CookieJar(now: { 0 })
        let line = "\(Self.marked.prefixBytes(1_000))=1; Domain=\(Self.marked); Path=/\(Self.marked); \(Self.marked)=1"
        jar.store(HTTPFields([HTTPField(name: .setCookie, value: line)]), from: request)
        #expect(jar.cookies.count == 1)
        jar.store([.setCookie: "\(Self.marked)=1"], from: request)
        #expect(jar.cookies.count == 1)
    }

    @Test func enumerations() throws {
        let texts = Self.json([Self.marked, Self.other, "red"])
        let tints = try JSONDecoding.decode([Tint].self, from: texts)
        #expect(tints[0] != tints[1] && tints[2] == .red && Set(tints).count == 3)
        #expect(RawValueTable<Tint>()[Self.marked] == nil)
        #expect(RawValueTable<Tint>()["red"] == .red)
        let problem = #expect(throws: DecodingProblem.self) { try JSONDecoding.decode([Size].self, from: texts) }
        #expect(problem?.expected == "one of small, large")
    }

    /// Canonical equivalence is not equality: JSON has code points.
    @Test func valuesAreComparedByTheirBytes() {
        #expect(JSONValue.string("\u{E9}") != .string("e\u{301}"))
        let object: JSONObject = ["\u{E9}": 1, "e\u{301}": 2]
        #expect(object.count == 2)
        #expect(object["e\u{301}"] == 2)
        #expect(Tint(rawValue: "\u{E9}") != Tint(rawValue: "e\u{301}"))
        #expect(Set([ByteText("\u{E9}"), "e\u{301}"]).count == 2)
    }

    @Test func memberNames() throws {
        let body = Array(#"{"\#(Self.marked)":1,"\#(Self.other)":2,"\#(Self.marked)":3}"#.utf8)
        let tree = try JSONValue(json: body)
        #expect(tree.object?.count == 2)
        #expect(tree[Self.marked] == 3)
        #expect(try JSONValue(json: body) == tree)
        #expect(try JSONDecoding.surprises(in: body, as: JSONValue.self).count == 1)
        #expect(JSONLookup(body)?.value(at: "/x") == nil)
    }

    /// A dictionary of Swift's has `String` for its keys, whatever is done here.
    @Test func keysOfDictionariesHaveABound() throws {
        let problem = #expect(throws: DecodingProblem.self) {
            try JSONDecoding.decode([String: Int].self, from: Array(#"{"\#(Self.marked)":1}"#.utf8))
        }
        #expect(problem?.expected == "a name of at most 128 combining marks in a row")
        #expect((problem?.description.utf8.count ?? 0) < 400)
        let name = String(repeating: "e" + String(repeating: "\u{301}\u{323}", count: 60), count: 200)
        let read = try JSONDecoding.decode([String: Int].self, from: Array(#"{"\#(name)":1}"#.utf8))
        #expect(read[name] == 1)
        // Each of these is two marks (UAX #15, section 20.1).
        let pairs = String(repeating: "\u{F73}", count: 1_000)
        #expect(throws: DecodingProblem.self) {
            try JSONDecoding.decode([String: Int].self, from: Array(#"{"\#(pairs)":1}"#.utf8))
        }
    }

    @Test func unions() throws {
        let alternatives: [UnionAlternative] = [
            .object(required: ["kind"], constants: ["kind": "dog"]), .object(required: ["name"], known: ["kind"]),
        ]
        let body = Array(#"{"kind":"\#(Self.marked)","name":"\#(Self.marked)","\#(Self.marked)":1}"#.utf8)
        let choice = try JSONDecoding.decode(Choice.self, from: body)
        #expect(choice.name?.utf8.count == Self.marked.utf8.count)
        #expect(alternatives.count == 2)
    }

    /// The text of a discriminator.
    private struct Choice: UnionCoding, APIValue {
        let name: String?

        init(from value: inout ValueReader) {
            self = value.choose(by: "kind") { name, value in
                switch name {
                case "dog", "cat": Choice(name: nil)
                case nil: Choice(name: nil)
                default: Choice(name: name?.text)
                }
            }
        }

        init(name: String?) { self.name = name }

        func write(to value: inout ValueWriter) { value.writeNull() }
    }

    @Test func formsAndParts() throws {
        let form = try FormDecoder.decode(Array("\(Self.marked)=1&\(Self.other)=2&\(Self.marked)=3".utf8))
        #expect(form.object?.count == 2)
        let part = """
            --b\r
            Content-Disposition: form-data; name="\(Self.marked)"; \(Self.marked)=1\r
            \(Self.marked): 1\r
            Content-Type: \(Self.marked)\r
            \r
            x\r
            --b--\r

            """
        let decoder = MultipartDecoder(Array(part.utf8), contentType: "multipart/form-data; boundary=b")
        #expect(try decoder?.decode()?.tree.object?.count == 1)
    }

    @Test func events() async throws {
        let body = Array("\(Self.marked): 1\nevent: \(Self.marked)\ndata: \(Self.marked)\n\n".utf8)
        let source = EventSource(body: ByteStream(body), limit: 8 << 20, resume: nil)
        var names: [String?] = []
        for try await event in EventStream<String>(source, terminator: "[DONE]") { names.append(event.name) }
        #expect(names.count == 1)
    }

    @Test func constraints() throws {
        let value: JSONValue = .object([Self.marked: .string(Self.other)])
        let schema = try JSONValue(
            json: """
                {"required":["a"],"propertyNames":{"maxLength":5},"properties":{"a":{"const":"x"}},
                "additionalProperties":{"enum":["a","b"],"pattern":"^e+$"},"dependentRequired":{"b":["a"]}}
                """)
        #expect(!ConstraintChecker.accepts(value, schema))
    }

    @Test func webhooksAndRedirects() {
        let payload = WebhookPayload(bytes: Array(#"{"a":"\#(Self.marked)"}"#.utf8), contentType: "application/json")
        #expect(payload.name(among: ["a", "b"]) == nil)
        #expect(payload.name(among: ["a", "b"], at: "/a") == nil)
        let authorization = OAuthAuthorization(
            url: "", state: SecretString("s"), pkce: nil, redirectURI: nil, scopes: [])
        #expect(throws: OAuthProblem.self) {
            try authorization.code(in: "/?\(Self.marked)=\(Self.marked)&state=\(Self.marked)#\(Self.marked)")
        }
    }

    private static func json(_ texts: [String]) -> [UInt8] {
        Array(("[" + texts.map { "\"\($0)\"" }.joined(separator: ",") + "]").utf8)
    }
}

extension String {
    fileprivate func prefixBytes(_ count: Int) -> String { String(decoding: utf8.prefix(count), as: UTF8.self) }
}
