extension DiagnosticCatalog {
    /// Following references.
    static let references: [Explanation] = [
        Explanation(
            id: "cyclic-reference", title: "A reference leads only to itself",
            meaning: "A chain of references must end at something that is not a reference.",
            before: """
                Pet: { $ref: "#/components/schemas/Animal" }
                Animal: { $ref: "#/components/schemas/Pet" }
                """,
            says: ##""#/components/schemas/Animal" refers to itself and never to anything else"##,
            instead: "A schema accepts any JSON in its place; another object is left out.",
            after: """
                Pet: { $ref: "#/components/schemas/Animal" }
                Animal: { type: object }
                """),
        Explanation(
            id: "failed-fetch", title: "A file of an allowed host cannot be fetched",
            meaning:
                "The network is asked only for hosts that are allowed by name, and only for files of a sensible size.",
            before: "$ref: http://127.0.0.1:9/schemas/pet.json",
            says: #"cannot fetch "http://127.0.0.1:9/schemas/pet.json": the host does not respond"#,
            instead: "Nothing is generated: else a day without network would give another client unnoticed.",
            after: """
                $ref: schemas/pet.json        # stored beside the document
                """),
        Explanation(
            id: "ignored-sibling", title: "A keyword beside `$ref` has no meaning",
            meaning: "Before OpenAPI 3.1 whatever stands beside a $ref is ignored.",
            before: """
                $ref: "#/components/schemas/Pet"
                readOnly: true
                """,
            says: "`readOnly` beside `$ref` has no meaning in version 3.0",
            instead: "It is ignored.",
            after: """
                readOnly: true
                allOf:
                  - $ref: "#/components/schemas/Pet"
                """),
        Explanation(
            id: "misplaced-reference", title: "A reference stands where none is allowed",
            meaning: "OpenAPI allows $ref in a few kinds of objects only.",
            before: """
                info:
                  $ref: info.yaml
                """,
            says: "`$ref` is not allowed here",
            instead: "It is followed all the same; other tools may not.",
            after: """
                info:
                  title: Pets
                  version: 1.0.0
                """),
        Explanation(
            id: "reference-into-root", title: "A reference names a place of another file",
            meaning:
                "A $ref without a file name points into its own file. Documents that were split by hand often mean the root document.",
            before: """
                # pet.yaml
                owner:
                  $ref: "#/components/schemas/Person"
                """,
            says: ##""#/components/schemas/Person" is not in this file but in the root document"##,
            instead: "It is taken from the root document.",
            after: """
                # pet.yaml
                owner:
                  $ref: "openapi.yaml#/components/schemas/Person"
                """),
        Explanation(
            id: "reference-outside-root", title: "A reference leaves the document's folder",
            meaning: "A document from elsewhere must not read files it has no business with.",
            before: "$ref: ../../secrets.yaml#/Token",
            says: #""../../secrets.yaml" leaves the folder of the document"#,
            instead: "A schema accepts any JSON in its place; another object is left out.",
            after: """
                $ref: shared/tokens.yaml#/Token
                # or in apus.yaml:  roots: [../shared]
                """),
        Explanation(
            id: "remote-reference", title: "A reference leads to the network",
            meaning:
                "Nothing is fetched unless its host is allowed: a build should not depend on somebody's server, nor tell it about itself.",
            before: "$ref: https://pets.example/common.yaml#/Error",
            says: #""https://pets.example/common.yaml" is not fetched"#,
            instead: "A schema accepts any JSON in its place; another object is left out.",
            after: """
                $ref: common.yaml#/Error      # stored beside the document
                # or in apus.yaml:  allowedHosts: [pets.example]
                """),
        Explanation(
            id: "unresolved-reference", title: "A reference leads nowhere",
            meaning: "The file is there, but nothing stands at the place that the $ref names.",
            before: """
                schema:
                  $ref: "#/components/schemas/Pett"
                """,
            says: ##"cannot find "#/components/schemas/Pett""##,
            instead: "A schema accepts any JSON in its place; another object is left out.",
            after: """
                schema:
                  $ref: "#/components/schemas/Pet"
                """),
    ]
}
