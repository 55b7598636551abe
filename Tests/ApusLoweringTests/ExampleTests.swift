import ApusLowering
import ApusModel
import ApusSource
import Testing

/// Examples of types for callers' tests: from the document, else from the schema, and always valid.
struct ExampleTests {
    /// The operations receive every schema.
    private func lower(_ schemas: String, change: @escaping (inout LoweringOptions) -> Void = { _ in }) throws
        -> Lowered
    {
        let names = schemas.split(separator: "\n").filter { !$0.hasPrefix(" ") }.compactMap {
            $0.split(separator: ":").first.map(String.init)
        }
        let uses = names.map { "{ $ref: '#/components/schemas/\($0)' }" }.joined(separator: ", ")
        let indented = schemas.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
        return try Lowered(
            """
            paths:
              /all:
                get:
                  responses:
                    '200':
                      description: D
                      content: { application/json: { schema: { type: array, prefixItems: [\(uses)] } } }
            components:
              schemas:
            \(indented)
            """
        ) {
            $0.makesExamples = true
            change(&$0)
        }
    }

    private func example(_ name: String, in lowered: Lowered) throws -> ExampleDecl {
        let id = try #require(lowered.model.types.first { $0.header.name == name }).header.id
        return try #require(lowered.model.examples.first { $0.type == id }, "\(name) has an example")
    }

    /// Without blanks.
    private func text(_ text: ExampleText?) -> String? {
        text.map { $0.lines.joined().filter { $0 != " " } }
    }

    @Test func membersAreThoseThatEveryValueHasOrAll() throws {
        let lowered = try lower(
            """
            Pet:
              type: object
              required: [name]
              properties: { name: { type: string }, age: { type: integer }, tags: { type: array, items: { type: string } } }
            """)
        let pet = try example("Pet", in: lowered)
        #expect(text(pet.minimal) == #"{"name":"text"}"#)
        #expect(text(pet.full) == #"{"name":"text","age":1,"tags":["text"]}"#)
        #expect(pet.listed.isEmpty)
    }

    @Test func theDocumentsExampleIsTaken() throws {
        let lowered = try lower(
            """
            Pet:
              type: object
              required: [name]
              properties: { name: { type: string, example: Rex }, age: { type: integer, example: 7 } }
              examples: [{ name: Bella, age: 3 }, { name: Max }]
            """)
        let pet = try example("Pet", in: lowered)
        #expect(pet.listed.map { text($0) } == [#"{"name":"Bella","age":3}"#, #"{"name":"Max"}"#])
        #expect(text(pet.minimal) == #"{"name":"Bella"}"#)
        #expect(!lowered.diagnostics.contains { $0.id == "replaced-example" })
    }

    @Test func anInvalidExampleIsReplaced() throws {
        let lowered = try lower(
            """
            Pet:
              type: object
              required: [name, born]
              properties:
                name: { type: string, maxLength: 4, example: Bartholomew }
                born: { type: string, format: date, example: yesterday }
              example: { name: Rex, born: long ago }
            """)
        let pet = try example("Pet", in: lowered)
        #expect(text(pet.minimal) == #"{"name":"text","born":"2024-05-01"}"#)
        let found = lowered.diagnostics.filter { $0.id == "replaced-example" }
        #expect(found.count == 3)
        #expect(found.allSatisfy { $0.severity == .warning && $0.mark != nil })
        #expect(found.contains { $0.message.contains(#""born" is not in the form of a CalendarDate"#) })
        #expect(found.contains { $0.message.contains("maxLength") })
    }

