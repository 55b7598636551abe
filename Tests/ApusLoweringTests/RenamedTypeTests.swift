import ApusLowering
import ApusSource
import Testing

/// A finding about a renamed type shows the holder of its original name.
struct RenamedTypeTests {
    private static let yaml = """
        paths:
          /pets:
            get:
              operationId: listPets
              responses: { '200': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/ListPets' } } } } }
        components:
          schemas:
            ListPets: { type: object, properties: { listPets: { type: object, properties: { self: { type: string } } } } }
            Type: { type: object, properties: { list: { $ref: '#/components/schemas/ListPets' } } }
        """

    /// The message of each note, and the line that it points to.
    private static func notes() throws -> [String: Int?] {
        let text = "openapi: 3.1.0\ninfo: { title: T, version: '1' }\n" + yaml
        let lowered = try Lowered(yaml) { $0.keepsUnusedTypes = true }
        let lines = lowered.diagnostics.map { diagnostic in
            diagnostic.related.first.map { related in
                text.utf8.prefix(Int(related.mark.offset)).count { $0 == UInt8(ascii: "\n") } + 1
            }
        }
        return Dictionary(zip(lowered.diagnostics.map(\.message), lines), uniquingKeysWith: { first, _ in first })
    }

    @Test func whoHasTheNameIsShown() throws {
        #expect(
            try Self.notes() == [
                "the name \"ListPets\" is taken, so the type is called \"ListPetsOperation\"": 10,
                "the name \"ListPets.ListPets\" is taken, so the type is called \"ListPetsFields\"": 10,
                "the name \"Type\" is needed by Swift or by other generated code, so the type is called \"Kind\"": nil,
                "the name \"self\" in \"ListPetsFields\" is needed by Swift or by other generated code, so the member is called \"selfValue\"":
                    nil,
            ])
    }
}
