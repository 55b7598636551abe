import ApusSource
import ApusSpec
import Testing

/// Keywords of every version in the shape of 2020-12.
struct SchemaTests {
    @Test(arguments: [
        ("{type: string, nullable: true}", "3.0.3", "string nullable"),
        ("{nullable: true}", "3.0.3", "nullable"),
        (
            "{nullable: true, allOf: [{$ref: '#/components/schemas/Other'}]}", "3.0.0",
            "nullable\n  all of: → #/components/schemas/Other"
        ),
        (
            "{$ref: '#/components/schemas/Other', nullable: true, description: D}", "3.0.0",
            "→ #/components/schemas/Other nullable\n  doc \"D\""
        ),
        (
            "{$ref: '#/components/schemas/Other', minLength: 2}", "3.1.0",
            "minLength 2\n  all of: → #/components/schemas/Other"
        ),
        ("{type: integer, minimum: 3, exclusiveMinimum: true}", "3.0.0", "integer > 3"),
        ("{type: integer, minimum: 3, exclusiveMinimum: false}", "3.0.0", "integer >= 3"),
        ("{type: integer, exclusiveMaximum: 3}", "3.1.0", "integer < 3"),
        ("{type: [string, 'null']}", "3.1.0", "string nullable"),
        ("{type: 'null'}", "3.1.0", "nullable const null"),
        ("{type: [string, null]}", "3.1.0", "string nullable"),
        ("{type: [string, integer]}", "3.1.0", "string|integer"),
        ("{type: string, maxLength: 5.0}", "3.1.0", "string maxLength 5"),
        ("true", "3.1.0", "true"),
        ("{type: array, prefixItems: [{type: string}], items: false}", "3.1.0", "array\n  item 0: string"),
        ("{type: object, additionalProperties: false}", "3.0.0", "object closed"),
        ("{type: object, additionalProperties: {}}", "3.0.0", "object open"),
        ("{type: object, additionalProperties: {type: string}}", "3.0.0", "object\n  each value: string"),
        ("{type: object, required: [b, a, b]}", "3.0.0", "object requires a, b"),
        ("{type: string, default: null}", "3.0.0", "string"),
        ("{type: integer, default: 5.0}", "3.0.0", "integer default 5.0"),
        ("{}", "3.0.0", "any"),
    ])
    func reads(_ schema: String, _ version: String, _ expected: String) {
        let reading = Reading(schemas: "Other: {type: string}\nIt: \(schema)", version: version)
        #expect(reading.ids == [])
        #expect(reading.dump("schemas") == "Other: string\nIt: \(expected)\n")
    }

    @Test func discriminators() {
        let reading = Reading(
            schemas: """
                Pet:
                  oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/dog.v1'}]
                  discriminator:
                    propertyName: kind
                    mapping: {cat: Cat, kitten: '#/components/schemas/Cat', dog: dog.v1, cow: Cow}
                Cat: {type: object}
                dog.v1: {type: object}
                """)
        #expect(reading.ids == ["unresolved-reference"])
        #expect(
            reading.dump("discriminator kind") == """
                cat → #/components/schemas/Cat
                kitten → #/components/schemas/Cat
                dog → #/components/schemas/dog.v1
                cow → nothing (Cow)

                """)
    }

    @Test func limitsThatAreText() {
        let reading = Reading(schemas: "A: {type: string, minLength: '3', maxLength: long, minimum: '1.5'}")
        #expect(reading.ids == ["wrong-type", "wrong-type", "wrong-type"])
        #expect(reading.schema("A")?.limits.minLength == 3)
        #expect(reading.schema("A")?.limits.maxLength == nil)
        #expect(reading.schema("A")?.limits.minimum?.text == "1.5")
    }

    /// Members called like keywords are members.
    @Test func propertiesMayHaveAnyName() {
        let reading = Reading(
            schemas:
                "A: {properties: {$ref: {type: string}, $id: {type: string}, x-a: {type: string}, properties: {type: string}}}"
        )
        #expect(reading.ids == [])
        #expect(reading.schema("A")?.object.properties.map(\.name) == ["$ref", "$id", "x-a", "properties"])
    }

    @Test func examplesOfEveryVersion() {
        let old = Reading(schemas: "A: {type: string, example: a}", version: "3.0.0")
        #expect(old.schema("A")?.examples.map(\.string) == ["a"])
        let new = Reading(schemas: "A: {type: string, examples: [a, b]}")
        #expect(new.schema("A")?.examples.map(\.string) == ["a", "b"])
    }
}
