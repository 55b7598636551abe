import Testing

@testable import ApusCodec
@testable import ApusRuntime

/// Checking costs as much as the values that are checked, not the square of their number.
@Suite(.timeLimit(.minutes(10))) struct ValidationGrowthTests {
    struct Item: APIObject, APIConstrained {
        static var constraints: StaticString {
            #"{"properties":{"name":{"maxLength":5,"pattern":"^(a+)+$"},"tone":{"minLength":1}}}"#
        }

        var name: String
        var tone: CombiningMarkTests.Tint?
        var items: [Item]?

        init(from object: inout ObjectReader) {
            name = object.required("name")
            tone = object.optional("tone")
            items = object.optional("items")
        }

        func write(to object: inout ObjectWriter) {
            object.write("name", name)
            object.write("tone", tone)
            object.write("items", items)
        }
    }

    private static let count = 30_000

    @Test func manyItems() throws {
        let body = Self.list(of: #"{"name":"aaa","tone":"red"}"#)
        let items = try JSONDecoding.decodeStrictly([Item].self, from: body)
        #expect(items.count == Self.count)
        try items.validate()
    }

    @Test func manyViolations() throws {
        let body = Self.list(of: #"{"name":"bbbbbb","tone":"blue","shoe":1}"#)
        let items = try JSONDecoding.decode([Item].self, from: body)
        let violations = items.violations()
        #expect(violations.count == 1_000)
        #expect(violations[0].description == "[0].name: at most 5 characters (maxLength)")
        #expect(violations[1].description == "[0].name: text like `^(a+)+$` (pattern)")
        #expect(violations[999].description == "[499].name: text like `^(a+)+$` (pattern)")
        let surprises = try JSONDecoding.surprises(in: body, as: [Item].self)
        #expect(surprises.count == 2_000)
        #expect(surprises[0].description == "[0].shoe: no member of this name (additionalProperties)")
        #expect(surprises[1_000].description == "[0].tone: a value that the document names (enum)")
    }

    /// Nested models: the tree for checking the outer one contains the trees of the inner ones.
    @Test func modelsInModels() throws {
        var text = Self.text(of: #"{"name":"aaa"}"#, 20_000)
        for _ in 0..<30 { text = #"[{"name":"aaa","items":\#(text)}]"# }
        let items = try JSONDecoding.decode([Item].self, from: Array(text.utf8))
        #expect(items.violations().isEmpty)
        text = text.replacing(#"{"name":"aaa"}]"#, with: #"{"name":"b"}]"#)
        let violations = try JSONDecoding.decode([Item].self, from: Array(text.utf8)).violations()
        #expect(violations.map(\.keyword) == ["pattern"])
        #expect(violations[0].path.hasSuffix(".items[0].items[19999].name"))
    }

    /// A path is as long as its names; each of these would be a megabyte.
    @Test func longNames() throws {
        let name = String(repeating: "n", count: 1 << 20)
        let body = Array(#"{"\#(name)":\#(Self.text(of: #"{"name":"b"}"#, 20_000))}"#.utf8)
        let violations = try JSONDecoding.decode([String: [Item]].self, from: body).violations()
        #expect(violations.count == 1_000)
        #expect(violations[7].path.hasSuffix("n…[7].name"))
        #expect(violations.allSatisfy { $0.path.utf8.count < 200 })
        #expect(try JSONDecoding.surprises(in: body, as: [String: [Item]].self).count == 1_000)
    }

    /// Takes hours where alternatives are tried one by one.
    @Test func patternsTakeLinearTime() {
        let schema: JSONValue = ["pattern": "^(a+)+$"]
        let text = String(repeating: "a", count: 100_000)
        #expect(ConstraintChecker.accepts(.string(text), schema))
        #expect(!ConstraintChecker.accepts(.string(text + "!"), schema))
    }

    /// Patterns without a set of states are not checked, and neither are members that they may match.
    @Test func whatCannotBeCheckedPasses() {
        #expect(ConstraintChecker.accepts("x", ["pattern": "^(?=a)"]))
        let schema: JSONValue = ["patternProperties": ["^(?=a)": false], "additionalProperties": false]
        #expect(ConstraintChecker.accepts(["a": 1, "b": 2], schema))
    }

    private static func list(of item: String) -> [UInt8] { Array(text(of: item, count).utf8) }

    private static func text(of item: String, _ count: Int) -> String {
        "[" + Array(repeating: item, count: count).joined(separator: ",") + "]"
    }
}
