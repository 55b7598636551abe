extension DiagnosticCatalog {
    /// Deviations from the specification that are read as intended.
    static let spelling: [Explanation] = [
        Explanation(
            id: "misspelled-media-type", title: "A media type is spelled almost like a common one",
            meaning: "A server answers to the type that it knows, and a client asks for the one that is written.",
            before: """
                content:
                  aplication/json:
                    schema: { type: string }
                """,
            says: #"nobody knows the media type "aplication/json""#,
            instead: "It is sent and expected as it is written.",
            after: """
                content:
                  application/json:
                    schema: { type: string }
                """),
        Explanation(
            id: "misspelled-path-parameter", title: "A path parameter is called otherwise in the path",
            meaning: "The two names have the same letters, so that one parameter is meant by both.",
            before: """
                paths:
                  /pets/{petId}:
                    get:
                      operationId: getPet
                      parameters:
                        - { name: pet_id, in: path, required: true, schema: { type: integer } }
                      responses: { '204': { description: It is there. } }
                """,
            says: #"the path has "{petId}", and its parameter is called "pet_id""#,
            instead: "It is one parameter, called as it is declared.",
            after: """
                paths:
                  /pets/{petId}:
                    get:
                      operationId: getPet
                      parameters:
                        - { name: petId, in: path, required: true, schema: { type: integer } }
                      responses: { '204': { description: It is there. } }
                """),
        Explanation(
            id: "misspelled-tag", title: "A tag is spelled almost like a declared one",
            meaning: "Operations with one tag belong together; another spelling makes another group.",
            before: """
                tags: [{ name: pets }]
                paths:
                  /pets:
                    get:
                      tags: [petss]
                      responses: { '204': { description: No pets. } }
                """,
            says: #"the document declares no tag "petss""#,
            instead: "The operation is in a group of its own.",
            after: """
                tags: [{ name: pets }]
                paths:
                  /pets:
                    get:
                      tags: [pets]
                      responses: { '204': { description: No pets. } }
                """),
        Explanation(
            id: "misspelled-reference", title: "A reference is not written as its target is called",
            meaning:
                "Nothing stands at the place that the $ref names, and one thing is near enough to be meant: other case, slashes that are not escaped, the container of another version, a name that is missing.",
            before: """
                schema:
                  $ref: "#/definitions/Pet"
                """,
            says: ##""#/definitions/Pet" leads nowhere as written"##,
            instead: "It is followed as it was meant; the hint names the place.",
            after: """
                schema:
                  $ref: "#/components/schemas/Pet"
                """),
        Explanation(
            id: "other-spelling", title: "A word of the specification is spelled otherwise",
            meaning: "Methods, `default` and the places of parameters are written in small letters.",
            before: """
                GET:
                  operationId: listPets
                """,
            says: #""GET" is written `get`"#,
            instead: "It is read as the word that was meant; other tools may ignore it.",
            after: """
                get:
                  operationId: listPets
                """),
        Explanation(
            id: "path-with-blanks", title: "A path begins or ends with blanks",
            meaning: "No server has blanks there; they would be sent as %20.",
            before: """
                paths:
                  "/pets ": {}
                """,
            says: "the path begins or ends with blanks",
            instead: "It is read without them.",
            after: """
                paths:
                  /pets: {}
                """),
        Explanation(
            id: "schema-instead", title: "A schema is where a response or a body belongs",
            meaning: "Responses and bodies have a schema for each of their media types, under `content`.",
            before: """
                '200':
                  type: object
                """,
            says: "a schema is where a response belongs",
            instead: "It is read as the schema of a body in JSON.",
            after: """
                '200':
                  description: d
                  content: { application/json: { schema: { type: object } } }
                """),
        Explanation(
            id: "template-outside-path", title: "A name in braces stands behind the path",
            meaning:
                "Only the path has names in braces. A query belongs to parameters with `in: query`, and what follows `#` is never sent.",
            before: """
                /export?file={file}:
                  parameters:
                    - { name: file, in: path, required: true, schema: { type: string } }
                  get: { operationId: export }
                """,
            says: #""{file}" of the path is in its query"#,
            instead: "The value is sent in the query.",
            after: """
                /export:
                  parameters:
                    - { name: file, in: query, required: true, schema: { type: string } }
                  get: { operationId: export }
                """),
    ]
}
