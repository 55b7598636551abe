extension DiagnosticCatalog {
    /// Reading paths, operations and parameters.
    static let operations: [Explanation] = [
        Explanation(
            id: "empty-responses", title: "An operation lists no response",
            meaning: "`responses` says what an answer is; it needs at least one.",
            before: """
                get:
                  operationId: listPets
                  responses: {}
                """,
            says: "`responses` has no response",
            instead: "Any answer is returned with its status and its bytes.",
            after: """
                get:
                  operationId: listPets
                  responses:
                    '204': { description: No pets. }
                """),
        Explanation(
            id: "duplicate-operation-id", title: "Two operations share an `operationId`",
            meaning: "Ids are unique in a document; two methods of one client cannot have one name.",
            before: """
                get: { operationId: pets }
                post: { operationId: pets }
                """,
            says: #"the operation id "pets" is taken"#,
            instead: "Each is named after its method and path.",
            after: """
                get: { operationId: listPets }
                post: { operationId: createPet }
                """),
        Explanation(
            id: "duplicate-parameter", title: "A parameter appears twice in one list",
            meaning: "Name and place identify a parameter; two of the same cannot both be sent.",
            before: """
                - { name: page, in: query }
                - { name: page, in: query }
                """,
            says: #"the query parameter "page" appears twice in one list"#,
            instead: "The first one is used.",
            after: "- { name: page, in: query }"),
        Explanation(
            id: "invalid-parameter", title: "A parameter has no name or no place",
            meaning: "`name` and `in` say what is sent and where.",
            before: "- { name: page, in: querry }",
            says: "a parameter needs a `name` and a known place in `in`",
            instead: "The parameter is left out.",
            after: "- { name: page, in: query }"),
        Explanation(
            id: "path-expression", title: "A path has more than a name between braces",
            meaning:
                "Routers write a rule around a name, such as `{proxy+}`, `{+path}`, `{id:int}` or `{parent=projects/*}`; OpenAPI has the name alone.",
            before: """
                /files/{path+}:
                  parameters:
                    - { name: path, in: path, required: true, schema: { type: string } }
                  get: { operationId: fetchFile }
                """,
            says: #""{path+}" is read as "{path}", whose value may hold slashes"#,
            instead:
                "The name is taken out. Where the rule lets a value go on over slashes, they are sent as they are.",
            after: """
                /files/{path}:
                  parameters:
                    - { name: path, in: path, required: true, allowReserved: true, schema: { type: string } }
                  get: { operationId: fetchFile }
                """),
        Explanation(
            id: "unwritable-content", title: "A parameter has a content type that Apus does not write",
            meaning:
                "With `content`, a parameter is one text of that type: JSON, a form, or text as it is. Others, such as XML, have no writer here.",
            before: """
                - name: filter
                  in: query
                  content: { application/xml: { schema: { type: object } } }
                """,
            says: #"Apus writes no parameter as "application/xml""#,
            instead: "The value is sent as JSON.",
            after: """
                - name: filter
                  in: query
                  content: { application/json: { schema: { type: object } } }
                """),
        Explanation(
            id: "invalid-status", title: "A key of `responses` is not a status",
            meaning: "Keys are codes such as 404, ranges such as 4XX, and `default`.",
            before: """
                responses:
                  success: { description: Fine. }
                """,
            says: #""success" is not a status of a response"#,
            instead: "The response is left out.",
            after: """
                responses:
                  '200': { description: Fine. }
                """),
        Explanation(
            id: "missing-operation-id", title: "An operation has no `operationId`",
            meaning:
                "The id is where the Swift method has its name from; one that is made from the path changes with the path.",
            before: """
                /pets/{id}:
                  get: { … }
                """,
            says: "the operation has no `operationId`",
            instead: "It is named after its method and path, such as `getPetsByID`.",
            after: """
                /pets/{id}:
                  get:
                    operationId: fetchPet
                """),
        Explanation(
            id: "missing-responses", title: "An operation has no `responses`",
            meaning: "Without them the shape of a success is unknown.",
            before: """
                get:
                  operationId: listPets
                """,
            says: "the operation has no `responses`",
            instead: "Any answer is returned with its status and its bytes.",
            after: """
                get:
                  operationId: listPets
                  responses:
                    '200': { description: The pets. }
                """),
        Explanation(
            id: "nested-callback", title: "Callbacks are nested too deeply",
            meaning: "A callback may have callbacks of its own; without a limit, references could nest them endlessly.",
            before: """
                callbacks:
                  ordered: { …: { post: { callbacks: {
                    shipped: { …: { post: { callbacks: {
                      delivered: { … } } } } } } } } }
                """,
            says: "a callback of a callback's callback is not read",
            instead: "The innermost is left out.",
            after: """
                callbacks:
                  ordered: { … }
                  shipped: { … }
                  delivered: { … }
                """),
        Explanation(
            id: "optional-path-parameter", title: "A path parameter is not required",
            meaning: "A path without one of its parts would be another path.",
            before: "- { name: id, in: path }",
            says: #"the path parameter "id" is not required"#,
            instead: "It is read as required.",
            after: "- { name: id, in: path, required: true }"),
        Explanation(
            id: "path-without-slash", title: "A path does not begin with a slash",
            meaning: "Paths are appended to the server's address.",
            before: """
                paths:
                  pets: {}
                """,
            says: #"the path "pets" does not begin with a slash"#,
            instead: "It is read with a slash before it.",
            after: """
                paths:
                  /pets: {}
                """),
        Explanation(
            id: "several-bodies", title: "A Swagger 2.0 operation has two bodies",
            meaning: "A request has one body; several fields are one body with a schema of type object, or `formData`.",
            before: """
                - { in: body, name: pet }
                - { in: body, name: owner }
                """,
            says: "an operation has one body",
            instead: "The first one is used.",
            after: """
                - in: body
                  name: pet
                  schema: { type: object, properties: { pet: {}, owner: {} } }
                """),
        Explanation(
            id: "undeclared-path-parameter", title: "A path has a name in braces without a parameter",
            meaning: "Every name in braces is declared by a parameter with `in: path`.",
            before: """
                /owners/{owner}/pets/{id}:
                  get: { operationId: fetchPet }
                """,
            says: #"no parameter is declared for "{owner}" and "{id}" of the path"#,
            instead: "They are read as required strings.",
            after: """
                /owners/{owner}/pets/{id}:
                  parameters:
                    - { name: owner, in: path, required: true, schema: { type: string } }
                    - { name: id, in: path, required: true, schema: { type: string } }
                """),
        Explanation(
            id: "unnamed-xml-root", title: "The root element of an XML body has no name",
            meaning:
                "A component's schema is named after the component; a schema that stands in the body itself names its root.",
            before: """
                application/xml:
                  schema: { type: object, properties: { name: { type: string } } }
                """,
            says: #"the root element has no name in this "application/xml" body"#,
            instead: "It is sent as `<root>`. In what is received, any root is read.",
            after: """
                application/xml:
                  schema: { type: object, xml: { name: pet }, properties: { name: { type: string } } }
                """),
        Explanation(
            id: "unused-path-parameter", title: "A path parameter has no place in its path",
            meaning: "There is nothing to put the value into.",
            before: """
                /pets:
                  parameters:
                    - { name: id, in: path, required: true }
                  get: { operationId: fetchPet }
                """,
            says: #""/pets" has no place for the path parameter "id""#,
            instead: "The parameter is left out.",
            after: """
                /pets/{id}:
                  parameters:
                    - { name: id, in: path, required: true }
                  get: { operationId: fetchPet }
                """),
    ]
}
