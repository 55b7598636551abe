extension DiagnosticCatalog {
    /// Reading schemas.
    static let schemas: [Explanation] = [
        Explanation(
            id: "boolean-required", title: "`required` is written beside the property",
            meaning:
                "JSON Schema lists the names of required properties in the object that has them. Only a parameter has `required: true`.",
            before: """
                properties:
                  name: { type: string, required: true }
                """,
            says: "`required` of a schema is a list of property names",
            instead: "Apus ignores the keyword, so that the property is optional.",
            after: """
                required: [name]
                properties:
                  name: { type: string }
                """),
        Explanation(
            id: "deep-schema", title: "Schemas are nested too deeply",
            meaning: "A limit keeps hostile documents from exhausting the stack.",
            before: "items: { items: { items: … } }",
            says: "more than 200 schemas are nested in each other",
            instead: "Apus accepts any JSON below the limit.",
            after: ##"items: { $ref: "#/components/schemas/Row" }"##),
        Explanation(
            id: "mismatched-default", title: "A default does not fit its type",
            meaning: "A default that is not valid for the schema cannot replace an absent value.",
            before: """
                type: integer
                default: ten
                """,
            says: "`default` is a string, the type is integer",
            instead: "Apus ignores the default.",
            after: """
                type: integer
                default: 10
                """),
        Explanation(
            id: "no-schema", title: "A value is not a schema where a schema is expected",
            meaning: "A schema is a mapping, true or false.",
            before: """
                properties:
                  name: string
                """,
            says: "a schema is a mapping or a boolean, not a string",
            instead: "Apus reads it as a schema that accepts any JSON.",
            after: """
                properties:
                  name: { type: string }
                """),
        Explanation(
            id: "items-of-alternatives", title: "A list in `items` describes alternatives",
            meaning:
                "Before OpenAPI 3.1, `items` is one schema, and a schema without a type and without constraints of an array is not an array.",
            before: """
                openapi: 3.0.3
                …
                items:
                  - { type: string }
                  - { type: integer }
                """,
            says: "a list in `items` is in a schema that is not declared as an array",
            instead: "Apus reads the schemas of the list as alternatives, so that it can read each kind of value.",
            after: """
                openapi: 3.0.3
                …
                anyOf:
                  - { type: string }
                  - { type: integer }
                """),
        Explanation(
            id: "unknown-type", title: "A schema has a type that does not exist",
            meaning: "The types are string, integer, number, boolean, array, object and null.",
            before: "type: strnig",
            says: #"there is no type "strnig""#,
            instead:
                "Apus reads a type that other tools know with its meaning there, and ignores any other type, so that any JSON is accepted.",
            after: "type: string"),
    ]
}
