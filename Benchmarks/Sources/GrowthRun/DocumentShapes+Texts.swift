import ApusPipeline

extension DocumentShapes {
    /// Long texts, and texts that become names.
    static let texts: [GrowthShape] = [
        described("description, words") { String(repeating: "words ", count: $0) },
        described("description, one word") { String(repeating: "wordword", count: $0) },
        described("description, paragraphs") { String(repeating: "A paragraph.\\n\\n", count: $0) },
        described("description, lines") { String(repeating: "A line.\\n", count: $0) },
        described("description, HTML") { String(repeating: "<p>A <b>word</b></p>", count: $0) },
        described("description, open tags") { String(repeating: "<p><b>", count: $0) },
        described("description, brackets") { String(repeating: "[<(`*_", count: $0) },
        described("description, entities") { String(repeating: "&lt;&amp;&", count: $0) },
        described("description, fences") { String(repeating: "```\\n", count: $0) },
        single("title") { "\"type\": \"object\", \"title\": \"\(String(repeating: "Word ", count: $0))\"" },
        single("pattern") { "\"type\": \"string\", \"pattern\": \"^\(String(repeating: "[a-z]+", count: $0))$\"" },
        single("pattern, groups", last: 40_000) {
            "\"type\": \"string\", \"pattern\": \"^\(String(repeating: "(a|", count: $0))b\(String(repeating: ")", count: $0))$\""
        },
        .document("patterns") { size in
            DocumentText(
                schemas: (0..<size).map {
                    "\"S\($0)\": {\"type\": \"string\", \"pattern\": \"^[a-z]{1,\($0 % 100 + 1)}$\"}"
                }
            ).text
        },
        single("digits of a number") { "\"type\": \"number\", \"maximum\": 1\(String(repeating: "0", count: $0))" },
        single("extensions") { size in
            "\"type\": \"string\", " + (0..<size).map { "\"x-e\($0)\": \($0)" }.joined(separator: ",\n")
        },
        single("unknown keywords") { size in
            "\"type\": \"string\", " + (0..<size).map { "\"unknown\($0)\": \($0)" }.joined(separator: ",\n")
        },
    ]

    /// Names that are equal in Swift, and long ones.
    static let names: [GrowthShape] = [
        single("names of properties, alike") { size in
            "\"type\": \"object\", \"properties\": "
                + Piece.object((0..<size).map { "\"\(Piece.alike($0))\": \(Piece.string)" })
        },
        single("names of properties, alike, objects") { size in
            "\"type\": \"object\", \"properties\": "
                + Piece.object((0..<size).map { "\"\(Piece.alike($0))\": \(Piece.model("a\($0)"))" })
        },
        single("values of an enum, alike") { size in
            "\"type\": \"string\", \"enum\": " + Piece.array((0..<size).map { "\"\(Piece.alike($0))\"" })
        },
        .document("names of schemas, alike") { size in
            DocumentText(schemas: (0..<size).map { "\"\(Piece.alike($0))\": \(Piece.model("a"))" }).text
        },
        .document("names of operations, alike") { size in
            DocumentText(paths: (0..<size).map { Piece.path("/p\($0)", Piece.alike($0)) }).text
        },
        .document("names of tags, alike", set: { client, _, _ in client.hasNamespaces = true }) { size in
            DocumentText(
                paths: (0..<size).map {
                    Piece.path("/p\($0)", "get\($0)", "\"tags\": [\"\(Piece.alike($0))\"], " + Piece.done)
                }
            ).text
        },
        .document("names of parameters, alike") { size in
            let parameters = (0..<size).map {
                "{\"name\": \"\(Piece.alike($0))\", \"in\": \"query\", \"schema\": \(Piece.string)}"
            }
            return DocumentText(
                paths: [Piece.path("/a", "get", "\"parameters\": \(Piece.array(parameters)), " + Piece.done)]
            ).text
        },
        .document("names of content types, alike") { size in
            let content = (0..<size).map {
                "\"application/\(Piece.alike($0))+json\": {\"schema\": \(Piece.model("m\($0)"))}"
            }
            return DocumentText(paths: [Piece.sending("\"content\": " + Piece.object(content))]).text
        },
        .document("names of security schemes, alike") { size in
            let schemes = (0..<size).map {
                "\"\(Piece.alike($0))\": {\"type\": \"apiKey\", \"in\": \"header\", \"name\": \"K\($0)\"}"
            }
            return DocumentText(
                paths: [Piece.path("/a", "get")], components: ["\"securitySchemes\": " + Piece.object(schemes)],
                members: ["\"security\": " + Piece.array((0..<size).map { "{\"\(Piece.alike($0))\": []}" })]
            ).text
        },
        single("titles of alternatives, alike") { size in
            "\"oneOf\": "
                + Piece.array(
                    (0..<size).map {
                        "{\"title\": \"Same\", \"type\": \"object\", \"required\": [\"m\($0)\"], \"properties\": {\"m\($0)\": \(Piece.string)}}"
                    })
        },
        single("name of a property, words") { size in
            "\"type\": \"object\", \"properties\": {\"\(String(repeating: "wordWord_", count: size))\": \(Piece.model("a"))}"
        },
        .document("members of a schema with a long name") { size in
            let members = (0..<size).map { "\"m\($0)\": \(Piece.model("a"))" }
            let name = String(repeating: "word_", count: 3 * size)
            return DocumentText(schemas: [
                "\"\(name)\": {\"type\": \"object\", \"properties\": \(Piece.object(members))}"
            ]).text
        },
        .document("name of a schema, words") { size in
            DocumentText(schemas: ["\"\(String(repeating: "wordWord_", count: size))\": \(Piece.model("a"))"]).text
        },
    ]

    static func described(_ name: String, _ text: @escaping @Sendable (Int) -> String) -> GrowthShape {
        .document(name) { size in
            let text = text(size)
            return DocumentText(
                paths: [Piece.path("/a", "get", "\"description\": \"\(text)\", " + Piece.done)],
                schemas: ["\"A\": {\"type\": \"object\", \"description\": \"\(text)\"}"]
            ).text
        }
    }
}
