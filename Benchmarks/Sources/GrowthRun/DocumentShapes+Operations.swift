extension DocumentShapes {
    /// The requests and responses of an operation.
    static let operations: [GrowthShape] =
        ["query", "header", "cookie"].map { location in
            .document("parameters, \(location)") { size in
                let parameters = (0..<size).map {
                    "{\"name\": \"q\($0)\", \"in\": \"\(location)\", \"schema\": \(Piece.string)}"
                }
                return DocumentText(
                    paths: [Piece.path("/a", "get", "\"parameters\": \(Piece.array(parameters)), " + Piece.done)]
                ).text
            }
        } + [
            .document("parameters, path") { size in
                let parameters = (0..<size).map {
                    "{\"name\": \"p\($0)\", \"in\": \"path\", \"required\": true, \"schema\": \(Piece.string)}"
                }
                let path = (0..<size).map { "/{p\($0)}" }.joined()
                return DocumentText(
                    paths: [Piece.path(path, "get", "\"parameters\": \(Piece.array(parameters)), " + Piece.done)]
                ).text
            },
            .document("parameters in the template alone") { size in
                DocumentText(paths: [Piece.path((0..<size).map { "/{p\($0)}" }.joined(), "get")]).text
            },
            .document("parameters of a path item, shared") { size in
                let shared = (0..<size).map {
                    "\"P\($0)\": {\"name\": \"q\($0)\", \"in\": \"query\", \"schema\": \(Piece.string)}"
                }
                let references = (0..<size).map { Piece.ref("P\($0)", "parameters") }
                return DocumentText(
                    paths: [
                        "\"/a\": {\"parameters\": \(Piece.array(references)), \"get\": {\"operationId\": \"get\", "
                            + "\"parameters\": \(Piece.array(references)), \(Piece.done)}}"
                    ], components: ["\"parameters\": " + Piece.object(shared)]
                ).text
            },
            .document("content types of a body") { size in
                let content = (0..<size).map { "\"application/x\($0)\": {\"schema\": \(Piece.string)}" }
                return DocumentText(paths: [Piece.sending("\"content\": " + Piece.object(content))]).text
            },
            .document("content types of a body, JSON") { size in
                let content = (0..<size).map { "\"application/x\($0)+json\": {\"schema\": \(Piece.model("m\($0)"))}" }
                return DocumentText(paths: [Piece.sending("\"content\": " + Piece.object(content))]).text
            },
            .document("content types of a body, one schema") { size in
                let content = (0..<size).map { "\"application/x\($0)+json\": {\"schema\": \(Piece.ref("A"))}" }
                return DocumentText(
                    paths: [Piece.sending("\"content\": " + Piece.object(content))],
                    schemas: ["\"A\": " + Piece.model("a")]
                ).text
            },
            .document("content types of a response") { size in
                let content = (0..<size).map { "\"application/x\($0)+json\": {\"schema\": \(Piece.model("m\($0)"))}" }
                let answer =
                    "\"responses\": {\"200\": {\"description\": \"It.\", \"content\": \(Piece.object(content))}}"
                return DocumentText(paths: [Piece.path("/a", "get", answer)]).text
            },
            .document("content types of a response, one schema") { size in
                let content = (0..<size).map { "\"application/x\($0)+json\": {\"schema\": \(Piece.ref("A"))}" }
                let answer =
                    "\"responses\": {\"200\": {\"description\": \"It.\", \"content\": \(Piece.object(content))}}"
                return DocumentText(paths: [Piece.path("/a", "get", answer)], schemas: ["\"A\": " + Piece.model("a")])
                    .text
            },
            .document("responses of an operation", first: 60, last: 480) { size in
                let answers = (0..<size).map { "\"\(100 + $0)\": \(Piece.answer(Piece.model("m\($0)")))" }
                return DocumentText(paths: [Piece.path("/a", "get", "\"responses\": " + Piece.object(answers))]).text
            },
            .document("failures, each operation's own") { size in
                let paths = (0..<size).map { place in
                    Piece.path(
                        "/p\(place)", "get\(place)",
                        "\"responses\": {\"204\": {\"description\": \"Done.\"}, \"400\": \(Piece.answer(Piece.model("m\(place)")))}"
                    )
                }
                return DocumentText(paths: paths).text
            },
            .document("headers of a response") { size in
                let headers = (0..<size).map { "\"H\($0)\": {\"schema\": \(Piece.string)}" }
                let answer =
                    "\"responses\": {\"204\": {\"description\": \"Done.\", \"headers\": \(Piece.object(headers))}}"
                return DocumentText(paths: [Piece.path("/a", "get", answer)]).text
            },
            .document("headers, each operation's own") { size in
                let paths = (0..<size).map { place in
                    Piece.path(
                        "/p\(place)", "get\(place)",
                        "\"responses\": {\"204\": {\"description\": \"Done.\", \"headers\": {\"H\(place)\": {\"schema\": \(Piece.string)}}}}"
                    )
                }
                return DocumentText(paths: paths).text
            },
            .document("headers, shared") { size in
                let headers = (0..<size).map { "\"H\($0)\": {\"schema\": \(Piece.string)}" }
                let paths = (0..<size).map { place in
                    Piece.path(
                        "/p\(place)", "get\(place)",
                        "\"responses\": {\"204\": {\"description\": \"Done.\", \"headers\": {\"X\": \(Piece.ref("H\(place)", "headers"))}}}"
                    )
                }
                return DocumentText(paths: paths, components: ["\"headers\": " + Piece.object(headers)]).text
            },
            .document("links") { size in
                let links = (0..<size).map { "\"L\($0)\": {\"operationId\": \"get\", \"description\": \"Link \($0)\"}" }
                let answer = "\"responses\": {\"200\": {\"description\": \"It.\", \"links\": \(Piece.object(links))}}"
                return DocumentText(paths: [Piece.path("/a", "get", answer)]).text
            },
            .document("callbacks") { size in
                let calls = (0..<size).map { place in
                    "\"c\(place)\": {\"{$request.query.u}\": {\"post\": {\"operationId\": \"on\(place)\", \"requestBody\": "
                        + "{\(Piece.json(Piece.model("m\(place)")))}, \(Piece.done)}}}"
                }
                return DocumentText(
                    paths: [Piece.path("/a", "get", "\"callbacks\": \(Piece.object(calls)), " + Piece.done)]
                ).text
            },
            .document("members of a multipart body, with encodings") { size in
                let members = (0..<size).map { "\"m\($0)\": \(Piece.string)" }
                let encodings = (0..<size).map { "\"m\($0)\": {\"contentType\": \"text/plain\"}" }
                let schema = "{\"type\": \"object\", \"properties\": \(Piece.object(members))}"
                return DocumentText(
                    paths: [
                        Piece.sending(
                            "\"content\": {\"multipart/form-data\": {\"schema\": \(schema), \"encoding\": \(Piece.object(encodings))}}"
                        )
                    ]
                ).text
            },
            .document("members of a form, with encodings") { size in
                let members = (0..<size).map { "\"m\($0)\": {\"type\": \"array\", \"items\": \(Piece.string)}" }
                let encodings = (0..<size).map { "\"m\($0)\": {\"style\": \"pipeDelimited\"}" }
                let schema = "{\"type\": \"object\", \"properties\": \(Piece.object(members))}"
                return DocumentText(
                    paths: [
                        Piece.sending(
                            "\"content\": {\"application/x-www-form-urlencoded\": {\"schema\": \(schema), "
                                + "\"encoding\": \(Piece.object(encodings))}}")
                    ]
                ).text
            },
            .document("multipart bodies") { size in
                let paths = (0..<size).map { place in
                    "\"/p\(place)\": {\"post\": {\"operationId\": \"send\(place)\", \"requestBody\": {\"content\": "
                        + "{\"multipart/form-data\": {\"schema\": \(Piece.model("m\(place)"))}}}, \(Piece.done)}}"
                }
                return DocumentText(paths: paths).text
            },
        ]
}
