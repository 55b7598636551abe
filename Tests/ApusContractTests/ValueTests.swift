import ApusContract
import ApusSource
import Testing

/// Bodies against schemas, and that the overlay accepts each difference.
struct ValueTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let schema: String
        let body: String
        let lines: [String]
        var testDescription: String { schema + " ← " + body }

        init(_ schema: String, _ body: String, _ lines: String...) {
            (self.schema, self.body, self.lines) = (schema, body, lines)
        }
    }

    static let components = """
        Cat: { type: object, required: [kind, name], properties: { kind: { type: string }, name: { type: string }, lives: { type: integer } } }
        Dog: { type: object, required: [kind], properties: { kind: { type: string }, bark: { type: boolean } } }
        Pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: kind, mapping: { cat: '#/components/schemas/Cat' } } }
        Named: { type: object, properties: { name: { type: string } } }
        Base: { type: object, required: [kind], properties: { kind: { type: string } }, discriminator: { propertyName: kind } }
        Child: { allOf: [{ $ref: '#/components/schemas/Base' }, { type: object, required: [own], properties: { own: { type: integer }, made: { $ref: '#/components/schemas/Named', writeOnly: true } } }] }
        Node: { type: object, properties: { next: { $ref: '#/components/schemas/Node' } } }
        """

    static let pet = "{ $ref: '#/components/schemas/Pet' }"

    static let cases = [
        Case("{ $ref: '#/components/schemas/Base' }", #"{"kind":"Child","own":1}"#),
        Case("{ $ref: '#/components/schemas/Base' }", #"{"kind":"Child"}"#, "missing-member own"),
        Case(
            "{ $ref: '#/components/schemas/Base' }", #"{"kind":"Cat","lives":1}"#, "undocumented-member lives integer"),
        Case("{ type: object, properties: { a: { type: string } } }", #"{"a":"x"}"#),
        Case("{ type: object, properties: { a: { type: string } } }", #"{"b":5}"#, "undocumented-member b integer"),
        Case("{ type: object, properties: { a: {} }, additionalProperties: true }", #"{"b":5}"#),
        Case(
            "{ type: object, properties: { a: {} }, additionalProperties: false }", #"{"b":5}"#,
            "undocumented-member b integer"),
        Case(
            "{ type: object, additionalProperties: { type: integer } }", #"{"secret":"x"}"#, "unexpected-type /* string"
        ),
        Case(
            "{ type: object, properties: { a: {} }, patternProperties: { '^x-': { type: string } } }", #"{"x-a":"1"}"#),
        Case("{ type: object }", #"{"b":5}"#),
        Case("{ type: object, required: [a], properties: { a: { type: string } } }", "{}", "missing-member a"),
        Case("{ type: object, required: [a], properties: { a: { type: string, writeOnly: true } } }", "{}"),
        Case(
            "{ type: object, required: [a], properties: { a: { type: string, readOnly: true } } }", "{}",
            "missing-member a"),
        Case("{ type: string, enum: [a, b] }", #""c""#, "undocumented-value string"),
        Case("{ const: a }", #""c""#, "undocumented-value string"),
        Case("{ type: string, anyOf: [{ minLength: 1 }], enum: [a] }", #""c""#, "undocumented-value string"),
        Case("{ type: string }", "null", "unexpected-type null"),
        Case("{ type: [string, 'null'] }", "null"),
        Case("{ enum: [a, null] }", "null"),
        Case("{ type: string, enum: [a] }", "null", "unexpected-type null"),
        Case("{ anyOf: [{ type: string }, { type: 'null' }] }", "null"),
        Case("{ type: integer }", "1.0"), Case("{ type: integer }", "1e2"),
        Case("{ type: integer }", "123456789012345678901234567890"),
        Case("{ type: integer }", "1.5", "unexpected-type number"), Case("{ type: number }", "7"),
        Case("{ type: integer }", #""7""#, "unexpected-type string"),
        Case("{ type: array, items: { type: integer } }", #"[1,"a","b"]"#, "unexpected-type /* string"),
        Case(
            "{ type: array, items: { type: object, properties: { a: { type: array, items: { type: boolean } } } } }",
            #"[{"a":[1]}]"#, "unexpected-type /*/a/* integer"),
        Case(
            "{ allOf: [{ $ref: '#/components/schemas/Named' }, { type: object, additionalProperties: false, properties: { age: { type: integer } } }] }",
            #"{"name":"x","age":4}"#),
        Case(
            "{ allOf: [{ $ref: '#/components/schemas/Named' }, { type: object, properties: { age: { type: integer } } }] }",
            #"{"nick":"x"}"#, "undocumented-member nick string"),
        Case(
            "{ if: { properties: { a: { const: 1 } } }, then: { properties: { b: {} } }, properties: { a: {} } }",
            #"{"b":4}"#),
        Case(pet, #"{"kind":"cat","name":"Tom","lives":9}"#), Case(pet, #"{"kind":"Dog","bark":true}"#),
        Case(pet, #"{"kind":"Dog","lives":9}"#, "undocumented-member lives integer"),
        Case(pet, #"{"kind":"cat","bark":true,"name":"x"}"#, "undocumented-member bark boolean"),
        Case(pet, #"{"kind":"bird","wings":2}"#, "undocumented-value string"),
        Case(
            "{ oneOf: [{ type: string }, { $ref: '#/components/schemas/Named' }] }", #"{"name":4}"#,
            "unexpected-type /name integer"),
        Case("{ type: object, properties: { a: { type: integer } } }", #"{"a":"<redacted>"}"#),
        Case(
            "{ $ref: '#/components/schemas/Node' }", #"{"next":{"next":{"more":[]}}}"#,
            "undocumented-member /next/next more array"),
    ]

    @Test(arguments: cases) func differs(of example: Case) throws {
        let watched = try Watched(schema: example.schema, components: Self.components)
        #expect(watched.lines(example.body) == example.lines)
        let (left, text) = try watched.accept([.answer(example.body)])
        #expect(left.all.isEmpty, "\(left.all) after\n\(text)")
    }

    @Test(arguments: [
        ("{ type: string, nullable: true }", "null", []),
        ("{ nullable: true, allOf: [{ $ref: '#/components/schemas/Cat' }] }", "null", []),
        ("{ type: string }", "null", ["unexpected-type null"]),
        ("{ type: object, properties: { a: { type: string } } }", #"{"a":{"b":1}}"#, ["unexpected-type /a object"]),
    ])
    func differsInOpenAPI30(schema: String, body: String, lines: [String]) throws {
        let watched = try Watched(schema: schema, components: Self.components, version: "3.0.3")
        #expect(watched.lines(body) == lines)
        let (left, text) = try watched.accept([.answer(body)])
        #expect(left.all.isEmpty, "\(left.all) after\n\(text)")
    }

    /// Each difference is one, with the number of its occurrences.
    @Test func countsOccurrences() throws {
        let watched = try Watched(schema: "{ type: array, items: { type: object, properties: { a: {} } } }")
        let found = watched.compare([.answer(#"[{"b":1},{"b":2}]"#), .answer(#"[{"b":3}]"#)])
        #expect(found.all.map(\.count) == [3])
    }

    /// Bodies as deep as the reader allows, and unions in unions, end in time.
    @Test(.timeLimit(.minutes(10))) func depthIsBounded() throws {
        let union = """
            A: { type: object, properties: { a: { $ref: '#/components/schemas/U' } } }
            B: { type: object, properties: { a: { $ref: '#/components/schemas/U' }, b: { type: integer } } }
            U: { oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }] }
            """
        let watched = try Watched(schema: "{ $ref: '#/components/schemas/U' }", components: union)
        let depth = 490
        let body = String(repeating: #"{"a":"#, count: depth) + #"{"c":1}"# + String(repeating: "}", count: depth)
        #expect(watched.compare([.answer(body)]).all.map(\.difference.name) == ["c"])
        let deeper = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
        #expect(watched.compare([.answer(deeper)]).all.isEmpty)
    }

    /// Names are printed on one line, without what hides text and up to a length; values are not printed.
    @Test func hostileNamesAreBounded() throws {
        let watched = try Watched(schema: "{ type: object, properties: { a: { type: string, enum: [x] } } }")
        let name = "n\\n\\u202e" + String(repeating: "e", count: 5_000)
        let found = watched.compare([.answer("{\"\(name)\":\"s3cret\",\"a\":\"s3cret\"}")])
        let texts = found.all.map { $0.difference.diagnostic(count: $0.count).message }
        #expect(texts.count == 2)
        for text in texts {
            #expect(!text.contains("s3cret") && !text.contains("\n") && !text.contains("\u{202E}"))
            #expect(text.unicodeScalars.count < 400)
        }
        #expect(try !watched.accept([.answer("{\"b\":\"s3cret\",\"a\":\"s3cret\"}")]).text.contains("s3cret"))
    }

    /// Two names that are canonically equal are two names.
    @Test func namesAreBytes() throws {
        let watched = try Watched(schema: #"{ type: object, properties: { "\u00e9": { type: integer } } }"#)
        #expect(watched.lines("{\"\u{65}\u{301}\":1}").count == 1)
    }
}
