import ApusSource
import ApusSpec
import Testing

/// Mistakes in real documents: the intended meaning is read, and reported.
struct MeantTests {
    private static let answer = "responses: {'204': {description: Done}}"

    private static func read(_ rest: String, version: String = "3.0.3") -> Reading {
        Reading("openapi: \(version)\ninfo: {title: T, version: '1'}\n" + rest)
    }

    // MARK: References

    @Test(arguments: [
        "#/definitions/Pet", "#/components/schemas/pet", "#/Components/Schemas/Pet", "#/components/schema/Pet",
        "#/schemas/Pet", "#/components/definitions/Pet", "#/Pet", "Pet", "#/components/parameters/Pet",
    ])
    func anotherSpellingLeadsToThePet(_ text: String) {
        let reading = Reading(schemas: "Pet: {type: object, title: Pet}\nUse: {$ref: '\(text)'}", version: "3.0.3")
        #expect(reading.ids == ["misspelled-reference"])
        #expect(reading.target("Use")?.title == "Pet")
    }

    @Test func whatIsAmbiguousOrNowhereStaysUnresolved() {
        let reading = Reading(
            schemas: "PET: {type: object}\nPet: {type: object}\nUse: {$ref: '#/components/schemas/pet'}\n"
                + "Other: {$ref: '#/components/schemas/Dog'}\nThird: {$ref: Dog}")
        #expect(reading.ids == ["unresolved-reference", "unresolved-reference", "unresolved-reference"])
    }

    @Test func slashesNeedNotBeEscaped() {
        let reading = Self.read(
            """
            paths:
              /pets: {get: {operationId: a, \(Self.answer)}}
              /pets/{id}:
                get: {operationId: b, parameters: [{name: id, in: path, required: true, schema: {type: string, title: ID}}],
                  \(Self.answer)}
            components: {schemas: {ID: {$ref: '#/paths//pets/{id}/get/parameters/0/schema'}}}
            """)
        #expect(reading.ids == ["misspelled-reference"])
        #expect(reading.target("ID")?.title == "ID")
    }

    /// Generators of JSON Schema use the schema's own root, or omit its name.
    @Test(arguments: [
        "#/components/schemas/#/properties/nick", "#/components/schemas//properties/nick", "#/properties/nick",
        "#/definitions/%23/properties/nick",
    ])
    func aNameThatIsMissingIsThatOfTheSchemaAround(_ text: String) {
        let reading = Reading(
            schemas: """
                A: {properties: {nick: {title: Nick of A}, deep: {type: object, properties: {use: {$ref: '\(text)'}}}}}
                B: {properties: {nick: {title: Nick of B}, use: {$ref: '\(text)'}}}
                """)
        #expect(Set(reading.ids) == ["misspelled-reference"])
        func title(_ schema: Schema?, _ name: String) -> String? {
            let property = schema?.object.properties.first { $0.name == name }?.schema
            return property.flatMap { reading.document?.resolve($0) }?.title
        }
        let deep = reading.schema("A")?.object.properties.last?.schema
        #expect(title(deep, "use") == "Nick of A")
        #expect(title(reading.schema("B"), "use") == "Nick of B")
    }

    @Test func theWholeDocumentIsTheSchemaAround() {
        let reading = Reading(
            schemas:
                "A: {title: A, properties: {child: {$ref: '#'}, list: {type: array, items: {$ref: '#/components/schemas/#'}}}}"
        )
        let properties = reading.schema("A")?.object.properties ?? []
        #expect(properties.first.flatMap { reading.document?.resolve($0.schema) }?.title == "A")
        #expect(properties.last?.schema.array.items.flatMap { reading.document?.resolve($0) }?.title == "A")
        #expect(Reading(schemas: "A: {$ref: '#'}").ids.contains("cyclic-reference"))
    }

    @Test func lookingForSpellingsEnds() {
        let references = (0..<3_000).map { "U\($0): {$ref: '#/components/schemas/nothing\($0)'}" }
        let reading = Reading(schemas: references.joined(separator: "\n"))
        #expect(reading.ids.count == 3_000 && Set(reading.ids) == ["unresolved-reference"])
    }

    // MARK: Locations

    @Test func aBodyAmongTheParameters() throws {
        let reading = Self.read(
            """
            paths:
              /pets:
                post:
                  operationId: a
                  parameters: [{name: pet, in: body, required: true, schema: {title: Pet}}]
                  \(Self.answer)
                put:
                  operationId: b
                  parameters:
                    - {name: file, in: formData, required: true, type: file}
                    - {name: name, in: formData, schema: {type: string}}
                  \(Self.answer)
            """)
        #expect(Set(reading.ids) == ["foreign-keyword"])
        let operations = try #require(reading.document?.paths.first?.operations)
        #expect(operations[0].requestBody?.isRequired == true && operations[0].parameters.isEmpty)
        #expect(operations[0].requestBody?.content.map(\.contentType) == ["application/json"])
        #expect(operations[0].requestBody?.content.first?.schema?.title == "Pet")
        #expect(operations[1].requestBody?.content.map(\.contentType) == ["multipart/form-data"])
        #expect(operations[1].requestBody?.content.first?.schema?.object.properties.map(\.name) == ["file", "name"])
    }

