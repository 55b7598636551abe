import ApusLowering
import ApusModel
import Testing

struct SelectionTests {
    private static let yaml = """
        paths:
          /pets:
            get: { operationId: listPets, tags: [Pets], responses: { '204': { description: d } } }
          /pets/{id}/toys:
            get: { operationId: listToys, tags: [Toys], responses: { '200': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/Toy' } } } } } }
        components:
          schemas:
            Toy: { type: object, properties: { name: { type: string } } }
            Unused: { type: object, properties: { name: { type: string } } }
        """

    @Test(arguments: [
        (["listPets"], [], ["listPets"]), (["tag:Toys"], [], ["listToys"]), (["/pets/*"], [], ["listToys"]),
        (["/pets*"], [], ["listPets", "listToys"]),
        ([], ["tag:Pets"], ["listToys"]), (["/pets*"], ["listToys"], ["listPets"]), (["/*/toys"], [], ["listToys"]),
        (["/pet"], [], []),
    ])
    func selects(include: [String], exclude: [String], expected: [String]) throws {
        let lowered = try Lowered(Self.yaml) { options in
            options.include = include
            options.exclude = exclude
        }
        #expect(lowered.model.operations.map(\.id) == expected)
    }

    /// An operation without an `operationId` has a name of its method and path.
    @Test(arguments: [(["get_pets_by_id"], [], 1), ([], ["get_pets_by_id"], 1), (["get_pets"], [], 0)])
    func namesThatAreDerivedSelect(include: [String], exclude: [String], count: Int) throws {
        let lowered = try Lowered(
            """
            paths:
              /pets/{pet_id}:
                parameters: [{ name: pet_id, in: path, required: true, schema: { type: string } }]
                get: { responses: { '204': { description: d } } }
                put: { operationId: putPet, responses: { '204': { description: d } } }
            """
        ) { options in
            options.include = include
            options.exclude = exclude
        }
        #expect(lowered.model.operations.count == count)
        #expect(lowered.model.operations.allSatisfy { ($0.id == "get_pets_by_id") == exclude.isEmpty })
    }

    @Test func prunesWhatNothingReaches() throws {
        #expect(try Lowered(Self.yaml).typeNames == ["Toy"])
        #expect(try Lowered(Self.yaml) { $0.include = ["listPets"] }.typeNames == [])
        #expect(try Lowered(Self.yaml) { $0.keepsUnusedTypes = true }.typeNames == ["Toy", "Unused"])
    }
}
