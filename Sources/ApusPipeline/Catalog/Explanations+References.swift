extension DiagnosticCatalog {
    /// Following references.
    static let references: [Explanation] = [
        Explanation(
            id: "cyclic-reference", title: "A chain of references is a cycle",
            meaning: "A chain of references must end at an object that is not a reference.",
            before: """
                Pet: { $ref: "#/components/schemas/Animal" }
                Animal: { $ref: "#/components/schemas/Pet" }
                """,
            says: ##""#/components/schemas/Animal" refers to itself and never to anything else"##,
            instead: "Apus reads a schema that accepts any JSON instead, and omits any other object.",
            after: """
                Pet: { $ref: "#/components/schemas/Animal" }
                Animal: { type: object }
                """),
        Explanation(
            id: "failed-fetch", title: "A file of an allowed host cannot be fetched",
            meaning:
                "Apus fetches files only from hosts that the user allows by name, and only up to a size limit.",
            before: "$ref: http://127.0.0.1:9/schemas/pet.json",
            says: #"cannot fetch "http://127.0.0.1:9/schemas/pet.json": the host does not respond"#,
            instead: "Apus generates nothing, because a failed connection would otherwise change the client.",
            after: """
                $ref: schemas/pet.json        # stored beside the document
                """),
        Explanation(
            id: "ignored-sibling", title: "A keyword beside `$ref` has no meaning",
            meaning: "Before OpenAPI 3.1, all keywords beside a $ref are ignored.",
            before: """
                $ref: "#/components/schemas/Pet"
                readOnly: true
                """,
            says: "`readOnly` beside `$ref` has no meaning in version 3.0",
            instead: "Apus ignores it.",
            after: """
                readOnly: true
                allOf:
                  - $ref: "#/components/schemas/Pet"
                """),
        Explanation(
            id: "misplaced-reference", title: "A reference is not allowed here",
            meaning: "OpenAPI allows $ref in certain kinds of objects only.",
            before: """
                info:
                  $ref: info.yaml
                """,
            says: "`$ref` is not allowed here",
            instead: "Apus follows the reference; other tools may not.",
            after: """
                info:
                  title: Pets
                  version: 1.0.0
                """),
        Explanation(
            id: "reference-into-root", title: "A reference without a file name points into another file",
            meaning:
                "A $ref without a file name points into its own file. In documents that were split by hand it often means the root document.",
            before: """
                # pet.yaml
                owner:
                  $ref: "#/components/schemas/Person"
                """,
            says: ##""#/components/schemas/Person" is not in this file but in the root document"##,
            instead: "Apus resolves it in the root document.",
            after: """
                # pet.yaml
                owner:
                  $ref: "openapi.yaml#/components/schemas/Person"
                """),
        Explanation(
            id: "reference-outside-root", title: "A reference points outside of the document's folder",
            meaning: "A document from an untrusted source must not read other files of the user.",
            before: "$ref: ../../secrets.yaml#/Token",
            says: #""../../secrets.yaml" leaves the folder of the document"#,
            instead: "Apus reads a schema that accepts any JSON instead, and omits any other object.",
            after: """
                $ref: shared/tokens.yaml#/Token
                # or in apus.yaml:  roots: [../shared]
                """),
        Explanation(
            id: "remote-reference", title: "A reference points to the network",
            meaning:
                "Apus fetches nothing unless the host is allowed: a build should neither depend on another server nor reveal itself to it.",
            before: "$ref: https://pets.example/common.yaml#/Error",
            says: #""https://pets.example/common.yaml" is not fetched"#,
            instead: "Apus reads a schema that accepts any JSON instead, and omits any other object.",
            after: """
                $ref: common.yaml#/Error      # stored beside the document
                # or in apus.yaml:  allowedHosts: [pets.example]
                """),
        Explanation(
            id: "unresolved-reference", title: "A reference has no target",
            meaning: "The file exists, but it has no value at the pointer of the $ref.",
            before: """
                schema:
                  $ref: "#/components/schemas/Pett"
                """,
            says: ##"cannot find "#/components/schemas/Pett""##,
            instead: "Apus reads a schema that accepts any JSON instead, and omits any other object.",
            after: """
                schema:
                  $ref: "#/components/schemas/Pet"
                """),
    ]
}
