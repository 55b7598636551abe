extension DiagnosticCatalog {
    /// Deciding the Swift.
    static let lowering: [Explanation] = [
        Explanation(
            id: "contradicting-all-of", title: "Members of an `allOf` contradict each other",
            meaning: "A value has to satisfy all members; here none can.",
            before: """
                allOf:
                  - { type: string }
                  - { type: integer }
                """,
            says: "no value fits: type is integer here and string in what it is combined with",
            instead: "Either is accepted.",
            after: """
                allOf:
                  - { type: string }
                  - { maxLength: 10 }
                """),
        Explanation(
            id: "default-namespaces", title: "The groups of a large document are namespaces of the client",
            meaning: """
                Where `namespaces` is not set, a document with more than 30 operations in several groups becomes a client with a namespace for each group.
                The number of its operations decides, so that one more or one less can change every call.
                """,
            before: """
                paths:
                  /cats: { get: { tags: [cats], operationId: listCats, … } }
                  …
                """,
            says: "the groups of the 31 operations are parts of the client",
            instead: "Calls are `client.cats.listCats()`.",
            after: """
                # in apus.yaml
                namespaces: tags
                """),
        Explanation(
            id: "endless-alias", title: "A schema consists only of itself",
            meaning: "Its only alternative is the schema itself, so that nothing says what a value looks like.",
            before: """
                Tree:
                  anyOf:
                    - $ref: "#/components/schemas/Tree"
                """,
            says: #""Tree" consists only of itself"#,
            instead: "The type is `JSONValue`.",
            after: """
                Tree:
                  type: array
                  items: { $ref: "#/components/schemas/Tree" }
                """),
        Explanation(
            id: "endless-all-of", title: "An `allOf` leads back to itself",
            meaning: "A schema cannot be part of itself: it would never be complete.",
            before: """
                Pet:
                  allOf:
                    - $ref: "#/components/schemas/Pet"
                    - properties: { name: { type: string } }
                """,
            says: "allOf leads back to the schema that it is part of",
            instead: "The inner one adds nothing.",
            after: """
                Pet:
                  properties: { name: { type: string } }
                """),
        Explanation(
            id: "endless-requirement", title: "A schema requires itself",
            meaning:
                "A pet whose required parent is a pet whose required parent is a pet: no value could ever be complete.",
            before: """
                Pet:
                  required: [parent]
                  properties:
                    parent: { $ref: "#/components/schemas/Pet" }
                """,
            says: #""Pet" requires itself through its required member "parent""#,
            instead: "The member is optional.",
            after: """
                Pet:
                  properties:
                    parent: { $ref: "#/components/schemas/Pet" }
                """),
        Explanation(
            id: "idle-discriminator", title: "A discriminator leads to no alternative",
            meaning: "No value of the property can be told to mean one of the alternatives.",
            before: """
                oneOf: [{ type: string }, { type: integer }]
                discriminator: { propertyName: kind }
                """,
            says: #"no value of the discriminator "kind" leads to an alternative"#,
            instead: "Alternatives are told apart by their members.",
            after: """
                oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }]
                discriminator: { propertyName: kind }
                """),
        Explanation(
            id: "ignored-header-parameter", title: "A header is described that is not a parameter",
            meaning: "OpenAPI ignores parameters named Accept, Content-Type and Authorization.",
            before: "- { name: Authorization, in: header }",
            says: #"the header "Authorization" is not a parameter"#,
            instead: "It follows from content types and security schemes.",
            after: """
                security:
                  - bearer: []
                """),
        Explanation(
            id: "impossible-schema", title: "A schema is `false`",
            meaning: "No value fits it, and Swift has no type without values that could be decoded.",
            before: """
                properties:
                  legacy: false
                """,
            says: "no value fits a schema that is false",
            instead: "`JSONValue` stands in the place.",
            after: "additionalProperties: false"),
        Explanation(
            id: "unused-encoding", title: "An encoding speaks of a member that is not there",
            meaning:
                "An encoding goes by the name of a property of the body's schema; one without a property does nothing.",
            before: """
                schema: { properties: { tags: { … } } }
                encoding: { tag: { style: pipeDelimited } }
                """,
            says: #"the body has no member "tag" to encode"#,
            instead: "The member that was meant is sent by the default.",
            after: """
                schema: { properties: { tags: { … } } }
                encoding: { tags: { style: pipeDelimited } }
                """),
        Explanation(
            id: "narrowed-response", title: "Two content types have the same type",
            meaning: "One of them is a format that nothing here reads or writes, and another one holds the same value.",
            before: """
                content:
                  application/json: { schema: { type: object, properties: { id: { type: integer } } } }
                  application/yaml: { schema: { type: object, properties: { id: { type: integer } } } }
                """,
            says: #""application/yaml" has the same type as "application/json""#,
            instead: "The format that can be read is asked for, or sent.",
            after: """
                content:
                  application/json: { schema: { type: object, properties: { id: { type: integer } } } }
                """),
        Explanation(
            id: "alike-webhooks", title: "Webhooks have payloads of the same form",
            meaning:
                "What has one form is told apart by the event's name, and the document does not say where that is.",
            before: """
                webhooks:
                  order_paid:
                    post: { requestBody: { content: { application/json: { schema: { type: object } } } } }
                  order_lost:
                    post: { requestBody: { content: { application/json: { schema: { type: object } } } } }
                """,
            says: #""order_paid", "order_lost" have payloads of the same form"#,
            instead: "An event is known by a member that has its name, else it is unknown.",
            after: """
                # in apus.yaml
                webhooks: { member: /type }
                """),
        Explanation(
            id: "contentless-response", title: "A success has no content",
            meaning:
                "Several frameworks leave `content` out where a handler answers with a file or a stream, so that the operation seems to give nothing.",
            before: """
                responses:
                  "200": { description: The file. }
                """,
            says: "the response of status 200 has no content, here and in 1 more response",
            instead:
                "The operation gives nothing. `client.stream(of:)` hands the body over as it arrives, and `client.response(to:)` has its bytes.",
            after: """
                responses:
                  "200":
                    description: The file.
                    content: { application/octet-stream: {} }
                """),
        Explanation(
            id: "impossible-body", title: "A response has content that its status cannot have",
            meaning: "HTTP sends no body with 1xx, 204, 205 and 304 (RFC 9110, 6.4.1 and 15.3.6).",
            before: """
                responses:
                  "204":
                    description: Deleted.
                    content: { application/json: { schema: { type: object } } }
                """,
            says: "a response of status 204 has no body",
            instead: "The content is left out; an answer without a body is what the operation gives.",
            after: """
                responses:
                  "204":
                    description: Deleted.
                """),
        Explanation(
            id: "unread-payload", title: "A content type of a webhook or callback is not read",
            meaning: "A webhook or callback has one type, and other content types do not have it.",
            before: """
                webhooks:
                  moved:
                    post:
                      requestBody:
                        content:
                          application/json: { schema: { type: object, properties: { city: {} } } }
                          text/plain: { schema: { type: string } }
                """,
            says: #""text/plain" is not read here"#,
            instead: "JSON is read, or else XML, or what comes first.",
            after: """
                webhooks:
                  moved:
                    post:
                      requestBody:
                        content:
                          application/json: { schema: { type: object, properties: { city: {} } } }
                """),
        Explanation(
            id: "renamed-member", title: "Two members of a type get the same Swift name",
            meaning: "Names that differ in the document may be one name in Swift, where words are joined and cased.",
            before: """
                properties:
                  birth-date: { type: string }
                  birthDate: { type: string }
                """,
            says: #"the name "birthDate" in "Pet" is taken, so the member is called "birthDateValue""#,
            instead: "The second is called by another name, the same in every run.",
            after: """
                # in apus.yaml
                rename:
                  Pet.birth-date: bornOn
                """),
        Explanation(
            id: "renamed-type", title: "A type gets another name than the document's",
            meaning: """
                Names that differ in the document may be one name in Swift, where words are joined and cased. And a type `Error` or `Date` would
                hide Swift's own, or Foundation's, in every file that imports the module.
                """,
            before: """
                schemas:
                  pet-home: { … }
                  PetHome: { … }
                """,
            says: #"the name "PetHome" is taken, so the type is called "PetHomeModel""#,
            instead: "The second is called by another name, the same in every run.",
            after: """
                # in apus.yaml
                rename:
                  pet-home: Kennel
                """),
        Explanation(
            id: "swiftui-name", title: "A type is called like one of SwiftUI's",
            meaning: "In a file that imports SwiftUI and the client's module, the name alone could be either.",
            before: """
                schemas:
                  View: { type: object, properties: { title: { type: string } } }
                """,
            says: #"SwiftUI has a type "View", too"#,
            instead: "The name stays; such a file writes `Pets.View`.",
            after: """
                # in apus.yaml
                rename:
                  View: Visit
                """),
        Explanation(
            id: "schema-too-deep", title: "Schemas are nested, multiplied or chained beyond the limit",
            meaning: """
                Inline schemas that contain each other many times over, and schemas that are each another name for the next one, would become
                more Swift than can be compiled.
                """,
            before: """
                properties:
                  a: { properties: { a: { properties: … } } }
                """,
            says: "inline schemas are nested or multiplied beyond the limit",
            instead: "`JSONValue` stands in the place.",
            after: """
                properties:
                  a: { $ref: "#/components/schemas/Inner" }
                """),
        Explanation(
            id: "several-unions", title: "Several lists of alternatives apply at once",
            meaning: "A value is one of the first and one of the second list; a Swift enum can say one of them.",
            before: """
                oneOf: [ … ]
                anyOf: [ … ]
                """,
            says: "several lists of alternatives apply at once",
            instead: "Members of the later alternatives are optional members of each case.",
            after: "oneOf: [ … ]"),
        Explanation(
            id: "structured-enum", title: "Values of an enum are objects or arrays",
            meaning: "A Swift enum has raw values of text, numbers or booleans.",
            before: "enum: [{ width: 1 }, { width: 2 }]",
            says: "values of this enum are objects or arrays",
            instead: "`JSONValue` stands in the place.",
            after: "enum: [narrow, wide]"),
        Explanation(
            id: "unchecked-keyword", title: "A keyword is not checked",
            meaning: """
                Keywords that hold whole schemas do not shape a type. `validate()` checks those that need nothing else; a schema that
                refers to itself, a very large one, and what is left "unevaluated" by its neighbours it does not.
                """,
            before: """
                tags:
                  type: array
                  items: { type: string }
                  unevaluatedItems: false
                """,
            says: "`unevaluatedItems` is not checked here",
            instead: "Every value passes it.",
            after: """
                tags:
                  type: array
                  items: { type: string }
                """),
        Explanation(
            id: "unchecked-pattern", title: "A pattern is not checked",
            meaning: """
                Patterns are checked in a time that grows with the text and no faster, whatever a server sends. A pattern that looks ahead
                or behind, refers to what a group matched, is very large, or is none of ECMA-262 cannot be checked so.
                """,
            before: "code: { type: string, pattern: '^(?!0)[0-9]+$' }",
            says: "the pattern `^(?!0)[0-9]+$` is not checked",
            instead: "`validate()` lets every text pass it.",
            after: "code: { type: string, pattern: '^[1-9][0-9]*$' }"),
        Explanation(
            id: "undefined-required-property", title: "A required property is not described",
            meaning: "The name is in `required` and not among `properties`; one of the two is probably misspelt.",
            before: """
                required: [nmae]
                properties: { name: { type: string } }
                """,
            says: #""nmae" is required, but no property of that name is described"#,
            instead: "An optional member of any JSON value stands for it.",
            after: """
                required: [name]
                properties: { name: { type: string } }
                """),
        Explanation(
            id: "invalid-extension", title: "An extension of Apus's says something it cannot say",
            meaning:
                "The rules for paging, failures, rate limit and retries have the members that `apus.yaml` gives them, and `x-apus-type` is the name of a Swift type.",
            before: "x-apus-rate-limit: { requests: 60 }",
            says: #"`x-apus-rate-limit` cannot be used: the rate limit has no "per""#,
            instead: "The extension is left out.",
            after: "x-apus-rate-limit: { requests: 60, per: 60s }"),
        Explanation(
            id: "unusable-paging", title: "Apus cannot follow the pages of an operation",
            meaning:
                "A rule needs a parameter that the operation has, and `items` has to lead to a list in its answer.",
            before: """
                x-apus-pagination: { style: offset, parameter: skip, items: /data }
                parameters: [{ name: offset, in: query }]
                """,
            says: #"it has no query parameter "skip""#,
            instead: "The operation is generated without paging.",
            after: """
                x-apus-pagination: { style: offset, parameter: offset, items: /data }
                parameters: [{ name: offset, in: query }]
                """),
    ]
}
