import ApusDiff
import ApusModel
import ApusSource
import ApusSpec
import Testing

/// The parts of a previous document that its successor lacks.
@Suite struct RemovedPartsTests {
    @Test func anOperationIsKeptWithAllThatItNeeds() throws {
        let model = try keep(
            """
            openapi: 3.1.0
            info: { title: Shop, version: '1' }
            paths:
              /pets/{id}:
                description: One pet.
                parameters:
                  - $ref: '#/components/parameters/id'
                  - { name: limit, in: query, schema: { type: integer } }
                get:
                  operationId: getPet
                  parameters: [{ name: limit, in: query, required: true, schema: { type: string } }]
                  responses: { '200': { $ref: '#/components/responses/One' } }
                post: { operationId: addPet, responses: { 204: { description: Done } } }
            components:
              parameters: { id: { name: id, in: path, required: true, schema: { type: string } } }
              responses: { One: { description: OK, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } }
              schemas:
                Pet: { type: object, properties: { owner: { $ref: '#/components/schemas/Owner' }, store: { $ref: '#/components/schemas/Store' } } }
                Owner: { type: object, properties: { name: { type: string } } }
                Store: { type: object, properties: { old: { type: string } } }
            """,
            """
            openapi: 3.1.0
            info: { title: Shop, version: '2' }
            paths:
              /pets/{id}:
                parameters:
                  - { name: id, in: path, required: true, schema: { type: string } }
                  - { name: other, in: query, required: true, schema: { type: string } }
                post:
                  operationId: addPet
                  responses: { 200: { description: OK, content: { application/json: { schema: { $ref: '#/components/schemas/Store' } } } } }
            components:
              schemas:
                Store: { type: object, properties: { new: { type: string } } }
            """)
        let operation = try #require(model.operations.first { $0.id == "getPet" })
        #expect(operation.deprecation?.message == "getPet was removed from the API; calls may fail.")
        // Its own parameter overrides that of the path; those of the new path are not its.
        #expect(operation.parameters.map(\.key) == ["id", "limit"])
        #expect(operation.parameters.map(\.type) == [.scalar(.string), .scalar(.string)])
        #expect(members(of: "Pet", model) == ["owner", "store"])
        #expect(members(of: "Owner", model) == ["name"])
        #expect(members(of: "Store", model) == ["new"])
        let kept = try #require(model.operations.first { $0.id == "addPet" })
        #expect(kept.deprecation == nil)
    }

    /// The schema of the new document has its place, and its name.
    @Test func aReferenceToARenamedSchemaLeadsToItsSuccessor() throws {
        func document(_ name: String, _ operation: String) -> String {
            """
            openapi: 3.1.0
            info: { title: Shop, version: '1' }
            paths:
              /list: { get: { operationId: list, responses: { 200: { description: OK, content: { application/json: { schema: { $ref: '#/components/schemas/\(name)' } } } } } } }
            \(operation)
            components: { schemas: { \(name): { type: object, properties: { a: { type: string }, b: { type: string } } } } }
            """
        }
        let removed =
            "  /one: { get: { operationId: one, responses: { 200: { description: OK, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } } } }"
        let model = try keep(document("Pet", removed), document("Animal", ""))
        let type = model.types.first { $0.header.name == "Animal" }?.header.id
        let operation = try #require(model.operations.first { $0.id == "one" })
        #expect(operation.success.cases.flatMap(\.payloads).map(\.type) == type.map { [.named($0)] })
        #expect(!model.types.contains { $0.header.name == "Pet" })
    }

