extension DiagnosticCatalog {
    /// Deciding the Swift.
    static let lowering: [Explanation] = [
        Explanation(
            id: "contradicting-all-of", title: "Members of an `allOf` contradict each other",
            meaning: "A value must satisfy all members of an `allOf`, and no value satisfies these.",
            before: """
                allOf:
                  - { type: string }
                  - { type: integer }
                """,
            says: "no value fits: type is integer here and string in what it is combined with",
            instead: "Apus accepts a value of either member.",
            after: """
                allOf:
                  - { type: string }
                  - { maxLength: 10 }
                """),
        Explanation(
            id: "default-namespaces", title: "The groups of a large document are namespaces of the client",
            meaning: """
                Without the setting `namespaces`, a document with more than 30 operations in several groups becomes a client with a namespace for each group.
                The default depends on the number of operations, so that one added or removed operation can change every call.
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
            meaning: "The only alternative of the schema is the schema itself, so that nothing describes a value.",
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
            id: "endless-all-of", title: "An `allOf` contains itself",
            meaning: "A schema cannot extend itself, because the expansion would not end.",
            before: """
                Pet:
                  allOf:
                    - $ref: "#/components/schemas/Pet"
                    - properties: { name: { type: string } }
                """,
            says: "allOf leads back to the schema that it is part of",
            instead: "Apus ignores the inner reference.",
            after: """
                Pet:
                  properties: { name: { type: string } }
                """),
        Explanation(
            id: "endless-requirement", title: "A schema requires itself",
            meaning:
                "A pet requires a parent, which is a pet and requires a parent too, so that no finite value is valid.",
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
            id: "idle-discriminator", title: "A discriminator selects no alternative",
            meaning: "No value of the property identifies one of the alternatives.",
            before: """
                oneOf: [{ type: string }, { type: integer }]
                discriminator: { propertyName: kind }
                """,
            says: #"no value of the discriminator "kind" leads to an alternative"#,
            instead: "Apus distinguishes the alternatives by their members.",
            after: """
                oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }]
                discriminator: { propertyName: kind }
                """),
        Explanation(
            id: "ignored-header-parameter", title: "A parameter describes a header that OpenAPI reserves",
            meaning: "OpenAPI ignores parameters named Accept, Content-Type and Authorization.",
            before: "- { name: Authorization, in: header }",
            says: #"the header "Authorization" is not a parameter"#,
            instead: "Apus ignores the parameter: content types and security schemes determine these headers.",
            after: """
                security:
                  - bearer: []
                """),
        Explanation(
            id: "impossible-schema", title: "A schema is `false`",
            meaning: "No value is valid, and no Swift type without values can be decoded.",
            before: """
                properties:
                  legacy: false
                """,
            says: "no value fits a schema that is false",
            instead: "Apus generates `JSONValue` instead.",
            after: "additionalProperties: false"),
        Explanation(
            id: "unused-encoding", title: "An encoding names a member that the schema lacks",
            meaning:
                "The key of an encoding is the name of a property of the body's schema; without the property the encoding has no effect.",
            before: """
                schema: { properties: { tags: { … } } }
                encoding: { tag: { style: pipeDelimited } }
                """,
            says: #"the body has no member "tag" to encode"#,
            instead: "Apus ignores the encoding, and the intended member has the default encoding.",
            after: """
                schema: { properties: { tags: { … } } }
                encoding: { tags: { style: pipeDelimited } }
                """),
        Explanation(
            id: "narrowed-response", title: "Two content types have the same type",
            meaning: "Apus has no coder for one of the formats, and the other one represents the same value.",
            before: """
                content:
                  application/json: { schema: { type: object, properties: { id: { type: integer } } } }
                  application/yaml: { schema: { type: object, properties: { id: { type: integer } } } }
                """,
            says: #""application/yaml" has the same type as "application/json""#,
            instead: "Apus requests or sends the format that it supports.",
            after: """
                content:
                  application/json: { schema: { type: object, properties: { id: { type: integer } } } }
                """),
        Explanation(
            id: "alike-webhooks", title: "Webhooks have payloads of the same form",
            meaning:
                "Only the name of the event distinguishes payloads of the same form, and the document does not state the location of the name.",
            before: """
                webhooks:
                  order_paid:
                    post: { requestBody: { content: { application/json: { schema: { type: object } } } } }
                  order_lost:
                    post: { requestBody: { content: { application/json: { schema: { type: object } } } } }
                """,
            says: #""order_paid", "order_lost" have payloads of the same form"#,
            instead: "Apus identifies an event by a member with its name; without such a member the event is unknown.",
            after: """
                # in apus.yaml
                webhooks: { member: /type }
                """),
        Explanation(
            id: "contentless-response", title: "A success has no content",
            meaning:
                "Several frameworks omit `content` where a handler returns a file or a stream, so that the operation appears to return nothing.",
            before: """
                responses:
                  "200": { description: The file. }
                """,
            says: "the response of status 200 has no content, here and in 1 more response",
            instead:
                "The operation returns `Void`. `client.stream(of:)` returns the body as a stream, and `client.response(to:)` returns its bytes.",
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
            instead: "Apus omits the content, so that the operation returns a response without a body.",
            after: """
                responses:
                  "204":
                    description: Deleted.
                """),
        Explanation(
            id: "unread-payload", title: "A content type of a webhook or callback is not read",
            meaning: "A webhook or callback has one Swift type, and this content type has another one.",
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
            instead: "Apus reads JSON if it is listed, otherwise XML, otherwise the first content type.",
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
            meaning:
                "Different names in the document can become the same Swift name, because Apus joins words and changes their case.",
            before: """
                properties:
                  birth-date: { type: string }
                  birthDate: { type: string }
                """,
            says: #"the name "birthDate" in "Pet" is taken, so the member is called "birthDateValue""#,
            instead: "Apus gives the second one another name, which is the same in every run.",
            after: """
                # in apus.yaml
                rename:
                  Pet.birth-date: bornOn
                """),
        Explanation(
            id: "renamed-type", title: "A type cannot have its name of the document",
            meaning: """
                Different names in the document can become the same Swift name, because Apus joins words and changes their case. A type `Error` or `Date` would
                hide Swift's own, or Foundation's, in every file that imports the module.
                """,
            before: """
                schemas:
                  pet-home: { … }
                  PetHome: { … }
                """,
            says: #"the name "PetHome" is taken, so the type is called "PetHomeModel""#,
            instead: "Apus gives the second one another name, which is the same in every run.",
            after: """
                # in apus.yaml
                rename:
                  pet-home: Kennel
                """),
        Explanation(
            id: "swiftui-name", title: "A type has the name of a SwiftUI type",
            meaning: "The name is ambiguous in a file that imports SwiftUI and the client's module.",
            before: """
                schemas:
                  View: { type: object, properties: { title: { type: string } } }
                """,
            says: #"SwiftUI has a type "View", too"#,
            instead: "Apus keeps the name; such a file must write `Pets.View`.",
            after: """
                # in apus.yaml
                rename:
                  View: Visit
                """),
        Explanation(
            id: "schema-too-deep", title: "Schemas are nested, multiplied or chained beyond the limit",
            meaning: """
                Inline schemas that contain each other many times, and long chains of schemas that only refer to the next one, would produce
                more Swift code than a compiler can process.
                """,
            before: """
                properties:
                  a: { properties: { a: { properties: … } } }
                """,
            says: "inline schemas are nested or multiplied beyond the limit",
            instead: "Apus generates `JSONValue` instead.",
            after: """
                properties:
                  a: { $ref: "#/components/schemas/Inner" }
                """),
        Explanation(
            id: "several-unions", title: "Several lists of alternatives apply at once",
            meaning: "A value must match an alternative of each list, and a Swift enum represents one list only.",
            before: """
                oneOf: [ … ]
                anyOf: [ … ]
                """,
            says: "several lists of alternatives apply at once",
            instead: "Each case has the members of the later alternatives as optional members.",
            after: "oneOf: [ … ]"),
        Explanation(
            id: "structured-enum", title: "Values of an enum are objects or arrays",
            meaning: "The raw values of a Swift enum are strings, numbers or booleans.",
            before: "enum: [{ width: 1 }, { width: 2 }]",
            says: "values of this enum are objects or arrays",
            instead: "Apus generates `JSONValue` instead.",
            after: "enum: [narrow, wide]"),
        Explanation(
            id: "unchecked-keyword", title: "A keyword is not checked",
            meaning: """
                Keywords that contain schemas do not affect the type. `validate()` checks most of them, but not a schema that
                refers to itself, a very large schema, and keywords about "unevaluated" values.
                """,
            before: """
                tags:
                  type: array
                  items: { type: string }
                  unevaluatedItems: false
                """,
            says: "`unevaluatedItems` is not checked here",
            instead: "`validate()` accepts every value.",
            after: """
                tags:
                  type: array
                  items: { type: string }
                """),
        Explanation(
            id: "unchecked-pattern", title: "A pattern is not checked",
            meaning: """
                `validate()` checks patterns in a time that is linear in the length of the text. A pattern that looks ahead
                or behind, has a back-reference, is very large, or is not valid in ECMA-262 cannot be checked in linear time.
                """,
            before: "code: { type: string, pattern: '^(?!0)[0-9]+$' }",
            says: "the pattern `^(?!0)[0-9]+$` is not checked",
            instead: "`validate()` accepts every text.",
            after: "code: { type: string, pattern: '^[1-9][0-9]*$' }"),
        Explanation(
            id: "undefined-required-property", title: "A required property is not declared",
            meaning:
                "`required` lists the name, but `properties` does not declare it; one of the two is probably misspelt.",
            before: """
                required: [nmae]
                properties: { name: { type: string } }
                """,
            says: #""nmae" is required, but no property of that name is described"#,
            instead: "Apus declares an optional member of type `JSONValue`.",
            after: """
                required: [name]
                properties: { name: { type: string } }
                """),
        Explanation(
            id: "invalid-extension", title: "An extension of Apus has an invalid value",
            meaning:
                "The extensions for paging, failures, rate limit and retries have the same members as the keys in `apus.yaml`, and `x-apus-type` is the name of a Swift type.",
            before: "x-apus-rate-limit: { requests: 60 }",
            says: #"`x-apus-rate-limit` cannot be used: the rate limit has no "per""#,
            instead: "Apus ignores the extension.",
            after: "x-apus-rate-limit: { requests: 60, per: 60s }"),
        Explanation(
            id: "unusable-paging", title: "Apus cannot follow the pages of an operation",
            meaning:
                "A paging rule must name a parameter of the operation, and `items` must point to a list in its response.",
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
