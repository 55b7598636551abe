extension DiagnosticCatalog {
    /// Reading schemas.
    static let schemas: [Explanation] = [
        Explanation(
            id: "boolean-required", title: "`required` is written beside the property",
            meaning:
                "JSON Schema names required properties in a list of the object around them. A single `true` is a parameter's word.",
            before: """
                properties:
                  name: { type: string, required: true }
                """,
            says: "`required` of a schema is a list of property names",
            instead: "It is ignored: the property is optional.",
            after: """
                required: [name]
                properties:
                  name: { type: string }
                """),
        Explanation(
            id: "deep-schema", title: "Schemas stand in one another too deeply",
            meaning: "A limit keeps hostile documents from exhausting the stack.",
            before: "items: { items: { items: … } }",
            says: "more than 200 schemas are nested in each other",
            instead: "From there on any JSON is accepted.",
            after: ##"items: { $ref: "#/components/schemas/Row" }"##),
        Explanation(
            id: "mismatched-default", title: "A default does not fit its type",
            meaning: "A value that the schema itself refuses cannot stand for one that is absent.",
            before: """
                type: integer
                default: ten
                """,
            says: "`default` is a string, the type is integer",
            instead: "The default is ignored.",
            after: """
                type: integer
                default: 10
                """),
        Explanation(
            id: "no-schema", title: "Something else stands where a schema is expected",
            meaning: "A schema is a mapping, or true or false.",
            before: """
                properties:
                  name: string
                """,
            says: "a schema is a mapping or a boolean, not a string",
            instead: "It is read as a schema that accepts any JSON.",
            after: """
                properties:
                  name: { type: string }
                """),
        Explanation(
            id: "items-of-alternatives", title: "A list in `items` describes alternatives",
            meaning:
                "Before 3.1 `items` is one schema, and a schema without a type and without limits of an array is no array.",
            before: """
                openapi: 3.0.3
                …
                items:
                  - { type: string }
                  - { type: integer }
                """,
            says: "a list in `items` is in a schema that is not declared as an array",
            instead: "The schemas of the list are read as alternatives, so that each kind of value can be read.",
            after: """
                openapi: 3.0.3
                …
                anyOf:
                  - { type: string }
                  - { type: integer }
                """),
        Explanation(
            id: "unknown-type", title: "A schema has a type that does not exist",
            meaning: "Types are string, integer, number, boolean, array, object and null.",
            before: "type: strnig",
            says: #"there is no type "strnig""#,
            instead:
                "A word that other tools know is read as what it means there; any other is ignored, so that any JSON is accepted.",
            after: "type: string"),
    ]
}