    @Test func aDiscriminatorOfARemovedOperationNamesTheSuccessor() throws {
        func document(_ name: String, _ rest: String) -> String {
            """
            openapi: 3.1.0
            info: { title: Shop, version: '1' }
            paths:
              /list: { get: { operationId: list, responses: { 200: { description: OK, content: { application/json: { schema: { $ref: '#/components/schemas/\(name)' } } } } } } }
            \(rest)
                \(name): { type: object, required: [kind], properties: { kind: { type: string }, a: { type: string }, b: { type: string } } }
            """
        }
        let removed = """
              /one: { get: { operationId: one, responses: { 200: { description: OK, content: { application/json: { schema: { $ref: '#/components/schemas/Any' } } } } } } }
            components:
              schemas:
                Any: { oneOf: [{ $ref: '#/components/schemas/Pet' }, { $ref: '#/components/schemas/Toy' }], discriminator: { propertyName: kind, mapping: { pet: '#/components/schemas/Pet', toy: '#/components/schemas/Toy' } } }
                Toy: { type: object, required: [kind], properties: { kind: { type: string } } }
            """
        let model = try keep(document("Pet", removed), document("Animal", "components:\n  schemas:"))
        #expect(model.operations.map(\.id) == ["list", "one"])
        for case .union(let union) in model.types {
            #expect(union.cases.count == 2)
            #expect(
                union.cases.contains {
                    $0.type == model.types.first { $0.header.name == "Animal" }.map { .named($0.header.id) }
                })
        }
        #expect(model.types.contains { if case .union = $0 { true } else { false } })
    }

    @Test func aSwaggerDocumentGivesItsMediaTypes() throws {
        func document(_ rest: String) -> String {
            """
            swagger: '2.0'
            info: { title: Shop, version: '1' }
            consumes: [application/xml]
            paths:
              /ping: { get: { operationId: ping, responses: { 204: { description: Done } } } }
            \(rest)
            """
        }
        let removed = """
              /pets:
                post:
                  operationId: addPet
                  parameters: [{ name: pet, in: body, schema: { $ref: '#/definitions/Pet' } }]
                  responses: { 204: { description: Done } }
            definitions: { Pet: { type: object, properties: { name: { type: string } } } }
            """
        let model = try keep(
            document(removed), document("").replacing("application/xml", with: "application/json"))
        let operation = try #require(model.operations.first { $0.id == "addPet" })
        #expect(operation.body?.alternatives.map(\.contentType) == ["application/xml"])
        #expect(members(of: "Pet", model) == ["name"])
    }

    /// A name of the new version is never changed: with both, each would have its method in its name.
    @Test func nothingIsKeptThatWouldRenameAnother() throws {
        func document(_ path: String, _ method: String) -> String {
            """
            openapi: 3.1.0
            info: { title: Shop, version: '1' }
            paths: { \(path): { \(method): { operationId: \(method == "get" ? "run" : "Run"), responses: { 204: { description: Done } } } } }
            """
        }
        let model = try keep(document("/a", "get"), document("/b", "post"))
        #expect(model.operations.map(\.methodName) == ["run"])
        #expect(model.operations.map(\.httpMethod) == ["POST"])
    }

    /// `nullable` is no keyword of 3.1, so an operation of a 3.0 document would change its meaning.
    @Test func nothingIsKeptOfAnotherVersionOfOpenAPI() throws {
        func document(_ version: String, _ path: String) -> String {
            """
            openapi: \(version)
            info: { title: Shop, version: '1' }
            paths: { \(path): { get: { operationId: "get\(path.dropFirst())", responses: { 204: { description: Done } } } } }
            """
        }
        #expect(try keep(document("3.0.3", "/a"), document("3.1.0", "/b")).operations.map(\.id) == ["getb"])
        #expect(try keep(document("3.1.0", "/a"), document("3.1.1", "/b")).operations.map(\.id) == ["getb", "geta"])
    }

    private func keep(_ old: String, _ new: String) throws -> APIModel {
        let files = SourceFiles()
        let before = try DiffCase.readTree(old, named: "old.yaml", files)
        let after = try DiffCase.readTree(new, named: "openapi.yaml", files)
        let first = try DiffCase.lower(try DiffCase.read(before, files), files)
        let second = try DiffCase.lower(try DiffCase.read(after, files), files)
        return Shims.keepRemoved(
            of: (first, before.root), in: (second, after.root), files: files,
            read: { try? DiffCase.read((after.file, $0), files) },
            lower: { try? DiffCase.lower($0, keeping: $1, files) }
        ).model
    }

    private func members(of name: String, _ model: APIModel) -> [String]? {
        for case .structure(let decl) in model.types where decl.header.name == name {
            return decl.properties.map { $0.key }
        }
        return nil
    }
}
