extension DiagnosticCatalog {
    /// Reading the document.
    static let document: [Explanation] = [
        Explanation(
            id: "example-beside-examples", title: "An object has both `example` and `examples`",
            meaning: "The two keywords are mutually exclusive, and tools differ in which one they show.",
            before: """
                example: Rex
                examples: { short: { value: Rex } }
                """,
            says: "`example` is next to `examples`",
            instead: "Apus reads both.",
            after: "examples: { short: { value: Rex } }"),
        Explanation(
            id: "foreign-keyword", title: "A keyword belongs to another version of OpenAPI",
            meaning: "Its meaning is clear, but tools for the version of the document ignore it.",
            before: """
                openapi: 3.1.0
                …
                type: string
                nullable: true
                """,
            says: "`nullable` is not part of version 3.1",
            instead: "Apus reads it with its meaning in the other version.",
            after: """
                openapi: 3.1.0
                …
                type: [string, 'null']
                """),
        Explanation(
            id: "nothing-to-generate", title: "The document has no operation, event or type",
            meaning:
                "A client without operations, events and types would be an empty module that compiles and does nothing.",
            before: """
                paths: {}
                """,
            says: "the document has no operation",
            instead: "Apus writes no files.",
            after: """
                paths:
                  /pets:
                    get: { operationId: listPets, responses: { '204': { description: d } } }
                """),
        Explanation(
            id: "malformed-media-type", title: "A key of `content` is not a media type",
            meaning: "A media type is `type/subtype` with optional parameters (RFC 9110, section 8.3.1).",
            before: """
                content:
                  json: {}
                """,
            says: #""json" is not a media type"#,
            instead: "Apus keeps and sends it unchanged.",
            after: """
                content:
                  application/json: {}
                """),
        Explanation(
            id: "malformed-method", title: "A key of `additionalOperations` is not an HTTP method",
            meaning:
                "The name of a method is a token: letters, digits and some punctuation marks (RFC 9110, section 9.1).",
            before: """
                additionalOperations:
                  LOCK PET: { operationId: lockPet, responses: { '204': { description: d } } }
                """,
            says: #""LOCK PET" is not an HTTP method"#,
            instead: "Apus omits the operation, because no request can have this method.",
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
            instead: "The title is `API`.",
            after: """
                openapi: 3.1.0
                info: { title: Pets, version: 1.0.0 }
                paths: {}
                """),
        Explanation(
            id: "missing-member", title: "An object lacks a required member",
            meaning: "OpenAPI requires some members, such as the name of a tag.",
            before: """
                tags:
                  - description: Cats and dogs
                """,
            says: "a tag has no `name`",
            instead: "The hint of the message states how Apus reads the object.",
            after: """
                tags:
                  - name: pets
                    description: Cats and dogs
                """),
        Explanation(
            id: "not-openapi", title: "The file is not an OpenAPI document",
            meaning: "The member `openapi` or `swagger` at the root identifies a document and its version.",
            before: "asyncapi: 3.0.0",
            says: #"this is not an OpenAPI document: the file has "asyncapi", but neither "openapi" nor "swagger""#,
            instead: "Apus generates nothing.",
            after: "openapi: 3.1.0"),
        Explanation(
            id: "undeclared-server-variable", title: "A server's URL has an undeclared variable",
            meaning: "`variables` must declare every name in braces, with a default.",
            before: """
                servers:
                  - url: https://{region}.pets.example
                """,
            says: #"`variables` does not declare "region""#,
            instead: "Apus reads it as a variable without a default, which the caller must supply.",
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
            instead: "Apus omits the name from the requirement.",
            after: """
                security:
                  - bearer: []
                components:
                  securitySchemes:
                    bearer: { type: http, scheme: bearer }
                """),
        Explanation(
            id: "unknown-keyword", title: "A keyword is not part of OpenAPI",
            meaning: "The keyword is probably misspelt, or it is an extension without the prefix `x-`.",
            before: """
                type: string
                maxLenght: 10
                """,
            says: "`maxLenght` is not a keyword of a schema",
            instead: "Apus ignores it.",
            after: """
                type: string
                maxLength: 10
                """),
        Explanation(
            id: "unknown-word", title: "A keyword has an unknown value",
            meaning: "The specification lists the values of the keyword, and this is none of them.",
            before: """
                name: ids
                in: query
                style: comma
                """,
            says: #"`style` cannot be "comma""#,
            instead: "Apus ignores the keyword, so that its default applies.",
            after: """
                name: ids
                in: query
                style: form
                explode: false
                """),
        Explanation(
            id: "unsupported-version", title: "This version of OpenAPI is not supported",
            meaning: "Apus supports Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2, each with any patch version.",
            before: #"swagger: "1.2""#,
            says: #"cannot read swagger version "1.2""#,
            instead: "Apus generates nothing, because keywords may have other meanings in another version.",
            after: #"swagger: "2.0""#),
        Explanation(
            id: "wrong-type", title: "A value is of the wrong kind",
            meaning: "The value is a text where the specification requires a mapping, or the reverse.",
            before: """
                get:
                  tags: cats
                """,
            says: "`tags` should be a sequence, not a string",
            instead:
                "Apus converts the value where the conversion is unambiguous and otherwise ignores it; the hint states which.",
            after: """
                get:
                  tags: [cats]
                """),
    ]
}
