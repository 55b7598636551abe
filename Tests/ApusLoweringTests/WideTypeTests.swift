import ApusLowering
import ApusModel
import Testing

/// Types that are stored indirectly, so that their owners stay narrow.
struct WideTypeTests {
    /// A schema of so many members of one type.
    private static func object(_ count: Int, of type: String = "type: string") -> String {
        "{ type: object, properties: { \((0..<count).map { "m\($0): { \(type) }" }.joined(separator: ", ")) } }"
    }

    private func lower(_ schemas: String) throws -> Lowered {
        try Lowered("paths: {}\ncomponents:\n  schemas:\n\(schemas)") { $0.keepsUnusedTypes = true }
    }

    private func members(of name: String, in lowered: Lowered) throws -> [String: TypeRef] {
        let type = try #require(lowered.model.types.first { $0.header.name == name })
        guard case .structure(let decl) = type else { return [:] }
        return Dictionary(uniqueKeysWithValues: decl.properties.map { ($0.key, $0.type) })
    }

    private func isBoxed(_ type: TypeRef?) -> Bool {
        if case .indirect? = type { true } else { false }
    }

    /// Two words for a text, and two for unknown members: 15 texts are narrow, 16 are wide.
    @Test func wideMembers() throws {
        let lowered = try lower(
            """
                Narrow: \(Self.object(15))
                Wide: \(Self.object(16))
                WideAlias: { $ref: '#/components/schemas/Wide' }
                Owner:
                  type: object
                  required: [demanded]
                  properties:
                    narrow: { $ref: '#/components/schemas/Narrow' }
                    wide: { $ref: '#/components/schemas/Wide' }
                    alias: { $ref: '#/components/schemas/WideAlias' }
                    demanded: { $ref: '#/components/schemas/Wide' }
                    list: { type: array, items: { $ref: '#/components/schemas/Wide' } }
                    map: { type: object, additionalProperties: { $ref: '#/components/schemas/Wide' } }
            """)
        let members = try members(of: "Owner", in: lowered)
        #expect(!isBoxed(members["narrow"]) && !isBoxed(members["list"]) && !isBoxed(members["map"]))
        #expect(isBoxed(members["wide"]) && isBoxed(members["alias"]) && isBoxed(members["demanded"]))
    }

    /// Individually narrow members are stored indirectly, the widest first, until the rest is narrow; texts and numbers
    /// remain inline.
    @Test func wideTotals() throws {
        let parts = (0..<10).map { "p\($0): { $ref: '#/components/schemas/Part' }" }.joined(separator: ", ")
        let lowered = try lower(
            """
                Part: \(Self.object(8))
                Larger: \(Self.object(10))
                Few: { type: object, properties: { p0: { $ref: '#/components/schemas/Part' }, l: { $ref: '#/components/schemas/Larger' } } }
                Many: { type: object, properties: { l: { $ref: '#/components/schemas/Larger' }, \(parts) } }
                Texts: \(Self.object(200))
            """)
        let few = try members(of: "Few", in: lowered)
        #expect(few.values.allSatisfy { !isBoxed($0) })
        let many = try members(of: "Many", in: lowered)
        #expect(isBoxed(many["l"]))
        #expect(many.values.count(where: isBoxed) == 5)
        let texts = try members(of: "Texts", in: lowered)
        #expect(texts.count == 200 && texts.values.allSatisfy { !isBoxed($0) })
    }

    @Test func wideAlternatives() throws {
        let lowered = try lower(
            """
                Wide: \(Self.object(8))
                Narrow: \(Self.object(7))
                Union:
                  oneOf:
                    - { type: string }
                    - { type: array, items: { $ref: '#/components/schemas/Wide' } }
                    - { $ref: '#/components/schemas/Narrow' }
                    - { allOf: [{ $ref: '#/components/schemas/Wide' }, { required: [m7] }] }
            """)
        let union = try #require(lowered.model.types.first { $0.header.name == "Union" })
        #expect(union.memberTypes.map { isBoxed($0) } == [false, false, false, true])
    }

    /// A member that closes a cycle is boxed once, and reduces the width of its owner.
    @Test func recursiveMembers() throws {
        let lowered = try lower(
            """
                Node:
                  type: object
                  properties:
                    next: { $ref: '#/components/schemas/Node' }
                    wide: { $ref: '#/components/schemas/Wide' }
                Wide: \(Self.object(40))
                Outer: { type: object, properties: { node: { $ref: '#/components/schemas/Node' } } }
            """)
        let node = try members(of: "Node", in: lowered)
        #expect(node["next"] == .indirect(.named(TypeID("openapi.yaml#/components/schemas/Node"))))
        #expect(isBoxed(node["wide"]))
        let outer = try members(of: "Outer", in: lowered)
        #expect(!isBoxed(outer["node"]))
    }

    /// Types that contain each other are processed from the inside out, whatever the length of their chain.
    @Test func longChains() throws {
        let count = 300
        let schemas = (0..<count).map { index in
            "    C\(index): { type: object, properties: { a: { type: string }, b: { type: string }, "
                + "next: { $ref: '#/components/schemas/C\((index + 1) % count)' } } }"
        }
        let lowered = try lower(schemas.joined(separator: "\n"))
        let boxes = try (0..<count).count { try isBoxed(members(of: "C\($0)", in: lowered)["next"]) }
        #expect(boxes > count / 8 && boxes < count / 4, "every sixth or so: \(boxes)")
    }
}
