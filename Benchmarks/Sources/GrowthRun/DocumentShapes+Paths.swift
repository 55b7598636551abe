import ApusPipeline

/// Documents, one axis each.
enum DocumentShapes {
    /// The parts of a document other than schemas.
    static let paths: [GrowthShape] = [
        .document("paths") { size in
            DocumentText(paths: (0..<size).map { Piece.path("/p\($0)", "get\($0)") }).text
        },
        .document("paths without operationId") { size in
            DocumentText(paths: (0..<size).map { "\"/p\($0)\": {\"get\": {\(Piece.done)}}" }).text
        },
        .document("operations of one path") { size in
            let methods = (0..<size).map { "\"M\($0)\": {\"operationId\": \"do\($0)\", \(Piece.done)}" }
            return DocumentText(paths: ["\"/a\": {\"additionalOperations\": \(Piece.object(methods))}"]).text
        },
        .document("segments of a path", last: 40_000) { size in
            DocumentText(paths: [Piece.path((0..<size).map { "/s\($0)" }.joined(), "get")]).text
        },
        .document("tags, one for each operation") { size in
            DocumentText(
                paths: (0..<size).map { Piece.path("/p\($0)", "get\($0)", "\"tags\": [\"t\($0)\"], " + Piece.done) },
                members: ["\"tags\": " + Piece.array((0..<size).map { "{\"name\": \"t\($0)\"}" })]
            ).text
        },
        .document("namespaces", set: { client, _, _ in client.hasNamespaces = true }) { size in
            DocumentText(
                paths: (0..<size).map { Piece.path("/p\($0)", "get\($0)", "\"tags\": [\"t\($0)\"], " + Piece.done) }
            ).text
        },
        .document("tags of one operation") { size in
            let tags = (0..<size).map { "\"t\($0)\"" }
            return DocumentText(paths: [Piece.path("/a", "get", "\"tags\": \(Piece.array(tags)), " + Piece.done)]).text
        },
        .document("servers") { size in
            let servers = (0..<size).map { "{\"url\": \"https://s\($0).test\", \"description\": \"Server \($0)\"}" }
            return DocumentText(paths: [Piece.path("/a", "get")], members: ["\"servers\": " + Piece.array(servers)])
                .text
        },
        .document("servers with one name") { size in
            let servers = (0..<size).map { "{\"url\": \"https://s\($0).test\", \"description\": \"Same\"}" }
            return DocumentText(paths: [Piece.path("/a", "get")], members: ["\"servers\": " + Piece.array(servers)])
                .text
        },
        .document("variables of a server") { size in
            let template = (0..<size).map { "{v\($0)}" }.joined()
            let variables = (0..<size).map { "\"v\($0)\": {\"default\": \"d\($0)\"}" }
            return DocumentText(
                paths: [Piece.path("/a", "get")],
                members: [
                    "\"servers\": [{\"url\": \"https://a.test/\(template)\", \"variables\": \(Piece.object(variables))}]"
                ]
            ).text
        },
        .document("values of a server variable") { size in
            let values = (0..<size).map { "\"v\($0)\"" }
            return DocumentText(
                paths: [Piece.path("/a", "get")],
                members: [
                    "\"servers\": [{\"url\": \"https://{v}.test\", \"variables\": {\"v\": {\"default\": \"v0\", "
                        + "\"enum\": \(Piece.array(values))}}}]"
                ]
            ).text
        },
        .document("security schemes") { size in
            let schemes = (0..<size).map {
                "\"k\($0)\": {\"type\": \"apiKey\", \"in\": \"header\", \"name\": \"K\($0)\"}"
            }
            return DocumentText(
                paths: [Piece.path("/a", "get")], components: ["\"securitySchemes\": " + Piece.object(schemes)],
                members: ["\"security\": " + Piece.array((0..<size).map { "{\"k\($0)\": []}" })]
            ).text
        },
        .document("scopes") { size in
            let scopes = (0..<size).map { "\"s\($0)\": \"Scope \($0)\"" }
            let flow = "{\"tokenUrl\": \"https://a.test/token\", \"scopes\": \(Piece.object(scopes))}"
            return DocumentText(
                paths: [Piece.path("/a", "get")],
                components: [
                    "\"securitySchemes\": {\"o\": {\"type\": \"oauth2\", \"flows\": {\"clientCredentials\": \(flow)}}}"
                ],
                members: ["\"security\": [{\"o\": \(Piece.array((0..<size).map { "\"s\($0)\"" }))}]"]
            ).text
        },
        .document("webhooks") { size in
            let hooks = (0..<size).map { place in
                "\"w\(place)\": {\"post\": {\"operationId\": \"on\(place)\", \"requestBody\": "
                    + "{\(Piece.json(Piece.model("m\(place)")))}, \(Piece.done)}}"
            }
            return DocumentText(paths: [Piece.path("/a", "get")], members: ["\"webhooks\": " + Piece.object(hooks)])
                .text
        },
        .document("webhooks that demand nothing") { size in
            let hooks = (0..<size).map { place in
                "\"w\(place)\": {\"post\": {\"operationId\": \"on\(place)\", \"requestBody\": "
                    + "{\(Piece.json(Piece.model("m\(place)", isRequired: false)))}, \(Piece.done)}}"
            }
            return DocumentText(paths: [Piece.path("/a", "get")], members: ["\"webhooks\": " + Piece.object(hooks)])
                .text
        },
        .document("webhooks of one form") { size in
            let hooks = (0..<size).map { place in
                "\"w\(place)\": {\"post\": {\"operationId\": \"on\(place)\", \"requestBody\": "
                    + "{\(Piece.json(Piece.model("type")))}, \(Piece.done)}}"
            }
            return DocumentText(paths: [Piece.path("/a", "get")], members: ["\"webhooks\": " + Piece.object(hooks)])
                .text
        },
    ]
}
