import ApusSource
import ApusSpec
import Testing

@testable import ApusSchemas

/// The plans of lists of alternatives.
struct UnionPlanTests {
    private func plan(_ schema: String) throws -> UnionPlan {
        let all = try Flattened(
            "Cat: { type: object, properties: { claws: { type: integer } } }\n"
                + "Dog: { type: object, properties: { barks: { type: boolean } } }\nOne: " + schema)
        return all.schemas.planUnion(try all.flat("One"))
    }

    @Test func nullIsNoAlternative() throws {
        let plan = try plan("{ oneOf: [{ $ref: '#/components/schemas/Cat' }, { type: 'null' }] }")
        guard case .single(let only) = plan else { throw Unexpected(plan: "\(plan)") }
        #expect(only.reference?.pointer == "/components/schemas/Cat")
    }

    @Test func membersBesideTheListArePartOfEachAlternative() throws {
        let plan = try plan(
            "{ properties: { id: {} }, oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }] }"
        )
        guard case .alternatives(let alternatives) = plan else { throw Unexpected(plan: "\(plan)") }
        #expect(alternatives.map(\.name) == ["Cat", "Dog"])
        #expect(alternatives.map(\.component?.pointer) == ["/components/schemas/Cat", "/components/schemas/Dog"])
        #expect(alternatives.map { $0.schema.object.properties.map(\.name) } == [["id", "claws"], ["id", "barks"]])
    }

    @Test func constantsAreOneEnumWithTheirDescriptions() throws {
        let plan = try plan("{ oneOf: [{ const: 1, title: One }, { const: 2, description: Two. }, { enum: [3, 4] }] }")
        guard case .enumeration(let joined) = plan else { throw Unexpected(plan: "\(plan)") }
        #expect(joined.schema.enumeration?.compactMap(\.integer) == [1, 2, 3, 4])
        #expect(joined.values.map(\.name) == ["One", nil, nil, nil])
        #expect(joined.values.map(\.documentation) == [nil, "Two.", nil, nil])
        #expect(joined.schema.keywords.extensions.entries.isEmpty)
    }

    @Test func aListThatRestrictsNothingIsAnything() throws {
        let plan = try plan("{ oneOf: [{ $ref: '#/components/schemas/Null' }] }\nNull: { type: 'null' }")
        guard case .anything = plan else { throw Unexpected(plan: "\(plan)") }
    }

    private struct Unexpected: Error {
        let plan: String
    }
}
