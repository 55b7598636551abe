extension DocumentShapes {
    /// Inputs for the readers of JSON and YAML.
    static let sources: [GrowthShape] = [
        .document("JSON, keys that collide without a seed", last: 80_000) { size in
            DocumentText(
                paths: [Piece.path("/a", "get")],
                members: ["\"x-a\": " + Piece.object(Collisions.keys(size).map { "\"\($0)\": 1" })]
            )
            .text
        },
        .document("JSON, keys that come twice") { size in
            DocumentText(
                paths: [Piece.path("/a", "get")],
                members: ["\"x-a\": " + Piece.object((0..<size).map { "\"k\($0 / 2)\": 1" })]
            ).text
        },
        .document("JSON, comments and commas") { size in
            DocumentText(
                paths: [Piece.path("/a", "get")],
                members: ["\"x-a\": [" + String(repeating: "1, // a\n", count: size) + "]"]
            )
            .text
        },
        .document("JSON, arrays in arrays", first: 50, last: 400) { size in
            let one = String(repeating: "[", count: size) + String(repeating: "]", count: size)
            return DocumentText(
                paths: [Piece.path("/a", "get")], members: ["\"x-a\": " + Piece.array((0..<500).map { _ in one })]
            ).text
        },
        yamlDocument("properties") { size in
            tail + "components:\n schemas:\n  A:\n   type: object\n   properties:\n"
                + (0..<size).map { "    m\($0): { type: string }\n" }.joined()
        },
        yamlDocument("%TAG directives") { size in
            (0..<size).map { "%TAG !e\($0)! tag:example.com,2000:a/" }.joined(separator: "\n") + "\n---\n" + tail
        },
        yamlDocument("%YAML and unknown directives") { size in
            String(repeating: "%FOO bar baz\n", count: size) + "---\n" + tail
        },
        yamlDocument("anchors") { size in tail + "x-a:\n" + (0..<size).map { "  k\($0): &a\($0) 1\n" }.joined() },
        yamlDocument("aliases") { size in
            tail + "x-b: &a { b: 1 }\nx-a:\n" + (0..<size).map { "  k\($0): *a\n" }.joined()
        },
        yamlDocument("merge keys") { size in
            tail + "x-b: &a { b: 1 }\nx-a:\n" + (0..<size).map { "  k\($0): { <<: *a, c: 1 }\n" }.joined()
        },
        yamlDocument("merge keys of one mapping") { size in
            tail + (0..<size).map { "x-b\($0): &a\($0) { b\($0): 1 }\n" }.joined() + "x-a: { <<: ["
                + (0..<size).map { "*a\($0)" }.joined(separator: ", ") + "] }\n"
        },
        yamlDocument("flow collections", last: 400, first: 50) { size in
            tail + "x-a: " + String(repeating: "[", count: size) + String(repeating: "]", count: size) + "\n"
        },
        yamlDocument("tabs") { size in tail + "x-a:\n" + String(repeating: "\t- a\n", count: size) },
        yamlDocument("comments") { size in String(repeating: "# A comment.\n", count: size) + tail },
        yamlDocument("block scalar") { size in tail + "x-a: |\n" + String(repeating: "  A line.\n", count: size) },
        yamlDocument("folded scalar over lines") { size in
            tail + "x-a: \"" + String(repeating: "a\n  ", count: size) + "\"\n"
        },
        yamlDocument("escapes") { size in tail + "x-a: \"" + String(repeating: "\\u00e9", count: size) + "\"\n" },
        yamlDocument("keys that come twice") { size in tail + "x-a:\n" + (0..<size).map { "  k\($0 / 2): 1\n" }.joined()
        },
        yamlDocument("documents in one file") { size in tail + String(repeating: "---\na: 1\n", count: size) },
        yamlDocument("an alias to nothing, late") { size in
            tail + "x-a:\n" + String(repeating: "  - 1\n", count: size) + "  - *b\n"
        },
    ]

    static let tail =
        "openapi: 3.1.0\ninfo: { title: A, version: '1' }\npaths: { /a: { get: { responses: { '204': { description: A } } } } }\n"

    private static func yamlDocument(
        _ name: String, last: Int = 160_000, first: Int = 1_250, _ text: @escaping @Sendable (Int) -> String
    ) -> GrowthShape {
        .document("YAML, " + name, first: first, last: last, ending: "yaml", text)
    }
}
