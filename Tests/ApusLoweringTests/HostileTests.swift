import ApusModel
import ApusSource
import Testing

/// Documents made to run a generator into the ground.
struct HostileTests {
    /// Each level contains the next one twice inside merged schemas: two to the power of fourteen without a limit.
    @Test func boundsWhatMergingMultiplies() throws {
        var yaml =
            "paths: { /a: { get: { operationId: a, responses: { '200': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/L0' } } } } } } } }\ncomponents:\n  schemas:\n"
        for level in 0..<14 {
            yaml += """
                    L\(level):
                      type: object
                      properties:
                        left: { allOf: [{ $ref: '#/components/schemas/L\(level + 1)' }, { properties: { l\(level): { type: string } } }] }
                        right: { allOf: [{ $ref: '#/components/schemas/L\(level + 1)' }, { properties: { r\(level): { type: string } } }] }

                """
        }
        yaml += "    L14: { type: object, properties: { end: { type: string } } }\n"
        let lowered = try Lowered(yaml)
        var count = 0
        lowered.model.forEachType { _ in count += 1 }
        #expect(count > 0)
        #expect(lowered.diagnostics.contains { $0.id == "schema-too-deep" })
    }

    /// A component that extends a component, three thousand times.
    @Test func survivesLongChains() throws {
        var yaml =
            "paths: { /a: { get: { operationId: a, responses: { '200': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/C2999' } } } } } } } }\ncomponents:\n  schemas:\n    C0: { type: object, properties: { p: { type: string } } }\n"
        for level in 1..<3_000 {
            yaml +=
                "    C\(level): { allOf: [{ $ref: '#/components/schemas/C\(level - 1)' }, { properties: { q: { type: string } } }] }\n"
        }
        let names = try Lowered(yaml).typeNames
        #expect(names == ["C2999"])
    }

    @Test func everyNameIsDeclared() throws {
        let lowered = try Lowered(
            """
            paths: { /a: { get: { operationId: a, responses: { '200': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } } } } } }
            components:
              schemas:
                A: { oneOf: [{ $ref: '#/components/schemas/A' }, { $ref: '#/components/schemas/B' }] }
                B: { $ref: '#/components/schemas/C' }
                C: { allOf: [{ $ref: '#/components/schemas/B' }, { $ref: '#/components/schemas/A' }] }
                D: { type: array, items: { allOf: [{ $ref: '#/components/schemas/D' }] } }
            """)
        let declared = lowered.model.indexTypes()
        lowered.model.forEachType { type in
            for member in type.memberTypes { member.forEachNamed { #expect(declared[$0] != nil) } }
        }
    }
}
