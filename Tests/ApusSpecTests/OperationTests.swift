import ApusSource
import ApusSpec
import Testing

struct OperationTests {
    private static func read(_ paths: String, version: String = "3.2.0") -> Reading {
        let lines = paths.split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }
        return Reading("openapi: \(version)\ninfo: {title: T, version: '1'}\npaths:\n" + lines.joined(separator: "\n"))
    }

    @Test func methodsOf32() {
        let reading = Self.read(
            """
            /pets:
              query: {operationId: find, responses: {'200': {description: Pets}}}
              additionalOperations:
                COPY: {operationId: copy, responses: {2xx: {description: Copied}, default: {description: Failed}}}
            """)
        #expect(reading.ids == [])
        #expect(
            reading.dump("/pets") == """
                QUERY find
                  security none
                  response 200
                COPY copy
                  security none
                  response 2XX
                  response default

                """)
    }

    @Test(arguments: ["LOCK PET", "''", "LÖSCHEN", "GET/", #""A\r\nHost: b""#])
    func aMethodThatIsNoTokenIsLeftOut(_ name: String) {
        let reading = Self.read(
            """
            /pets:
              get: {operationId: find, responses: {'200': {description: Pets}}}
              additionalOperations:
                \(name): {operationId: lock, responses: {2xx: {description: Locked}}}
            """)
        #expect(reading.ids == ["malformed-method"])
        #expect(reading.dump("/pets").contains("lock") == false)
    }

    @Test func pathLevelParametersComeFirstUnlessOverridden() {
        let reading = Self.read(
            """
            /pets/{id}:
              parameters:
                - {name: id, in: path, required: true, schema: {type: string}}
                - {name: page, in: query, schema: {type: integer}}
              get:
                operationId: get
                parameters:
                  - {name: sort, in: query, style: deepObject, explode: true, schema: {type: object}}
                  - {name: page, in: query, required: true, explode: false, schema: {type: string}}
                responses: {'204': {description: Done}}
            """)
        #expect(reading.ids == [])
        let parameters = reading.document?.paths.first?.operations.first?.parameters ?? []
        #expect(parameters.map(\.name) == ["id", "sort", "page"])
        #expect(parameters.map(\.style) == [.simple, .deepObject, .form])
        #expect(parameters.map(\.explode) == [false, true, false])
        #expect(parameters.map(\.isRequired) == [true, false, true])
    }

    @Test func streamsAndQueryStrings() {
        let reading = Self.read(
            """
            /events:
              get:
                operationId: watch
                parameters:
                  - {name: filter, in: querystring, content: {application/json: {schema: {type: object}}}}
                responses:
                  '200': {description: Events, content: {text/event-stream: {itemSchema: {type: string}}}}
            """)
        #expect(reading.ids == [])
        #expect(
            reading.dump("GET watch") == """
                security none
                querystring filter form explode
                  application/json
                    object
                response 200
                  text/event-stream
                    each item: string

                """)
    }

    @Test func securityOfTheOperationWins() {
        let reading = Reading(
            """
            openapi: 3.2.0
            info: {title: T, version: '1'}
            security: [{key: []}]
            components:
              securitySchemes:
                key: {type: apiKey, in: query, name: k}
                device:
                  type: oauth2
                  flows: {deviceAuthorization: {deviceAuthorizationUrl: /d, tokenUrl: /t, scopes: {read: Read}}}
            paths:
              /a: {get: {operationId: inherits, responses: {'204': {description: D}}}}
              /b: {get: {operationId: none, security: [], responses: {'204': {description: D}}}}
              /c: {get: {operationId: own, security: [{device: [read], key: []}, {}], responses: {'204': {description: D}}}}
            """)
        #expect(reading.ids == [])
        let operations = reading.document?.paths.compactMap(\.operations.first) ?? []
        #expect(operations.map(\.security.count) == [1, 0, 2])
        #expect(operations.last?.security.first?.entries.map(\.scheme) == ["device", "key"])
    }

    @Test func referencesToEveryKindOfObject() {
        let reading = Reading(
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /pets: {$ref: '#/components/pathItems/Pets'}
            components:
              pathItems:
                Pets:
                  post:
                    operationId: create
                    parameters: [{$ref: '#/components/parameters/Alias', description: Here}]
                    requestBody: {$ref: '#/components/requestBodies/Pet'}
                    responses: {'200': {$ref: '#/components/responses/Pet'}}
              parameters:
                Alias: {$ref: '#/components/parameters/Page'}
                Page: {name: page, in: query, description: There, schema: {type: integer}}
              requestBodies: {Pet: {required: true, content: {application/json: {schema: {type: string}}}}}
              responses: {Pet: {description: Pet, headers: {X-A: {$ref: '#/components/headers/A'}}}}
              headers: {A: {required: true, schema: {type: string}}}
            """)
        #expect(reading.ids == [])
        let operation = reading.document?.paths.first?.operations.first
        #expect(operation?.parameters.first?.documentation == "Here")
        #expect(operation?.parameters.first?.sharedName?.text == "Alias")
        #expect(operation?.requestBody?.sharedName?.text == "Pet")
        #expect(operation?.responses.first?.sharedName?.text == "Pet")
        #expect(operation?.responses.first?.headers.map(\.name) == ["X-A"])
        #expect(operation?.pointer == "/components/pathItems/Pets/post")
    }

    @Test func undeclaredParametersAreStrings() {
        let reading = Self.read("/a/{x}/{y}:\n  get: {operationId: a, responses: {'204': {description: D}}}")
        #expect(reading.ids == ["undeclared-path-parameter"])
        let parameters = reading.document?.paths.first?.operations.first?.parameters ?? []
        #expect(parameters.map(\.name) == ["x", "y"])
        #expect(parameters.allSatisfy { $0.isRequired && $0.schema?.types == [.string] })
    }

    /// Authors with Swagger 2.0 habits omit `schema` and `content`.
    @Test func olderFormsAreRead() {
        let reading = Self.read(
            """
            /pets:
              get:
                operationId: list
                parameters: [{name: page, in: query, type: integer, format: int64}]
                responses: {'200': {description: Pets, schema: {type: string}}}
            """)
        #expect(reading.ids == ["foreign-keyword", "foreign-keyword"])
        let operation = reading.document?.paths.first?.operations.first
        #expect(operation?.parameters.first?.schema?.types == [.integer])
        #expect(operation?.parameters.first?.schema?.format == "int64")
        #expect(operation?.responses.first?.content.first?.schema?.types == [.string])
    }

    /// One mistake in a shared object is one diagnostic.
    @Test func causesAreReportedOnce() {
        let operations = (0..<5).map {
            "/p\($0): {get: {operationId: o\($0), parameters: [{$ref: '#/components/parameters/A'}], responses: {'204': {description: D}}}}\n  "
        }
        let reading = Reading(
            "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n  " + operations.joined()
                + "\ncomponents: {parameters: {A: {name: a, in: query, stlye: form, schema: {$ref: '#/nowhere'}}}}")
        #expect(reading.ids == ["unknown-keyword", "unresolved-reference"])
        #expect(reading.document?.paths.count == 5)
    }
}
