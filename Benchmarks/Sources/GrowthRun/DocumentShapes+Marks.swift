extension DocumentShapes {
    /// A long run of combining marks in each text: comparing such text by characters takes quadratic time.
    static let marks: [GrowthShape] = [
        marked("a description") { described($0) },
        marked("a property") { "\"type\": \"object\", \"properties\": {\"\($0)\": \(Piece.string)}" },
        marked("a property, required") {
            "\"type\": \"object\", \"properties\": {\"\($0)\": \(Piece.string)}, \"required\": [\"\($0)\"]"
        },
        marked("properties, twelve and more") { text in
            "\"type\": \"object\", \"properties\": "
                + Piece.object((0..<16).map { "\"\(text.prefix(text.utf8.count / 32))\($0)\": \(Piece.model("a"))" })
        },
        marked("an enum") { "\"type\": \"string\", \"enum\": [\"\($0)\", \"\($0)a\"]" },
        marked("a const") { "\"type\": \"string\", \"const\": \"\($0)\"" },
        marked("a default") { "\"type\": \"string\", \"default\": \"\($0)\"" },
        marked("an example") { "\"type\": \"string\", \"example\": \"\($0)\"" },
        marked("a title") { "\"type\": \"object\", \"title\": \"\($0)\"" },
        marked("a format") { "\"type\": \"string\", \"format\": \"\($0)\"" },
        marked("a pattern") { "\"type\": \"string\", \"pattern\": \"\($0)\"" },
        marked("a keyword") { "\"type\": \"string\", \"\($0)\": 1" },
        marked("an extension") { "\"type\": \"string\", \"x-\($0)\": 1" },
        marked("a discriminator") {
            "\"type\": \"object\", \"required\": [\"\($0)\"], \"properties\": {\"\($0)\": \(Piece.string)}, "
                + "\"discriminator\": {\"propertyName\": \"\($0)\", \"mapping\": {\"\($0)\": \"A\"}}"
        },
        markedDocument("a reference") {
            DocumentText(schemas: ["\"A\": \(Piece.ref($0))", "\"\($0)\": \(Piece.model("a"))"])
        },
        markedDocument("a reference that leads nowhere") { DocumentText(schemas: ["\"A\": \(Piece.ref($0))"]) },
        markedDocument("a schema") { DocumentText(schemas: ["\"\($0)\": \(Piece.model("a"))"]) },
        markedDocument("an operation") { DocumentText(paths: [Piece.path("/a", $0)]) },
        markedDocument("a path") { DocumentText(paths: [Piece.path("/" + $0, "get")]) },
        markedDocument("a path, without operationId") {
            DocumentText(paths: ["\"/\($0)\": {\"get\": {\(Piece.done)}}"])
        },
        markedDocument("a path parameter") { text in
            let parameter = "{\"name\": \"\(text)\", \"in\": \"path\", \"required\": true, \"schema\": \(Piece.string)}"
            return DocumentText(paths: [
                Piece.path("/{\(text)}", "get", "\"parameters\": [\(parameter)], " + Piece.done)
            ])
        },
        markedDocument("a tag") { text in
            DocumentText(
                paths: [Piece.path("/a", "get", "\"tags\": [\"\(text)\"], " + Piece.done)],
                members: ["\"tags\": [{\"name\": \"\(text)\"}]"])
        },
        markedDocument("a parameter") { text in
            DocumentText(
                paths: ["query", "header", "cookie"].map { location in
                    let parameter = "{\"name\": \"\(text)\", \"in\": \"\(location)\", \"schema\": \(Piece.string)}"
                    return Piece.path("/" + location, location, "\"parameters\": [\(parameter)], " + Piece.done)
                })
        },
        markedDocument("a header") { text in
            let answer = "{\"description\": \"It.\", \"headers\": {\"\(text)\": {\"schema\": \(Piece.string)}}}"
            return DocumentText(paths: [Piece.path("/a", "get", "\"responses\": {\"200\": \(answer)}")])
        },
        markedDocument("a content type") { text in
            DocumentText(
                paths: [
                    Piece.sending("\"content\": {\"application/\(text)\": {}, \"application/json\": {}}"),
                    Piece.path(
                        "/b", "get",
                        "\"responses\": {\"200\": {\"description\": \"It.\", \"content\": {\"a/\(text)\": {}}}}"),
                ])
        },
        markedDocument("a status") {
            DocumentText(paths: [Piece.path("/a", "get", "\"responses\": {\"\($0)\": {\"description\": \"It.\"}}")])
        },
        markedDocument("a server") { text in
            DocumentText(
                paths: [Piece.path("/a", "get")],
                members: [
                    "\"servers\": [{\"url\": \"https://a.test/\(text)/{\(text)}\", \"description\": \"\(text)\", "
                        + "\"variables\": {\"\(text)\": {\"default\": \"\(text)\", \"enum\": [\"\(text)\"]}}}]"
                ])
        },
        markedDocument("a security scheme") { text in
            DocumentText(
                paths: [Piece.path("/a", "get")],
                components: [
                    "\"securitySchemes\": {\"\(text)\": {\"type\": \"apiKey\", \"in\": \"header\", \"name\": \"\(text)\"}}"
                ],
                members: ["\"security\": [{\"\(text)\": []}]"])
        },
        markedDocument("the document's title") { text in
            DocumentText(
                paths: [Piece.path("/a", "get")],
                members: ["\"x\": \"\(text)\", \"externalDocs\": {\"url\": \"https://a.test/\(text)\"}"])
        },
        markedDocument("a webhook") { text in
            DocumentText(
                paths: [Piece.path("/a", "get")],
                members: [
                    "\"webhooks\": {\"\(text)\": {\"post\": {\"operationId\": \"on\", \"requestBody\": {\(Piece.json(Piece.model(text)))}, \(Piece.done)}}}"
                ])
        },
        markedDocument("a member of a multipart body") { text in
            DocumentText(
                paths: [
                    Piece.sending(
                        "\"content\": {\"multipart/form-data\": {\"schema\": \(Piece.model(text)), \"encoding\": "
                            + "{\"\(text)\": {\"contentType\": \"\(text)\"}}}}")
                ])
        },
        markedDocument("the members of allOf") { text in
            DocumentText(schemas: [
                "\"A\": {\"allOf\": [\(Piece.model(text)), \(Piece.model(text)), \(Piece.model(text + "a"))]}"
            ])
        },
        markedDocument("the members of oneOf") { text in
            DocumentText(schemas: [
                "\"A\": {\"oneOf\": [\(Piece.model(text)), \(Piece.model(text + "b")), \(Piece.model(text + "a"))]}"
            ])
        },
        .document("marks in YAML: keys, anchors, values", ending: "yaml") { size in
            let text = run(size / 8)
            return """
                openapi: 3.1.0
                info: { title: \(text), version: \(text), \(text): \(text) }
                paths: {}
                components:
                  schemas:
                    \(text): &a { type: object, title: '\(text)', description: "\(text)" }
                    B: *a
                """
        },
    ]

    /// `e` with two marks, repeatedly; the marks are out of order, so that a comparison must sort them.
    static func run(_ count: Int) -> String {
        "e" + String(repeating: "\u{301}\u{323}", count: count)
    }

    private static func described(_ text: String) -> String {
        "\"type\": \"object\", \"description\": \"\(text)\""
    }

    private static func marked(_ name: String, _ members: @escaping @Sendable (String) -> String) -> GrowthShape {
        single("marks in " + name) { members(run($0)) }
    }

    private static func markedDocument(_ name: String, _ document: @escaping @Sendable (String) -> DocumentText)
        -> GrowthShape
    {
        .document("marks in " + name) { document(run($0)).text }
    }
}
