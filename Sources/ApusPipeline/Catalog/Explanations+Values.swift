extension DiagnosticCatalog {
    /// Defaults, patterns and examples that contradict their schemas.
    static let values: [Explanation] = [
        Explanation(
            id: "default-outside-enum", title: "A default is none of the values of its enum",
            meaning: "A caller who leaves the member out would get a value that the schema itself forbids.",
            before: """
                type: object
                properties:
                  size: { type: string, enum: [small, large], default: medium }
                """,
            says: #"the default "medium" is none of the values of its `enum`"#,
            instead: "No initializer has the default; the documentation states it.",
            after: """
                type: object
                properties:
                  size: { type: string, enum: [small, large], default: small }
                """),
        Explanation(
            id: "invalid-pattern", title: "A pattern is not a regular expression",
            meaning: "A bracket is open, or a sign that repeats something has nothing before it.",
            before: "name: { type: string, pattern: '[a-z' }",
            says: "`[a-z` is not a regular expression",
            instead: "`validate()` lets every text pass it.",
            after: "name: { type: string, pattern: '[a-z]' }"),
        Explanation(
            id: "misfitting-example", title: "An example does not fit its schema",
            meaning:
                "One of the two is wrong, and the client is made of the schema. `apus lint` compares them; generating does not take the time.",
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
            id: "missing-discriminator", title: "An alternative lacks the member of the discriminator",
            meaning: "The member tells alternatives apart, so each of them has to have it.",
            before: """
                oneOf:
                  - { type: object, properties: { kind: { const: cat }, lives: {} } }
                  - { type: object, properties: { tricks: {} } }
                discriminator: { propertyName: kind }
                """,
            says: #"an alternative lacks the member "kind" of the discriminator"#,
            instead: "A value of it is read by the member, and sent without.",
            after: """
                oneOf:
                  - { type: object, properties: { kind: { const: cat }, lives: {} } }
                  - { type: object, properties: { kind: { const: dog }, tricks: {} } }
                discriminator: { propertyName: kind }
                """),
        Explanation(
            id: "missing-items", title: "An array does not describe its elements",
            meaning: "OpenAPI 3.0 and Swagger 2.0 require `items`; without them an element can be anything.",
            before: "type: array",
            says: "the array has no `items`",
            instead: "The elements are JSONValue.",
            after: """
                type: array
                items: { type: string }
                """),
    ]
}