    @Test(arguments: [
        ("{ type: string, pattern: '^[A-Z]{2}-[0-9]{3,5}$' }", #""AA-111""#),
        ("{ type: string, minLength: 6, maxLength: 8 }", #""texttt""#), ("{ type: string, maxLength: 2 }", #""te""#),
        ("{ type: string, pattern: '^(foo|bar)+$', minLength: 6 }", #""foofoo""#),
        ("{ type: string, pattern: '^[A-Z]+$', minLength: 3, maxLength: 3 }", #""AAA""#),
        (#"{ type: string, pattern: '^\p{Lu}+-\d+$', minLength: 7, maxLength: 7 }"#, #""AAAAA-1""#),
        ("{ type: string, format: uuid }", #""00000000-0000-4000-8000-000000000000""#),
        ("{ type: integer, minimum: 10, multipleOf: 4 }", "12"),
        ("{ type: number, exclusiveMinimum: 2, maximum: 3 }", "3"),
        ("{ type: integer, maximum: -5 }", "-5"), ("{ type: integer, minimum: 40, maximum: 50 }", "40"),
        ("{ type: array, minItems: 2, uniqueItems: true, items: { type: integer } }", "[1,2]"),
        ("{ type: array, minItems: 2, uniqueItems: true, items: { enum: [a, b, c] } }", #"["a","b"]"#),
        ("{ enum: [small, large] }", #""small""#), ("{ const: 5 }", "5"),
        ("{ type: object, minProperties: 2, additionalProperties: { type: integer } }", #"{"key":1,"key2":1}"#),
    ])
    func limitsAreKept(schema: String, json: String) throws {
        let lowered = try lower(
            """
            Pet:
              type: object
              required: [value]
              properties: { value: \(schema) }
            """)
        #expect(text(try example("Pet", in: lowered).minimal) == #"{"value":\#(json)}"#)
    }

    @Test func membersThatDemandOthersBringThem() throws {
        let lowered = try lower(
            """
            Reach:
              type: object
              properties: { phone: { type: string }, email: { type: string } }
              anyOf: [{ required: [phone] }, { required: [email] }]
            Either:
              type: object
              properties: { a: { type: integer }, b: { type: integer } }
              oneOf: [{ required: [a] }, { required: [b] }]
            """)
        #expect(text(try example("Reach", in: lowered).minimal) == #"{"phone":"text"}"#)
        let either = try example("Either", in: lowered)
        #expect(text(either.minimal) == #"{"a":1}"#)
        #expect(either.full == nil, "the members exclude each other")
    }

    @Test func unionsHaveAValueOfEachCase() throws {
        let lowered = try lower(
            """
            Animal:
              oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }]
              discriminator: { propertyName: kind, mapping: { feline: '#/components/schemas/Cat' } }
            Cat:
              type: object
              required: [kind, lives]
              properties: { kind: { type: string }, lives: { type: integer } }
            Dog:
              type: object
              required: [kind]
              properties: { kind: { type: string } }
            """)
        let animal = try example("Animal", in: lowered)
        #expect(animal.listed.map { text($0) } == [#"{"kind":"feline","lives":1}"#, #"{"kind":"Dog"}"#])
    }

    @Test func typesWithoutAValidValueHaveNone() throws {
        let lowered = try lower(
            """
            Pet:
              type: object
              required: [code]
              properties: { code: { type: string, minLength: 5, maxLength: 2 } }
            Owner:
              type: object
              required: [pet]
              properties: { pet: { $ref: '#/components/schemas/Pet' } }
            Herd:
              type: object
              required: [pets]
              properties: { pets: { type: array, items: { $ref: '#/components/schemas/Pet' } } }
            """)
        #expect(text(try example("Herd", in: lowered).minimal) == #"{"pets":[]}"#)
        let notes = lowered.diagnostics.filter { $0.id == "missing-example" }.map(\.message)
        #expect(notes.count == 2)
        #expect(notes.contains { $0.contains("Pet has no example") && $0.contains("\"code\"") })
        #expect(notes.contains { $0.contains("Owner has no example") && $0.contains("\"pet\"") })
    }

    /// Each type requires the one before twice, so that its smallest value is twice as large.
    @Test func valuesThatDoubleHaveALimit() throws {
        let schemas = (0..<40).map { index in
            let inner = index == 0 ? "type: string" : "$ref: '#/components/schemas/T\(index - 1)'"
            return """
                T\(index):
                  type: object
                  required: [a, b]
                  properties: { a: { \(inner) }, b: { \(inner) } }
                """
        }.joined(separator: "\n")
        let lowered = try lower(schemas)
        let bytes = lowered.model.examples.reduce(0) { $0 + $1.minimal.lines.joined().utf8.count }
        #expect(bytes < 100_000)
        #expect(lowered.diagnostics.contains { $0.id == "missing-example" })
        #expect(try example("T5", in: lowered).full == nil)
    }

    @Test func chainsOfRequiredMembersAreFollowed() throws {
        let schemas = (0..<150).map { index in
            let inner = index == 149 ? "type: string" : "$ref: '#/components/schemas/T\(index + 1)'"
            return """
                T\(index):
                  type: object
                  required: [a]
                  properties: { a: { \(inner) } }
                """
        }.joined(separator: "\n")
        let lowered = try lower(schemas)
        #expect(try example("T149", in: lowered).minimal.lines.count == 3)
        #expect(text(try example("T120", in: lowered).minimal)?.hasPrefix(#"{"a":{"a""#) == true)
    }

    @Test func whatTellsAFailureIsLeftOut() throws {
        let lowered = try lower(
            """
            Pet:
              type: object
              properties: { name: { type: string }, error: { type: string } }
            """)
        #expect(text(try example("Pet", in: lowered).full) == #"{"name":"text","error":"text"}"#)
    }

    @Test(arguments: [
        ("id: { type: string }, name: { type: string }", ["id"]),
        ("pet_id: { type: integer }, id2: { type: integer }", ["pet_id"]),
        ("id: { type: string, maxLength: 4 }", []), ("owner_id: { type: string }", []), ("id: { const: a }", []),
        ("id: { type: string, format: uuid }", ["id"]),
    ])
    func identitiesVary(properties: String, keys: [String]) throws {
        let lowered = try lower(
            """
            Pet:
              type: object
              properties: { \(properties) }
            """)
        #expect(try example("Pet", in: lowered).varying == keys)
    }

    /// The text is printed in a raw literal, which no text of a document may end.
    @Test func hostileTextStaysInItsLiteral() throws {
        let lowered = try lower(
            """
            Pet:
              type: object
              properties: { name: { type: string, example: "\\"\\"\\"#\\n\\\\#(evil) é" }, "#k": { const: "#" } }
            """)
        let pet = try example("Pet", in: lowered)
        let lines = try #require(pet.full).lines
        #expect(lines.count == 4)
        #expect(lines.allSatisfy { $0.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "#") } })
    }

    @Test func examplesAreTheSameInEveryRun() throws {
        let schemas = """
            Pet:
              type: object
              properties: { owner: { $ref: '#/components/schemas/Owner' }, kind: { enum: [cat, dog] } }
            Owner:
              type: object
              properties: { pets: { type: array, items: { $ref: '#/components/schemas/Pet' } } }
            """
        #expect(try lower(schemas).model.examples == lower(schemas).model.examples)
    }

    @Test func noneAreMadeUnlessAskedFor() throws {
        let lowered = try lower("Pet:\n  type: object\n  properties: { a: { type: string } }") {
            $0.makesExamples = false
        }
        #expect(lowered.model.examples.isEmpty)
    }
}
