extension DiagnosticCatalog {
    /// Reading the document.
    static let document: [Explanation] = [
        Explanation(
            id: "example-beside-examples", title: "`example` and `examples` are both there",
            meaning: "The two exclude each other; tools differ in which they show.",
            before: """
                example: Rex
                examples: { short: { value: Rex } }
                """,
            says: "`example` is next to `examples`",
            instead: "Both are read.",
            after: "examples: { short: { value: Rex } }"),
        Explanation(
            id: "foreign-keyword", title: "A keyword belongs to another version of OpenAPI",
            meaning: "Its meaning is clear, but tools for the document's own version pass over it.",
            before: """
                openapi: 3.1.0
                …
                type: string
                nullable: true
                """,
            says: "`nullable` is not part of version 3.1",
            instead: "It is read with its meaning in other versions.",
            after: """
                openapi: 3.1.0
                …
                type: [string, 'null']
                """),
        Explanation(
            id: "nothing-to-generate", title: "The document has nothing to generate",
            meaning:
                "A client without operations, events and types would be an empty module that compiles and does nothing.",
            before: """
                paths: {}
                """,
            says: "the document has no operation",
            instead: "Nothing is written.",
            after: """
                paths:
                  /pets:
                    get: { operationId: listPets, responses: { '204': { description: d } } }
                """),
        Explanation(
            id: "malformed-media-type", title: "A key of `content` is not a media type",
            meaning: "Media types are `type/subtype`, with parameters if need be (RFC 9110, section 8.3.1).",
            before: """
                content:
                  json: {}
                """,
            says: #""json" is not a media type"#,
            instead: "It is kept and sent as it is.",
            after: """
                content:
                  application/json: {}
                """),
        Explanation(
            id: "malformed-method", title: "A key of `additionalOperations` is not an HTTP method",
            meaning: "The name of a method is a token: letters, digits and some marks (RFC 9110, section 9.1).",
            before: """
                additionalOperations:
                  LOCK PET: { operationId: lockPet, responses: { '204': { description: d } } }
                """,
            says: #""LOCK PET" is not an HTTP method"#,
            instead: "The operation is left out, because no request can be sent with it.",
            after: """
                additionalOperations:
                  LOCK: { operationId: lockPet, responses: { '204': { description: d } } }
                """),
        Explanation(
            id: "missing-info", title: "The document has no `info`",
            meaning:
                "`info` with `title` and `version` is required; the title names the client where the configuration does not.",
            before: """
                openapi: 3.1.0
                paths: {}
                """,
            says: "the document has no `info`",
            instead: "The title is taken to be API.",
            after: """
                openapi: 3.1.0
                info: { title: Pets, version: 1.0.0 }
                paths: {}
                """),
        Explanation(
            id: "missing-member", title: "An object lacks something it must have",
            meaning: "OpenAPI requires some members, such as the name of a tag.",
            before: """
                tags:
                  - description: Cats and dogs
                """,
            says: "a tag has no `name`",
            instead: "The hint beside the message says how it was read.",
            after: """
                tags:
                  - name: pets
                    description: Cats and dogs
                """),
        Explanation(
            id: "not-openapi", title: "The file is not an OpenAPI document",
            meaning: "A document says what it is with `openapi` or `swagger` at its top.",
            before: "asyncapi: 3.0.0",
            says: #"this is not an OpenAPI document: the file has "asyncapi", but neither "openapi" nor "swagger""#,
            instead: "Nothing is generated.",
            after: "openapi: 3.1.0"),
        Explanation(
            id: "undeclared-server-variable", title: "A server's address has an undeclared variable",
            meaning: "Every name in braces is declared under `variables`, with a default.",
            before: """
                servers:
                  - url: https://{region}.pets.example
                """,
            says: #"`variables` does not declare "region""#,
            instead: "It is read as a variable without a default, which the caller must give.",
            after: """
                servers:
                  - url: https://{region}.pets.example
                    variables:
                      region: { default: eu }
                """),
        Explanation(
            id: "undefined-security-scheme", title: "A security requirement names no scheme",
            meaning:
                "The name must be a key of `components.securitySchemes`, or of `securityDefinitions` in Swagger 2.0.",
            before: """
                security:
                  - bearer: []
                """,
            says: #"there is no security scheme "bearer""#,
            instead: "The name is left out of the requirement.",
            after: """
                security:
                  - bearer: []
                components:
                  securitySchemes:
                    bearer: { type: http, scheme: bearer }
                """),
        Explanation(
            id: "unknown-keyword", title: "A keyword is not part of OpenAPI",
            meaning: "Probably a misspelling, or an extension without the `x-` that extensions begin with.",
            before: """
                type: string
                maxLenght: 10
                """,
            says: "`maxLenght` is not a keyword of a schema",
            instead: "It is ignored.",
            after: """
                type: string
                maxLength: 10
                """),
        Explanation(
            id: "unknown-word", title: "A keyword takes one of a few words",
            meaning: "The keyword does not take this word.",
            before: """
                name: ids
                in: query
                style: comma
                """,
            says: #"`style` cannot be "comma""#,
            instead: "The keyword is ignored, so its default holds.",
            after: """
                name: ids
                in: query
                style: form
                explode: false
                """),
        Explanation(
            id: "unsupported-version", title: "This version of OpenAPI is not supported",
            meaning: "Supported are Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2, each with any patch level.",
            before: #"swagger: "1.2""#,
            says: #"cannot read swagger version "1.2""#,
            instead: "Nothing is generated: another version may mean other things by the same words.",
            after: #"swagger: "2.0""#),
        Explanation(
            id: "wrong-type", title: "A value is of the wrong kind",
            meaning: "A text is where a mapping is expected, or the other way round.",
            before: """
                get:
                  tags: cats
                """,
            says: "`tags` should be a sequence, not a string",
            instead: "The value is read where there is a safe reading, else ignored; the hint says which.",
            after: """
                get:
                  tags: [cats]
                """),
    ]
}
