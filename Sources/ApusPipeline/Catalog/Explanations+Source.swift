extension DiagnosticCatalog {
    /// Reading text.
    static let source: [Explanation] = [
        Explanation(
            id: "alias-expansion", title: "YAML aliases multiply too much",
            meaning: "Aliases of aliases grow exponentially: nine lines can stand for billions of values.",
            before: """
                a: &a [x, x, x, x]
                b: &b [*a, *a, *a, *a]
                c: [*b, *b, *b, *b]   # and so on
                """,
            says: "the aliases make 40 written values expand to 10400 or more",
            instead: "Nothing of the file can be used.",
            after: """
                components:
                  schemas:
                    A: { type: array }   # shared with $ref, which costs nothing
                """),
        Explanation(
            id: "duplicate-key", title: "A key is written twice in one mapping",
            meaning: "YAML and JSON ask for unique keys, and readers differ in which of two they take.",
            before: """
                info:
                  title: Pets
                  title: Animals
                """,
            says: #"the key "title" is written twice in this mapping"#,
            instead: "The last one is used.",
            after: """
                info:
                  title: Animals
                """),
        Explanation(
            id: "file-too-large", title: "The document is larger than the limits",
            meaning: "Limits on bytes, values and files keep hostile documents from exhausting the memory.",
            before: "one file of 70 MiB",
            says: #""openapi.json" is larger than 67108864 bytes"#,
            instead: "Nothing of the file can be used.",
            after: "several files, referred to with $ref"),
        Explanation(
            id: "invalid-encoding", title: "The text is not UTF-8",
            meaning:
                "Documents are UTF-8 or UTF-16, with or without a byte order mark. Others cannot be told apart safely, and a file with "
                + "NUL bytes is no text.",
            before: #"title: Caf\xE9   # one byte, as ISO 8859-1 has it"#,
            says: "the file is not valid UTF-8",
            instead:
                "U+FFFD stands for each byte that is no character; nothing of UTF-32 and of files with NUL bytes can be used.",
            after: "title: Café      # saved as UTF-8"),
        Explanation(
            id: "invalid-json", title: "The text is not JSON",
            meaning: "JSON is read by RFC 8259: double quotes only, and a comma between two values.",
            before: #"{ "openapi": "3.1.0" "paths": {} }"#,
            says: "cannot read the JSON: expected ',' or '}'",
            instead: "Nothing of the file can be used.",
            after: #"{ "openapi": "3.1.0", "paths": {} }"#),
        Explanation(
            id: "invalid-yaml", title: "The text is not YAML",
            meaning: "The place is where the reader gave up; the mistake is there or a little above it.",
            before: """
                info:
                  title: Pets: the API
                """,
            says: "cannot read the YAML: mapping values are not allowed in this context",
            instead: "Nothing of the file can be used.",
            after: """
                info:
                  title: "Pets: the API"
                """),
        Explanation(
            id: "loose-json", title: "The JSON has comments or commas too many",
            meaning:
                "RFC 8259 has no comments and no comma after the last value. Editors allow both, and other readers refuse them.",
            before: #"{ "openapi": "3.1.0" /* newest */ } // Pets"#,
            says: "JSON has no comments; this is the first of 2",
            instead: "The file is read without them.",
            after: #"{ "openapi": "3.1.0" }"#),
        Explanation(
            id: "missing-file", title: "A file cannot be read",
            meaning: "The document, an overlay or a file that a $ref names is not there, or may not be read.",
            before: "apus lint specs/pets/opnapi.yaml",
            says: #"cannot read "specs/pets/opnapi.yaml": the file does not exist"#,
            instead:
                "Nothing is generated from a document that cannot be read; a $ref to the file is read as any JSON.",
            after: "apus lint specs/pets/openapi.yaml"),
        Explanation(
            id: "nesting-too-deep", title: "Values are nested too deeply",
            meaning:
                "A limit keeps hostile documents from exhausting the stack. No API that people wrote comes near it.",
            before: "[[[[[[…]]]]]]",
            says: "values are nested more than 500 levels deep",
            instead: "Nothing of the file can be used.",
            after: """
                components:
                  schemas:
                    Inner: { type: array }   # referred to with $ref
                """),
        Explanation(
            id: "several-documents", title: "The YAML file holds more than one document",
            meaning: "A line of three hyphens begins another document, and an API is described by one.",
            before: """
                openapi: 3.1.0
                ---
                openapi: 3.0.3
                """,
            says: "only the first document of the file is used, another one starts here",
            instead: "The first document is used.",
            after: "openapi: 3.1.0"),
        Explanation(
            id: "too-many-marks", title: "A text has too many combining marks in a row",
            meaning:
                "Accents and other marks combine with the letter before them. Whoever compares such text brings the marks of a letter into "
                + "order first, which takes square time; a limit keeps hostile documents from that. No script comes near it.",
            before: #"title: "e\u0301\u0323\u0301\u0323…"   # more than three hundred"#,
            says: "a text has more than 300 combining marks in a row",
            instead: "Nothing of the file can be used.",
            after: "title: é"),
    ]
}
