extension DiagnosticCatalog {
    /// Reading paths, operations and parameters.
    static let operations: [Explanation] = [
        Explanation(
            id: "empty-responses", title: "An operation has an empty `responses`",
            meaning: "`responses` describes the responses of an operation and must contain at least one.",
            before: """
                get:
                  operationId: listPets
                  responses: {}
                """,
            says: "`responses` has no response",
            instead: "The method returns any response with its status and its bytes.",
            after: """
                get:
                  operationId: listPets
                  responses:
                    '204': { description: No pets. }
                """),
        Explanation(
            id: "duplicate-operation-id", title: "Two operations share an `operationId`",
            meaning: "Operation ids are unique in a document, and two methods of a client cannot have the same name.",
            before: """
                get: { operationId: pets }
                post: { operationId: pets }
                """,
            says: #"the operation id "pets" is taken"#,
            instead: "Apus names each operation after its method and path.",
            after: """
                get: { operationId: listPets }
                post: { operationId: createPet }
                """),
        Explanation(
            id: "duplicate-parameter", title: "A parameter appears twice in one list",
            meaning: "Name and location identify a parameter; a request cannot contain two with both equal.",
            before: """
                - { name: page, in: query }
                - { name: page, in: query }
                """,
            says: #"the query parameter "page" appears twice in one list"#,
            instead: "Apus uses the first one.",
            after: "- { name: page, in: query }"),
        Explanation(
            id: "invalid-parameter", title: "A parameter has no name or no location",
            meaning: "`name` and `in` determine the name and the location of the value in a request.",
            before: "- { name: page, in: querry }",
            says: "a parameter needs a `name` and a known location in `in`",
            instead: "Apus omits the parameter.",
            after: "- { name: page, in: query }"),
        Explanation(
            id: "path-expression", title: "A path has more than a name in braces",
            meaning:
                "Routers add a rule to a name, such as `{proxy+}`, `{+path}`, `{id:int}` or `{parent=projects/*}`; OpenAPI allows only the name.",
            before: """
                /files/{path+}:
                  parameters:
                    - { name: path, in: path, required: true, schema: { type: string } }
                  get: { operationId: fetchFile }
                """,
            says: #""{path+}" is read as "{path}", whose value may hold slashes"#,
            instead:
                "Apus extracts the name. Where the rule allows slashes in a value, Apus sends them unescaped.",
            after: """
                /files/{path}:
                  parameters:
                    - { name: path, in: path, required: true, allowReserved: true, schema: { type: string } }
                  get: { operationId: fetchFile }
                """),
        Explanation(
            id: "unwritable-content", title: "A parameter has a content type that Apus does not write",
            meaning:
                "The value of a parameter with `content` is one text of that content type. Apus writes JSON, forms and plain text, but no other type, such as XML.",
            before: """
                - name: filter
                  in: query
                  content: { application/xml: { schema: { type: object } } }
                """,
            says: #"Apus writes no parameter as "application/xml""#,
            instead: "Apus sends the value as JSON.",
            after: """
                - name: filter
                  in: query
                  content: { application/json: { schema: { type: object } } }
                """),
        Explanation(
            id: "invalid-status", title: "A key of `responses` is not a status code",
            meaning: "The keys of `responses` are codes such as 404, ranges such as 4XX, and `default`.",
            before: """
                responses:
                  success: { description: Fine. }
                """,
            says: #""success" is not a status of a response"#,
            instead: "Apus omits the response.",
            after: """
                responses:
                  '200': { description: Fine. }
                """),
        Explanation(
            id: "missing-operation-id", title: "An operation has no `operationId`",
            meaning:
                "The Swift method is named after the id; without an id, the name changes with the path.",
            before: """
                /pets/{id}:
                  get: { … }
                """,
            says: "the operation has no `operationId`",
            instead: "Apus names it after its method and path, such as `getPetsByID`.",
            after: """
                /pets/{id}:
                  get:
                    operationId: fetchPet
                """),
        Explanation(
            id: "missing-responses", title: "An operation has no `responses`",
            meaning: "Without `responses`, the type of a successful response is unknown.",
            before: """
                get:
                  operationId: listPets
                """,
            says: "the operation has no `responses`",
            instead: "The method returns any response with its status and its bytes.",
            after: """
                get:
                  operationId: listPets
                  responses:
                    '200': { description: The pets. }
                """),
        Explanation(
            id: "nested-callback", title: "Callbacks are nested too deeply",
            meaning: "A callback can have callbacks, and references can nest them without end; Apus limits the depth.",
            before: """
                callbacks:
                  ordered: { …: { post: { callbacks: {
                    shipped: { …: { post: { callbacks: {
                      delivered: { … } } } } } } } } }
                """,
            says: "a callback of a callback's callback is not read",
            instead: "Apus omits the innermost callback.",
            after: """
                callbacks:
                  ordered: { … }
                  shipped: { … }
                  delivered: { … }
                """),
        Explanation(
            id: "optional-path-parameter", title: "A path parameter is not required",
            meaning: "A path without the parameter would be another path.",
            before: "- { name: id, in: path }",
            says: #"the path parameter "id" is not required"#,
            instead: "Apus reads the parameter as required.",
            after: "- { name: id, in: path, required: true }"),
        Explanation(
            id: "path-without-slash", title: "A path does not begin with a slash",
            meaning: "Apus appends the path to the URL of the server.",
            before: """
                paths:
                  pets: {}
                """,
            says: #"the path "pets" does not begin with a slash"#,
            instead: "Apus adds the slash.",
            after: """
                paths:
                  /pets: {}
                """),
        Explanation(
            id: "several-bodies", title: "A Swagger 2.0 operation has two bodies",
            meaning:
                "A request has one body; several fields are one body with a schema of type object, or `formData` parameters.",
            before: """
                - { in: body, name: pet }
                - { in: body, name: owner }
                """,
            says: "an operation has one body",
            instead: "Apus uses the first one.",
            after: """
                - in: body
                  name: pet
                  schema: { type: object, properties: { pet: {}, owner: {} } }
                """),
        Explanation(
            id: "undeclared-path-parameter", title: "A path has a name in braces without a parameter",
            meaning: "A parameter with `in: path` must declare each name in braces.",
            before: """
                /owners/{owner}/pets/{id}:
                  get: { operationId: fetchPet }
                """,
            says: #"no parameter is declared for "{owner}" and "{id}" of the path"#,
            instead: "Apus reads them as required strings.",
            after: """
                /owners/{owner}/pets/{id}:
                  parameters:
                    - { name: owner, in: path, required: true, schema: { type: string } }
                    - { name: id, in: path, required: true, schema: { type: string } }
                """),
        Explanation(
            id: "unnamed-xml-root", title: "The root element of an XML body has no name",
            meaning:
                "A component names the root element of its schema; an inline schema of a body needs a name of its own.",
            before: """
                application/xml:
                  schema: { type: object, properties: { name: { type: string } } }
                """,
            says: #"the root element has no name in this "application/xml" body"#,
            instead: "Apus sends the element `<root>`, and accepts any root element in a response.",
            after: """
                application/xml:
                  schema: { type: object, xml: { name: pet }, properties: { name: { type: string } } }
                """),
        Explanation(
            id: "unused-path-parameter", title: "A path does not contain its path parameter",
            meaning: "The path has no name in braces for the value.",
            before: """
                /pets:
                  parameters:
                    - { name: id, in: path, required: true }
                  get: { operationId: fetchPet }
                """,
            says: #""/pets" does not contain the path parameter "id""#,
            instead: "Apus omits the parameter.",
            after: """
                /pets/{id}:
                  parameters:
                    - { name: id, in: path, required: true }
                  get: { operationId: fetchPet }
                """),
    ]
}
