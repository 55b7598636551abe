import ApusLowering
import ApusModel
import ApusSource
import Testing

/// Schemas with many paths between them cost linear time in their number. Each of these took minutes, or did not end,
/// when paths were counted instead.
@Suite(.timeLimit(.minutes(10)))
struct GrowthTests {
    private static func ref(_ name: String) -> String {
        "{ $ref: '#/components/schemas/\(name)' }"
    }

    private func lower(_ schemas: [String]) throws -> Lowered {
        try Lowered("paths: {}\ncomponents:\n  schemas:\n    " + schemas.joined(separator: "\n    ")) {
            $0.keepsUnusedTypes = true
        }
    }

    private func object(_ key: String) -> String {
        "{ type: object, required: [\(key)], properties: { \(key): { type: string } } }"
    }

    /// Models that require each other have no finite example; the generated one stays short, and is marked as
    /// shortened.
    @Test func examplesOfModelsThatRequireEachOther() throws {
        let names = (0..<24).map { "m\($0)" }
        let members = names.enumerated().map { "\($1): \(Self.ref("S\($0)"))" }.joined(separator: ", ")
        let object = "{ type: object, required: [\(names.joined(separator: ", "))], properties: { \(members) } }"
        let schemas = names.indices.map { "S\($0): \(object)" }
        let lowered = try Lowered(
            """
            paths:
              /a:
                post:
                  operationId: send
                  requestBody:
                    { required: true, content: { application/json: { schema: \(Self.ref("S0")) } } }
                  responses: { '204': { description: Done } }
            components:
              schemas:
                \(schemas.joined(separator: "\n    "))
            """)
        let example = try #require(lowered.model.operations.first?.example)
        #expect(example.isShortened)
        #expect(example.arguments.count == 1)
        #expect(example.arguments.allSatisfy { $0.json.utf8.count < 10_000 && $0.json.hasPrefix("{\"m0\":{") })
    }

    /// One large model is the body of many operations: a member of the model is not written again for each of them.
    @Test func examplesOfOneModelInManyOperations() throws {
        let members = (0..<250).map { "member\($0): { type: string }" }.joined(separator: ", ")
        let required = (0..<250).map { "member\($0)" }.joined(separator: ", ")
        let paths = (0..<1_200).map { place in
            "  /p\(place): { post: { operationId: send\(place), requestBody: { required: true, content: { application/json: { schema: \(Self.ref("Large")) } } }, responses: { '204': { description: Done } } } }\n"
        }
        let lowered = try Lowered(
            "paths:\n\(paths.joined())components:\n  schemas:\n    Large: { type: object, required: [\(required)], properties: { \(members) } }\n"
        )
        let sizes = lowered.model.operations.map { $0.example?.arguments.first?.json.utf8.count ?? 0 }
        #expect(sizes[0] > 3_000)
        #expect(sizes[1_199] < 500)
        #expect(sizes.reduce(0, +) < 4_200_000)
        #expect(lowered.model.operations.allSatisfy { $0.example?.isShortened == true })
    }

    /// Names that a base only requires become members of each child; their copies count like those of properties.
    @Test func requiredNamesOfOneBaseInManyChildren() throws {
        let count = 400
        let names = (0..<count).map { "d\($0)" }.joined(separator: ", ")
        let children = (0..<count).map { "S\($0): { allOf: [\(Self.ref("A")), \(object("m\($0)"))] }" }
        let lowered = try lower(["A: { type: object, required: [\(names)] }"] + children)
        let members = lowered.model.types.map { type in
            if case .structure(let decl) = type { decl.properties.count } else { 0 }
        }
        #expect(members.contains(count + 1))
        #expect(members.reduce(0, +) < 25_000)
        #expect(lowered.diagnostics.contains { $0.id == "schema-too-deep" })
    }

    /// Unions of unions in a ring, two ways from each to the next but one.
    @Test func unionsInARing() throws {
        let count = 60
        let model = try lower(
            (0..<count).map { index in
                let next = [1, 2].map { Self.ref("U\((index + $0) % count)") }
                return "U\(index): { oneOf: [\(next.joined(separator: ", ")), \(object("p\(index)"))] }"
            }
        ).model
        #expect(model.types.count == count)
    }

    /// Each level doubles the ways: 2^40 of them.
    @Test func diamondsOfAllOf() throws {
        let count = 40
        var schemas = (0..<count).map { index in
            "D\(index): { allOf: [\(Self.ref("D\(index + 1)")), { allOf: [\(Self.ref("D\(index + 1)"))], \(object("q\(index)").dropFirst())] }"
        }
        schemas.append("D\(count): \(object("z"))")
        let model = try lower(schemas).model
        guard case .structure(let decl)? = model.types.first(where: { $0.header.name == "D0" }) else {
            Issue.record("D0 should be a struct")
            return
        }
        #expect(decl.properties.count == count + 1)
    }

    /// Alternatives that extend each other's unions would double with every level; beyond the budget they are JSON,
    /// with a finding.
    @Test func diamondsOfUnions() throws {
        let count = 24
        var schemas = (0..<count).map { index in
            let next = Self.ref("D\(index + 1)")
            return "D\(index): { oneOf: [\(next), { allOf: [\(next), \(object("q\(index)"))] }] }"
        }
        schemas.append("D\(count): \(object("z"))")
        let lowered = try lower(schemas)
        func size(_ type: TypeDecl) -> Int { type.header.nested.reduce(1) { $0 + size($1) } }
        #expect(lowered.model.types.reduce(0) { $0 + size($1) } < 3_000)
        #expect(lowered.diagnostics.contains { $0.id == "schema-too-deep" })
    }

    /// References to references: each is followed once.
    @Test func chainsOfReferences() throws {
        let count = 3_000
        var schemas = (0..<count).map { "S\($0): \(Self.ref("S\($0 + 1)"))" }
        schemas.append("S\(count): { type: object, properties: { a: { type: string } } }")
        #expect(try lower(schemas).typeNames == ["S\(count)"])
    }

    @Test func membersOfOneAllOf() throws {
        let members = (0..<4_000).map { object("p\($0)") }.joined(separator: ", ")
        let model = try lower(["A: { allOf: [\(members)] }"]).model
        guard case .structure(let decl)? = model.types.first else {
            Issue.record("A should be a struct")
            return
        }
        #expect(decl.properties.map(\.key) == (0..<4_000).map { "p\($0)" })
        #expect(decl.properties.allSatisfy { $0.presence == .required })
    }

    @Test func casesOfADiscriminator() throws {
        let count = 1_500
        var schemas = (0..<count).map { "A\($0): { type: object, properties: { k: { type: string } }, required: [k] }" }
        let cases = (0..<count).map { Self.ref("A\($0)") }.joined(separator: ", ")
        let mapping = (0..<count).map { "v\($0): '#/components/schemas/A\($0)'" }.joined(separator: ", ")
        schemas.append("U: { oneOf: [\(cases)], discriminator: { propertyName: k, mapping: { \(mapping) } } }")
        let types = try lower(schemas).model.types
        guard case .union(let decl)? = types.first(where: { $0.header.name == "U" }) else {
            Issue.record("U should be a union")
            return
        }
        #expect(decl.cases.map(\.discriminatorValues) == (0..<count).map { ["v\($0)", "A\($0)"] })
    }
}