    @Test func aSchemaWhereAnotherObjectBelongs() throws {
        let reading = Self.read(
            """
            paths:
              /pets:
                post:
                  operationId: a
                  requestBody: {$ref: '#/components/schemas/Pet'}
                  responses:
                    '200': {$ref: '#/components/schemas/Pet'}
                    '201': {description: A pet, content: {application/json: {$ref: '#/components/schemas/Pet'}}}
                    '400': {$ref: '#/components/responses/Bad'}
                    '404': {type: string}
            components:
              responses: {Bad: {type: object, properties: {message: {type: string}}}}
              schemas: {Pet: {title: Pet, type: object}}
            """)
        #expect(Set(reading.ids) == ["schema-instead"])
        let operation = try #require(reading.document?.paths.first?.operations.first)
        func schema(_ media: MediaType?) -> Schema? { media?.schema.flatMap { reading.document?.resolve($0) } }
        #expect(schema(operation.requestBody?.content.first)?.title == "Pet")
        #expect(operation.responses.prefix(2).allSatisfy { schema($0.content.first)?.title == "Pet" })
        #expect(schema(operation.responses[2].content.first)?.object.properties.map(\.name) == ["message"])
        #expect(schema(operation.responses[3].content.first)?.types == [.string])
    }

    @Test func otherCase() throws {
        let reading = Self.read(
            "paths: {/pets: {Get: {operationId: a, parameters: [{name: n, in: Query, schema: {type: string}}], "
                + "responses: {Default: {description: d}, ' 2xx': {description: d}}}}}")
        #expect(Set(reading.ids) == ["other-spelling"])
        let operation = try #require(reading.document?.paths.first?.operations.first)
        #expect(operation.method == "GET" && operation.parameters.first?.location == .query)
        #expect(operation.responses.map(\.status) == [.otherwise, .range(2)])
    }

    /// YAML's way to write a mapping without members.
    @Test func nullInAMapOfNames() throws {
        let reading = Self.read(
            """
            paths:
              /pets:
                get:
                  operationId: a
                  security: [{key: }]
                  put:
                  responses: {'200': {description: d, headers: {X-A: }, content: {text/plain: }}, '204': }
            components:
              schemas: {Anything: }
              securitySchemes: {key: {type: oauth2, flows: {implicit: {authorizationUrl: 'https://a.example', scopes: {read: }}, password: }}}
            """)
        #expect(Set(reading.ids).subtracting(["wrong-type", "unknown-keyword"]).isEmpty)
        let operation = try #require(reading.document?.paths.first?.operations.first)
        #expect(operation.responses.map(\.status) == [.code(200), .code(204)])
        #expect(operation.responses.first?.headers.map(\.name) == ["X-A"])
        #expect(operation.responses.first?.content.map(\.contentType) == ["text/plain"])
        #expect(operation.security.first?.entries.map(\.scheme) == ["key"])
        #expect(reading.document?.namedSchemas.map(\.name) == ["Anything"])
        guard case .oauth2(let flows)? = reading.document?.securitySchemes.first?.kind else {
            Issue.record("no scheme")
            return
        }
        #expect(flows.map(\.kind) == [.implicit] && flows.first?.scopes.map(\.name) == ["read"])
    }

    /// An id that a framework wrote at two methods belongs to neither of them.
    @Test func anIDOfSeveralMethodsBelongsToNone() {
        let reading = Self.read(
            """
            paths:
              /multi: {get: {operationId: multi_put, \(Self.answer)}, put: {operationId: multi_put, \(Self.answer)}}
              /other: {get: {operationId: multi_put, \(Self.answer)}}
            """)
        #expect(reading.ids == ["duplicate-operation-id", "duplicate-operation-id"])
        let ids = reading.document?.paths.flatMap(\.operations).map(\.operationID)
        #expect(ids == [nil, nil, nil])
    }

    @Test(arguments: [
        "paths:\n  - /a: {get: {operationId: a, RESPONSES}}\n  - /b: {get: {operationId: b, RESPONSES}}",
        "paths: [{$ref: '#/x-one'}, {$ref: '#/x-two'}]\nx-one: {/a: {get: {operationId: a, RESPONSES}}}\n"
            + "x-two: {/b: {get: {operationId: b, RESPONSES}}}",
        "paths:\n  - /a: {get: {operationId: a, RESPONSES}}\n  - /a: {post: {operationId: b, RESPONSES}}",
    ])
    func aListOfPathsIsReadAsOne(_ text: String) {
        let reading = Self.read(text.replacing("RESPONSES", with: Self.answer))
        #expect(Set(reading.ids).subtracting(["misplaced-reference"]) == ["wrong-type"])
        #expect(reading.document?.paths.flatMap(\.operations).map(\.operationID) == ["a", "b"])
    }

    @Test func ofAPathThatIsInTwoElementsTheFirstCounts() {
        let item = "{/a: {get: {operationId: ID, \(Self.answer)}}}"
        let reading = Self.read("paths: [\(item.replacing("ID", with: "a")), \(item.replacing("ID", with: "b"))]")
        #expect(reading.ids.sorted() == ["duplicate-key", "wrong-type"])
        #expect(reading.document?.paths.flatMap(\.operations).map(\.operationID) == ["a"])
    }

    @Test func componentsMayBeLists() {
        let reading = Self.read(
            "paths: {}\ncomponents: [{schemas: [{A: {type: string}}, {B: {$ref: '#/components/schemas/A'}}]}]")
        #expect(Set(reading.ids) == ["wrong-type"])
        #expect(reading.target("B")?.types == [.string])
    }
}
