import ApusSpec
import Testing

/// Swagger 2.0 in the shape of 3.2.
struct SwaggerTests {
    private static let head = "swagger: '2.0'\ninfo: {title: T, version: '1'}\n"

    @Test(arguments: [
        (
            "host: api.example.com\nbasePath: /v1\nschemes: [http, https]",
            "https://api.example.com/v1\nhttp://api.example.com/v1\n"
        ),
        ("host: api.example.com", "https://api.example.com\n"),
        ("host: api.example.com\nbasePath: v1/", "https://api.example.com/v1/\n"),
        ("basePath: /v1", "/v1\n"),
        ("basePath: /", ""),
        ("paths: {}", ""),
    ])
    func servers(_ text: String, _ expected: String) {
        #expect(Reading(Self.head + text).dump("servers") == expected)
    }

    @Test(arguments: [
        ("csv", "query ids form\n"), ("ssv", "query ids spaceDelimited\n"), ("tsv", "query ids tabDelimited\n"),
        ("pipes", "query ids pipeDelimited\n"), ("multi", "query ids form explode\n"),
    ])
    func collectionFormats(_ format: String, _ expected: String) {
        let reading = Reading(
            Self.head + """
                paths:
                  /pets:
                    get:
                      operationId: list
                      parameters:
                        - {name: ids, in: query, type: array, items: {type: integer}, collectionFormat: \(format)}
                      responses: {'204': {description: Done}}
                """)
        #expect(reading.ids == [])
        #expect(
            reading.dump("GET list") == "security none\n" + expected + "  array\n    each item: integer\nresponse 204\n"
        )
    }

    @Test func formsAndFiles() {
        let reading = Reading(
            Self.head + """
                consumes: [application/json]
                produces: [application/json, text/plain]
                paths:
                  /pets:
                    post:
                      operationId: upload
                      parameters:
                        - {name: name, in: formData, type: string, required: true}
                        - {name: photo, in: formData, type: file}
                        - {name: tags, in: formData, type: array, items: {type: string}, collectionFormat: multi}
                      produces: []
                      responses:
                        '200': {description: Photo, schema: {type: file}}
                """)
        #expect(reading.ids == [])
        #expect(
            reading.dump("POST upload") == """
                security none
                body required
                  multipart/form-data
                    object
                      name!: string
                      photo: file
                      tags: array
                        each item: string
                    encoding tags form explode
                response 200
                  application/octet-stream
                    file

                """)
    }

    @Test func bodiesFollowConsumes() {
        let reading = Reading(
            Self.head + """
                consumes: [application/xml]
                produces: [application/json, text/plain]
                parameters:
                  Pet: {name: pet, in: body, required: true, schema: {$ref: '#/definitions/Pet'}}
                responses:
                  Pet:
                    description: The pet
                    schema: {$ref: '#/definitions/Pet'}
                    headers: {X-Rate: {type: integer}}
                    examples: {application/json: {name: Rex}}
                definitions:
                  Pet: {type: object, discriminator: kind, properties: {kind: {type: string, x-nullable: true}}}
                paths:
                  /pets:
                    post:
                      operationId: create
                      parameters: [{$ref: '#/parameters/Pet'}]
                      responses: {'200': {$ref: '#/responses/Pet'}}
                """)
        #expect(reading.ids == [])
        #expect(
            reading.dump("POST create") == """
                security none
                body required
                  application/xml
                    → #/definitions/Pet
                response 200 (Pet)
                  header X-Rate
                    integer
                  application/json
                    → #/definitions/Pet
                  text/plain
                    → #/definitions/Pet

                """)
        #expect(
            reading.dump("schemas")
                == "Pet: object\n  kind: string nullable\n    x-nullable \"true\"\n  discriminator kind\n")
    }

    @Test func securityDefinitions() {
        let reading = Reading(
            Self.head + """
                securityDefinitions:
                  login: {type: basic}
                  key: {type: apiKey, name: X-Key, in: header}
                  oauth: {type: oauth2, flow: accessCode, authorizationUrl: /a, tokenUrl: /t, scopes: {read: Read}}
                security: [{key: []}, {oauth: [read], login: []}, {}]
                """)
        #expect(
            reading.dump("security schemes") == """
                login: http basic
                key: apiKey X-Key in header
                oauth: oauth2
                  authorizationCode authorize /a token /t
                    scopes read

                """)
        #expect(reading.document?.security?.map(\.entries.count) == [1, 2, 0])
    }

    /// A body component shared by two forms keeps their fields apart.
    @Test func sharedFieldsMakeTwoForms() {
        let operation = """
                  post:
                    operationId: NAME
                    parameters: [{$ref: '#/parameters/Name'}, {name: NAME, in: formData, type: string}]
                    responses: {'204': {description: Done}}
            """
        let reading = Reading(
            Self.head + "parameters:\n  Name: {name: name, in: formData, type: string}\npaths:\n  /a:\n"
                + operation.replacing("NAME", with: "a") + "\n  /b:\n" + operation.replacing("NAME", with: "b"))
        let bodies = reading.document?.paths.compactMap { $0.operations.first?.requestBody?.content.first }
        #expect(
            bodies?.map(\.contentType) == ["application/x-www-form-urlencoded", "application/x-www-form-urlencoded"])
        #expect(bodies?.map { $0.schema?.object.properties.map(\.name) } == [["name", "a"], ["name", "b"]])
    }
}
