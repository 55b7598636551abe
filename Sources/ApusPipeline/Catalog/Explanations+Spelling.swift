extension DiagnosticCatalog {
    /// Deviations from the specification that are read as intended.
    static let spelling: [Explanation] = [
        Explanation(
            id: "misspelled-media-type", title: "A media type is almost spelled like a common one",
            meaning: "The client requests the media type of the document, and a server may not know it.",
            before: """
                content:
                  aplication/json:
                    schema: { type: string }
                """,
            says: #"nobody knows the media type "aplication/json""#,
            instead: "Apus sends and expects the media type unchanged.",
            after: """
                content:
                  application/json:
                    schema: { type: string }
                """),
        Explanation(
            id: "misspelled-path-parameter", title: "A path parameter has another name in the path",
            meaning: "Both names have the same letters, so that they probably mean the same parameter.",
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
            instead: "Apus reads one parameter with its declared name.",
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
            id: "misspelled-tag", title: "A tag is almost spelled like a declared one",
            meaning: "Operations with the same tag are one group; another spelling creates another group.",
            before: """
                tags: [{ name: pets }]
                paths:
                  /pets:
                    get:
                      tags: [petss]
                      responses: { '204': { description: No pets. } }
                """,
            says: #"the document declares no tag "petss""#,
            instead: "Apus puts the operation into a group of its own.",
            after: """
                tags: [{ name: pets }]
                paths:
                  /pets:
                    get:
                      tags: [pets]
                      responses: { '204': { description: No pets. } }
                """),
        Explanation(
            id: "misspelled-reference", title: "A reference is spelled unlike its target",
            meaning:
                "The document has no value at the pointer of the $ref, but one similar pointer: in another case, with escaped slashes, in the container of another version, or with one more name.",
            before: """
                schema:
                  $ref: "#/definitions/Pet"
                """,
            says: ##""#/definitions/Pet" leads nowhere as written"##,
            instead: "Apus follows the reference to the similar pointer, which the hint names.",
            after: """
                schema:
                  $ref: "#/components/schemas/Pet"
                """),
        Explanation(
            id: "other-spelling", title: "A word of the specification is misspelt",
            meaning: "Methods, `default` and the locations of parameters are in lower case.",
            before: """
                GET:
                  operationId: listPets
                """,
            says: #""GET" is written `get`"#,
            instead: "Apus reads it as the intended word; other tools may ignore it.",
            after: """
                get:
                  operationId: listPets
                """),
        Explanation(
            id: "path-with-blanks", title: "A path begins or ends with spaces",
            meaning: "No server has such a path; the client would send the spaces as %20.",
            before: """
                paths:
                  "/pets ": {}
                """,
            says: "the path begins or ends with blanks",
            instead: "Apus removes the spaces.",
            after: """
                paths:
                  /pets: {}
                """),
        Explanation(
            id: "schema-instead", title: "A schema replaces a response or a body",
            meaning: "Responses and bodies have a schema for each of their media types in `content`.",
            before: """
                '200':
                  type: object
                """,
            says: "a schema is where a response belongs",
            instead: "Apus reads it as the schema of a JSON body.",
            after: """
                '200':
                  description: d
                  content: { application/json: { schema: { type: object } } }
                """),
        Explanation(
            id: "template-outside-path", title: "A name in braces is not in the path",
            meaning:
                "Only a path has names in braces. Parameters with `in: query` describe the query, and a client never sends the fragment after `#`.",
            before: """
                /export?file={file}:
                  parameters:
                    - { name: file, in: path, required: true, schema: { type: string } }
                  get: { operationId: export }
                """,
            says: #""{file}" of the path is in its query"#,
            instead: "Apus sends the value in the query.",
            after: """
                /export:
                  parameters:
                    - { name: file, in: query, required: true, schema: { type: string } }
                  get: { operationId: export }
                """),
    ]
}
