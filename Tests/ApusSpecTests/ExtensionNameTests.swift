import ApusSource
import ApusSpec
import Testing

/// A key that begins with `x-` is a name like any other in a map of names, and an extension where the specification has fixed members.
struct ExtensionNameTests {
    private static let document =
        """
        openapi: 3.1.0
        info: {title: T, version: '1'}
        servers: [{url: 'https://{x-region}.example', variables: {x-region: {default: eu}}}]
        security: [{x-api-key: [x-scope]}]
        paths:
          /pets:
            get:
              operationId: a
              x-note: An extension.
              requestBody:
                content: {multipart/form-data: {schema: {type: object}, encoding: {x-part: {contentType: text/plain, headers: {x-h: {schema: {type: string}}}}}}}
              responses:
                x-other: An extension.
                '200':
                  description: d
                  x-more: {headers: {}}
                  headers: {x-request-cost: {schema: {type: integer}}}
                  links: {x-next: {operationId: a}}
                  content: {x-vendor/json: {schema: {type: string}, examples: {x-one: {value: 1}}}}
              callbacks: {x-done: {'{$request.body#/url}': {post: {responses: {'204': {description: d}}}}}}
          x-internal: {note: An extension.}
          x-files/{id}: {get: {operationId: b, parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {'204': {description: d}}}}
        webhooks: {x-order: {post: {responses: {'204': {description: d}}}}}
        components:
          schemas:
            x-Pet:
              properties: {x-name: {type: string}}
              patternProperties: {x-.*: {type: string}}
              dependentSchemas: {x-name: {required: [b]}}
              dependentRequired: {x-name: [c]}
            Base: {oneOf: [{$ref: '#/components/schemas/x-Pet'}], discriminator: {propertyName: p, mapping: {x-pet: x-Pet}}}
          parameters: {x-p: {name: x-p, in: header, schema: {type: string}}}
          securitySchemes:
            x-api-key: {type: apiKey, name: X-Key, in: header}
            flow: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://a.example', scopes: {x-scope: All}}, x-flow: {}}}
        """

    @Test func namesInEveryMap() throws {
        let reading = Reading(Self.document)
        #expect(Set(reading.ids) == ["path-without-slash"])
        let document = try #require(reading.document)
        #expect(document.servers.first?.variables.map(\.defaultValue) == ["eu"])
        #expect(document.securitySchemes.map(\.name) == ["x-api-key", "flow"])
        let operation = try #require(document.paths.first?.operations.first)
        #expect(operation.security.first?.entries.first?.scopes == ["x-scope"])
        #expect(operation.extensions.entries.map(\.key) == ["x-note"])
        #expect(operation.callbacks.map(\.name) == ["x-done"])
        let encoding = operation.requestBody?.content.first?.encodings.first
        #expect(encoding?.property == "x-part" && encoding?.headers.map(\.name) == ["x-h"])
        let response = try #require(operation.responses.first)
        #expect(operation.responses.count == 1 && response.headers.map(\.name) == ["x-request-cost"])
        #expect(response.links.map(\.name) == ["x-next"])
        #expect(response.content.map(\.contentType) == ["x-vendor/json"])
        #expect(response.content.first?.examples.map(\.name) == ["x-one"])
        #expect(document.paths.map(\.path) == ["/pets", "/x-files/{id}"])
        #expect(document.webhooks.map(\.path) == ["x-order"])
        let pet = try #require(reading.schema("x-Pet")?.object)
        #expect(pet.properties.map(\.name) == ["x-name"] && pet.patternProperties.map(\.name) == ["x-.*"])
        #expect(pet.dependentSchemas.map(\.name) == ["x-name"] && pet.dependentRequired.map(\.name) == ["x-name"])
        #expect(reading.schema("Base")?.discriminator?.mapping.map(\.value) == ["x-pet"])
        guard case .oauth2(let flows) = document.securitySchemes[1].kind else { throw SourceError([]) }
        #expect(flows.first?.scopes.map(\.name) == ["x-scope"])
    }

    /// Swagger 2.0 lets `scopes` be extended, and has other maps of names.
    @Test func namesOfSwagger() throws {
        let reading = Reading(
            """
            swagger: '2.0'
            info: {title: T, version: '1'}
            paths:
              /pets:
                get:
                  operationId: a
                  security: [{x-key: []}]
                  responses: {'200': {description: d, headers: {x-cost: {type: integer}}, schema: {$ref: '#/definitions/x-Pet'}}}
            definitions: {x-Pet: {type: object, properties: {x-a: {type: string}}}}
            securityDefinitions:
              x-key: {type: apiKey, name: K, in: header}
              flow: {type: oauth2, flow: implicit, authorizationUrl: 'https://a.example', scopes: {read: Read, x-note: An extension.}}
            """)
        #expect(reading.ids == [])
        let document = try #require(reading.document)
        #expect(document.securitySchemes.map(\.name) == ["x-key", "flow"])
        let operation = try #require(document.paths.first?.operations.first)
        #expect(operation.security.first?.entries.map(\.scheme) == ["x-key"])
        #expect(operation.responses.first?.headers.map(\.name) == ["x-cost"])
        #expect(reading.schema("x-Pet")?.object.properties.map(\.name) == ["x-a"])
        guard case .oauth2(let flows) = document.securitySchemes[1].kind else { throw SourceError([]) }
        #expect(flows.first?.scopes.map(\.name) == ["read"])
    }

    /// A value that is not an object in a map of objects is an extension as well.
    @Test func textsAreExtensions() {
        let reading = Reading(
            "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents: {schemas: {x-note: text, A: {type: string}}, "
                + "headers: {x-note: text}, securitySchemes: {x-note: [text]}}")
        #expect(reading.ids == [])
        #expect(reading.document?.namedSchemas.map(\.name) == ["A"])
    }
}
