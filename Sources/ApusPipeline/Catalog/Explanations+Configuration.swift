extension DiagnosticCatalog {
    /// Reading apus.yaml.
    static let configuration: [Explanation] = [
        Explanation(
            id: "colliding-clients", title: "Two clients in apus.yaml are compiled as one module",
            meaning:
                "SwiftPM compiles all that is below Sources/App as the module App. Two clients in there have files and types of the same names, unless one of them has a namespace. The build plugin compares the names that the documents of one target declare.",
            before: """
                clients:
                  - name: Acme
                    spec: acme.yaml
                    output: Sources/App/Acme
                  - name: Globex
                    spec: globex.yaml
                    output: Sources/App/Globex
                """,
            says:
                "Acme and Globex are compiled as one module, App, and their files and types have the same names",
            instead: "Nothing is generated until one of them has a namespace or a target of its own.",
            after: """
                clients:
                  - name: Acme
                    spec: acme.yaml
                    output: Sources/App/Acme
                  - name: Globex
                    spec: globex.yaml
                    output: Sources/App/Globex
                    namespace: Globex
                """),
        Explanation(
            id: "duplicate-client", title: "Two clients in apus.yaml use the same name or folder",
            meaning:
                "Two clients with one name or one output folder, or one folder inside of the other, would remove each other's files. The comparison ignores case, as many file systems do, and resolves each path.",
            before: """
                clients:
                  - name: Pets
                    spec: v1.yaml
                  - name: Pets
                    spec: v2.yaml
                """,
            says: #"there is a client "Pets" already"#,
            instead: "Apus generates nothing until the names and the folders differ.",
            after: """
                clients:
                  - name: PetsV1
                    spec: v1.yaml
                  - name: PetsV2
                    spec: v2.yaml
                """),
        Explanation(
            id: "foreign-configuration", title: "A setting of another generator has no counterpart",
            meaning:
                "Apus reads the configuration file of Swift OpenAPI Generator beside a document and applies the settings that it has too.",
            before: """
                # openapi-generator-config.yaml
                generate: [types, client, server]
                """,
            says: #""generate: server" has no counterpart in Apus"#,
            instead: "The client is generated without the setting.",
            after: """
                generate: [types, client]
                """),
        Explanation(
            id: "invalid-configuration", title: "A value in apus.yaml is not valid for its key",
            meaning:
                "The value of each key is a text, a list, a mapping, a boolean, a number or one of a fixed set of words.",
            before: """
                clients:
                  - name: Pets
                    spec: pets.yaml
                    access: open
                """,
            says: #"access must be one of public, package, internal, not "open""#,
            instead: "Apus generates nothing until the value is corrected.",
            after: """
                clients:
                  - name: Pets
                    spec: pets.yaml
                    access: public
                """),
        Explanation(
            id: "missing-configuration-key", title: "A client in apus.yaml lacks a key it needs",
            meaning: "Every client needs `name` and `spec`; all other keys have defaults.",
            before: """
                clients:
                  - spec: pets.yaml
                """,
            says: #"the client has no "name""#,
            instead: "Apus generates nothing until the key is present.",
            after: """
                clients:
                  - name: Pets
                    spec: pets.yaml
                """),
        Explanation(
            id: "unknown-configuration-key", title: "apus.yaml has a key that Apus does not know",
            meaning: "Without this error, a misspelt key would have no effect and no message.",
            before: """
                clients:
                  - name: Pets
                    spec: pets.yaml
                    overlay: fixes.yaml
                """,
            says: #"unknown key "overlay""#,
            instead: "Apus generates nothing until the key is corrected.",
            after: """
                clients:
                  - name: Pets
                    spec: pets.yaml
                    overlays: fixes.yaml
                """),
        Explanation(
            id: "unmatched-setting", title: "apus.yaml names something that the document lacks",
            meaning:
                "An entry of `rename`, `types`, `formats`, `include`, `exclude`, `closedEnums`, `groups`, `idempotent`, `retry`, `paging`, `clientParameters`, `result`, `identity` or the exceptions of `failures` is misspelt, or the document has changed since.",
            before: """
                clients:
                  - name: Pets
                    spec: pets.yaml
                    idempotent: [petsList]
                """,
            says: #"`idempotent` names "petsList", and nothing has that name"#,
            instead: "The entry has no effect; with --strict it is an error.",
            after: """
                clients:
                  - name: Pets
                    spec: pets.yaml
                    idempotent: [listPets]
                """),
        Explanation(
            id: "disagreeing-types", title: "A parameter of the client has several types",
            meaning:
                "The client has one value for all calls, so everything that `clientParameters` names with it needs one type.",
            before: """
                clientParameters: { company: company_id }
                """,
            says: "the client's parameter company has several types: UUID in fetchCompany; String in listPets",
            instead: "Apus generates nothing until they agree.",
            after: """
                clientParameters: { company: company_id }
                overlays: types.yaml  # gives both the format uuid
                """),
        Explanation(
            id: "unusable-identity", title: "A member cannot identify the values of its type",
            meaning:
                "`identity` names the member of a struct that becomes its `id`: a string, an integer, a UUID or a URL. No other member is called `id` in Swift then. A union has the id of its alternatives.",
            before: """
                identity: { Pet: petid }
                """,
            says: "Apus cannot identify values of Pet by \"petid\": there is no member of that name",
            instead: "The type is `Identifiable` only where its own `id` makes it so.",
            after: """
                identity: { Pet: pet_id }
                """),
        Explanation(
            id: "missing-identity", title: "A type with an id is not Identifiable",
            meaning:
                "A struct is `Identifiable` where it has a required `id` that is a string, an integer or a UUID, and a union where all of its alternatives are, by ids of one type. The note is for types of answers that lack little.",
            before: """
                Pet:
                  type: object
                  properties:
                    id: { type: string }
                """,
            says: "Pet is not Identifiable: its member \"id\" may be absent",
            instead: "The type is generated without an identity.",
            after: """
                Pet:
                  type: object
                  required: [id]
                  properties:
                    id: { type: string }
                """),
        Explanation(
            id: "unusable-result", title: "A method cannot return a part of its answer",
            meaning:
                "`result` names what a method returns, by a JSON pointer into its answer. The answer must be JSON of one type that has the member; a `default` has to fit one operation.",
            before: """
                result: { listPets: /dta }
                """,
            says: "Apus cannot return a part of the answer of listPets: its answer has no \"dta\" on the way to /dta",
            instead: "The method returns the whole answer.",
            after: """
                result: { listPets: /data }
                """),
        Explanation(
            id: "unconfigured-paging", title: "An operation seems to return its list in pages",
            meaning:
                "It returns a list, and takes a page or names the next one in the words that most APIs use. The document does not say how pages follow each other.",
            before: """
                # GET /pets?cursor=… → { "data": […], "next_cursor": "…" }
                clients:
                  - name: Pets
                    spec: pets.yaml
                """,
            says: "listPets seems to return its list in pages, and no rule says how they follow each other",
            instead: "Apus has no paging for the operation; only `apus lint --notes` says so.",
            after: """
                clients:
                  - name: Pets
                    spec: pets.yaml
                    paging:
                      listPets: { style: cursor, parameter: cursor, items: /data, cursor: /next_cursor }
                """),
    ]
}
