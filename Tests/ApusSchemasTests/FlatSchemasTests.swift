import ApusSource
import ApusSpec
import Testing

@testable import ApusSchemas

/// Flat schemas, and their identities.
struct FlatSchemasTests {
    private static let pets = """
        Pet: { type: object, required: [name], properties: { name: { type: string, maxLength: 9 } } }
        Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }, { properties: { name: { minLength: 1 }, claws: {} } }] }
        Alias: { $ref: '#/components/schemas/Cat' }
        """

    @Test func membersOfAllOfAreOneSchema() throws {
        let pets = try Flattened(Self.pets)
        let cat = try pets.flat("Cat")
        #expect(cat.keywords.allOf.isEmpty && cat.keywords.reference == nil)
        #expect(cat.object.properties.map(\.name) == ["name", "claws"])
        #expect(cat.object.required == ["name"])
        let name = pets.schemas.flatten(cat.object.properties[0].schema)
        #expect(name.limits.minLength == 1 && name.limits.maxLength == 9)
    }

    @Test func aSchemaIsFlattenedOnce() throws {
        let pets = try Flattened(Self.pets)
        #expect(try pets.flat("Cat").keywords === pets.flat("Alias").keywords)
    }

    @Test func whatNeedsNoMergeIsTheDocumentsOwn() throws {
        let pets = try Flattened(Self.pets)
        #expect(try pets.flat("Pet").keywords === pets.written("Pet"))
    }

    /// Identities depend on what a schema is derived from, and not on the order in which it is asked for.
    @Test func derivedSchemasHaveTheLocationOfTheirOrigin() throws {
        let pets = try Flattened(Self.pets)
        let origin = try pets.written("Pet").id
        let one = pets.schemas.derived.id(.only(.string), of: origin)
        let other = pets.schemas.derived.id(.only(.object), of: origin)
        #expect(one.pointer == origin.pointer && one.file == origin.file)
        #expect(Set([origin, one, other]).count == 3)
        #expect(pets.schemas.derived.id(.only(.string), of: origin) == one)
        #expect(pets.schemas.derived.id(.only(.string), of: other) != one)
    }

    @Test func aSchemaThatExtendsItselfHasAnEnd() throws {
        let pets = try Flattened("Pet: { allOf: [{ $ref: '#/components/schemas/Pet' }], title: P }")
        #expect(try pets.flat("Pet").keywords.title == "P")
        #expect(pets.log.diagnostics.all.map(\.id) == ["endless-all-of"])
    }

    @Test(arguments: [
        ("{ $ref: '#/components/schemas/Text' }", "reference"), ("{ type: string }", "flat"),
        ("{ allOf: [{ $ref: '#/components/schemas/Text' }, { description: d }] }", "member"),
        ("{ allOf: [{ $ref: '#/components/schemas/Text' }, { minLength: 1 }] }", "member"),
        ("{ allOf: [{ properties: { a: {} } }, { properties: { b: {} } }] }", "flat"),
    ])
    func formsAreTold(schema: String, form: String) throws {
        let all = try Flattened("Text: { type: string }\nOne: " + schema)
        let found =
            switch all.schemas.form(of: try all.written("One")) {
            case .reference: "reference"
            case .member: "member"
            case .flat: "flat"
            }
        #expect(found == form)
    }

    @Test(arguments: [
        ("{ type: [string, 'null'] }", true), ("{ type: string }", false), ("{ enum: [a, null] }", true),
        ("{ $ref: '#/components/schemas/Text' }", true), ("{ anyOf: [{ type: string }, { type: 'null' }] }", true),
        ("{ allOf: [{ $ref: '#/components/schemas/Text' }, { type: string }] }", false),
        ("{ allOf: [{ $ref: '#/components/schemas/Text' }, { description: d }] }", true),
    ])
    func nullIsFoundBehindReferences(schema: String, isNullable: Bool) throws {
        let all = try Flattened("Text: { type: [string, 'null'] }\nOne: " + schema)
        #expect(all.schemas.isNullable(try all.written("One")) == isNullable)
    }
}
