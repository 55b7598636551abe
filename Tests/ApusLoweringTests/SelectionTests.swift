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

    @Test func prunesWhatNothingReaches() throws {
        #expect(try Lowered(Self.yaml).typeNames == ["Toy"])
        #expect(try Lowered(Self.yaml) { $0.include = ["listPets"] }.typeNames == [])
        #expect(try Lowered(Self.yaml) { $0.keepsUnusedTypes = true }.typeNames == ["Toy", "Unused"])
    }
}
