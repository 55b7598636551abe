extension DiagnosticCatalog {
    /// Defaults, patterns and examples that contradict their schemas.
    static let values: [Explanation] = [
        Explanation(
            id: "default-outside-enum", title: "The `enum` does not list the default",
            meaning: "A caller who omits the member would send a value that the schema does not allow.",
            before: """
                type: object
                properties:
                  size: { type: string, enum: [small, large], default: medium }
                """,
            says: #"the default "medium" is none of the values of its `enum`"#,
            instead: "Apus does not use the default in the initializer; the documentation states it.",
            after: """
                type: object
                properties:
                  size: { type: string, enum: [small, large], default: small }
                """),
        Explanation(
            id: "invalid-pattern", title: "A pattern is not a regular expression",
            meaning: "For example, a bracket is not closed, or a quantifier has nothing before it.",
            before: "name: { type: string, pattern: '[a-z' }",
            says: "`[a-z` is not a regular expression",
            instead: "`validate()` accepts every text.",
            after: "name: { type: string, pattern: '[a-z]' }"),
        Explanation(
            id: "misfitting-example", title: "An example does not fit its schema",
            meaning:
                "Either the example or the schema is wrong, and the client follows the schema. `apus lint` compares them; `apus generate` does not.",
            before: """
                type: object
                properties:
                  age: { type: integer }
                example: { age: three }
                """,
            says: #"the example does not fit its schema: "age" is a string, and the type is integer"#,
            instead: "The type follows the schema, and the example is only documentation.",
            after: """
                type: object
                properties:
                  age: { type: integer }
                example: { age: 3 }
                """),
        Explanation(
            id: "replaced-example", title: "The module of examples has another value than the document's example",
            meaning:
                "With `examples` in apus.yaml, types have examples for tests and previews. Each is a value that the type reads without a difference and that `validate()` accepts, and this example of the document is not.",
            before: """
                type: object
                required: [born]
                properties:
                  born: { type: string, format: date }
                example: { born: last spring }
                """,
            says: #"the example is replaced by another value: "born" is not in the form of a CalendarDate"#,
            instead: "The example of the type comes from its other examples, otherwise from its schema.",
            after: """
                type: object
                required: [born]
                properties:
                  born: { type: string, format: date }
                example: { born: 2026-04-01 }
                """),
        Explanation(
            id: "missing-example", title: "A type has no example",
            meaning:
                "With `examples` in apus.yaml, types have examples for tests and previews. Apus found no value that this type reads and that `validate()` accepts: it needs a type of yours or a file, its limits contradict each other, or they need a value that Apus does not guess.",
            before: """
                type: object
                required: [code]
                properties:
                  code: { type: string, minLength: 5, maxLength: 2 }
                """,
            says: #"Pet has no example: its required member "code" has no value that can be made"#,
            instead: "The type has no `example` in the module of examples; the others have theirs.",
            after: """
                type: object
                required: [code]
                properties:
                  code: { type: string, minLength: 2, maxLength: 5 }
                """),
        Explanation(
            id: "missing-discriminator", title: "An alternative lacks the member of the discriminator",
            meaning: "The member distinguishes the alternatives, so that each of them must have it.",
            before: """
                oneOf:
                  - { type: object, properties: { kind: { const: cat }, lives: {} } }
                  - { type: object, properties: { tricks: {} } }
                discriminator: { propertyName: kind }
                """,
            says: #"an alternative lacks the member "kind" of the discriminator"#,
            instead:
                "Apus selects this alternative by the member when it reads a value, and sends a value without the member.",
            after: """
                oneOf:
                  - { type: object, properties: { kind: { const: cat }, lives: {} } }
                  - { type: object, properties: { kind: { const: dog }, tricks: {} } }
                discriminator: { propertyName: kind }
                """),
        Explanation(
            id: "missing-items", title: "An array does not describe its elements",
            meaning: "OpenAPI 3.0 and Swagger 2.0 require `items`; without it an element can be any value.",
            before: "type: array",
            says: "the array has no `items`",
            instead: "The type of the elements is `JSONValue`.",
            after: """
                type: array
                items: { type: string }
                """),
    ]
}
