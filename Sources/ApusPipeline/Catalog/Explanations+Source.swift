extension DiagnosticCatalog {
    /// Reading text.
    static let source: [Explanation] = [
        Explanation(
            id: "alias-expansion", title: "YAML aliases multiply too much",
            meaning: "Aliases of aliases grow exponentially: nine lines can contain billions of values.",
            before: """
                a: &a [x, x, x, x]
                b: &b [*a, *a, *a, *a]
                c: [*b, *b, *b, *b]   # and so on
                """,
            says: "the aliases make 40 written values expand to 10400 or more",
            instead: "Apus cannot use any part of the file.",
            after: """
                components:
                  schemas:
                    A: { type: array }   # shared with $ref, which costs nothing
                """),
        Explanation(
            id: "duplicate-key", title: "A key is written twice in one mapping",
            meaning: "YAML and JSON require unique keys, and readers differ in which of two equal keys they use.",
            before: """
                info:
                  title: Pets
                  title: Animals
                """,
            says: #"the key "title" is written twice in this mapping"#,
            instead: "Apus uses the last one.",
            after: """
                info:
                  title: Animals
                """),
        Explanation(
            id: "file-too-large", title: "The document is larger than the limits",
            meaning: "Limits on bytes, values and files keep hostile documents from exhausting the memory.",
            before: "one file of 70 MiB",
            says: #""openapi.json" is larger than 67108864 bytes"#,
            instead: "Apus cannot use any part of the file.",
            after: "several files, referred to with $ref"),
        Explanation(
            id: "invalid-encoding", title: "The text is not UTF-8",
            meaning:
                "Documents are UTF-8 or UTF-16, with or without a byte order mark. Other encodings cannot be detected reliably, and a file with "
                + "NUL bytes is not a text.",
            before: #"title: Caf\xE9   # one byte, as ISO 8859-1 has it"#,
            says: "the file is not valid UTF-8",
            instead:
                "Apus replaces each invalid byte with U+FFFD. It cannot use any part of a file in UTF-32 or with NUL bytes.",
            after: "title: Café      # saved as UTF-8"),
        Explanation(
            id: "invalid-json", title: "The text is not JSON",
            meaning: "RFC 8259 allows only double quotes, and requires a comma between two values.",
            before: #"{ "openapi": "3.1.0" "paths": {} }"#,
            says: "cannot read the JSON: expected ',' or '}'",
            instead: "Apus cannot use any part of the file.",
            after: #"{ "openapi": "3.1.0", "paths": {} }"#),
        Explanation(
            id: "invalid-yaml", title: "The text is not YAML",
            meaning: "The reader stops at the reported line; the mistake is in this line or shortly before it.",
            before: """
                info:
                  title: Pets: the API
                """,
            says: "cannot read the YAML: mapping values are not allowed in this context",
            instead: "Apus cannot use any part of the file.",
            after: """
                info:
                  title: "Pets: the API"
                """),
        Explanation(
            id: "loose-json", title: "The JSON has comments or trailing commas",
            meaning:
                "RFC 8259 has no comments and no comma after the last value. Some editors accept both, and other readers refuse them.",
            before: #"{ "openapi": "3.1.0" /* newest */ } // Pets"#,
            says: "JSON has no comments; this is the first of 2",
            instead: "Apus ignores them.",
            after: #"{ "openapi": "3.1.0" }"#),
        Explanation(
            id: "missing-file", title: "A file cannot be read",
            meaning:
                "The document, an overlay or a file that a $ref names does not exist, or its permissions do not allow reading.",
            before: "apus lint specs/pets/opnapi.yaml",
            says: #"cannot read "specs/pets/opnapi.yaml": the file does not exist"#,
            instead:
                "Apus generates nothing from a document that it cannot read, and reads a $ref to the file as a schema that accepts any JSON.",
            after: "apus lint specs/pets/openapi.yaml"),
        Explanation(
            id: "nesting-too-deep", title: "Values are nested too deeply",
            meaning:
                "A limit keeps hostile documents from exhausting the stack. No known API reaches it.",
            before: "[[[[[[…]]]]]]",
            says: "values are nested more than 500 levels deep",
            instead: "Apus cannot use any part of the file.",
            after: """
                components:
                  schemas:
                    Inner: { type: array }   # referred to with $ref
                """),
        Explanation(
            id: "several-documents", title: "The YAML file has more than one document",
            meaning: "A line of three hyphens begins another document, and Apus reads one document from a file.",
            before: """
                openapi: 3.1.0
                ---
                openapi: 3.0.3
                """,
            says: "only the first document of the file is used, another one starts here",
            instead: "Apus uses the first document.",
            after: "openapi: 3.1.0"),
        Explanation(
            id: "too-many-marks", title: "A text has too many combining marks in a row",
            meaning:
                "Accents and other combining marks apply to the letter before them. A comparison of such text sorts the marks of each letter "
                + "first, in quadratic time; a limit keeps hostile documents from that. No script reaches it.",
            before: #"title: "e\u0301\u0323\u0301\u0323…"   # more than three hundred"#,
            says: "a text has more than 300 combining marks in a row",
            instead: "Apus cannot use any part of the file.",
            after: "title: é"),
    ]
}
