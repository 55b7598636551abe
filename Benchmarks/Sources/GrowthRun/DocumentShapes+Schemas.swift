import ApusPipeline

extension DocumentShapes {
    /// Many schemas, and many parts of one schema.
    static let schemas: [GrowthShape] = [
        .document("schemas") { size in
            DocumentText(schemas: (0..<size).map { "\"S\($0)\": \(Piece.model("m\($0)"))" }).text
        },
        .document("schemas of one operation") { size in
            let members = (0..<size).map { "\"m\($0)\": \(Piece.ref("S\($0)"))" }
            let all = "{\"type\": \"object\", \"properties\": \(Piece.object(members))}"
            return DocumentText(
                paths: [Piece.path("/a", "get", "\"responses\": {\"200\": \(Piece.answer(all))}")],
                schemas: (0..<size).map { "\"S\($0)\": \(Piece.model("m\($0)"))" }
            ).text
        },
        single("properties") { size in
            "\"type\": \"object\", \"properties\": " + Piece.object((0..<size).map { "\"m\($0)\": \(Piece.string)" })
        },
        single("properties, objects") { size in
            "\"type\": \"object\", \"properties\": "
                + Piece.object((0..<size).map { "\"m\($0)\": \(Piece.model("a"))" })
        },
        single("required properties") { size in
            "\"type\": \"object\", \"properties\": " + Piece.object((0..<size).map { "\"m\($0)\": \(Piece.string)" })
                + ", \"required\": " + Piece.array((0..<size).map { "\"m\($0)\"" })
        },
        single("required without properties") { size in
            "\"type\": \"object\", \"required\": " + Piece.array((0..<size).map { "\"m\($0)\"" })
        },
        single("patternProperties") { size in
            "\"type\": \"object\", \"patternProperties\": "
                + Piece.object((0..<size).map { "\"^m\($0)\": \(Piece.string)" })
        },
        single("dependentRequired") { size in
            "\"type\": \"object\", \"dependentRequired\": " + Piece.object((0..<size).map { "\"m\($0)\": [\"a\"]" })
        },
        single("$defs") { size in
            "\"type\": \"object\", \"$defs\": " + Piece.object((0..<size).map { "\"m\($0)\": \(Piece.model("a"))" })
        },
        single("prefixItems") { size in
            "\"type\": \"array\", \"prefixItems\": " + Piece.array((0..<size).map { _ in Piece.string })
        },
        single("enum, texts") { size in
            "\"type\": \"string\", \"enum\": " + Piece.array((0..<size).map { "\"v\($0)\"" })
        },
        single("enum, numbers") { size in
            "\"type\": \"integer\", \"enum\": " + Piece.array((0..<size).map { "\($0)" })
        },
        single("enum, names and descriptions") { size in
            "\"type\": \"string\", \"enum\": " + Piece.array((0..<size).map { "\"v\($0)\"" })
                + ", \"x-enum-varnames\": "
                + Piece.array((0..<size).map { "\"n\($0)\"" }) + ", \"x-enum-descriptions\": "
                + Piece.array((0..<size).map { "\"Value \($0).\"" })
        },
        single("enum, the same value") { size in
            "\"type\": \"string\", \"enum\": " + Piece.array((0..<size).map { _ in "\"v\"" })
        },
        single("examples of a schema") { size in
            "\"type\": \"string\", \"examples\": " + Piece.array((0..<size).map { "\"v\($0)\"" })
        },
        single("items of an example") { size in
            "\"type\": \"array\", \"items\": \(Piece.string), \"example\": "
                + Piece.array((0..<size).map { "\"v\($0)\"" })
        },
        single("items of a default") { size in
            "\"type\": \"array\", \"items\": \(Piece.string), \"default\": "
                + Piece.array((0..<size).map { "\"v\($0)\"" })
        },
        single("members of a const") { size in
            "\"const\": " + Piece.object((0..<size).map { "\"m\($0)\": \($0)" })
        },
        .document("examples of a body") { size in
            let examples = (0..<size).map { "\"e\($0)\": {\"value\": {\"m\": \"v\($0)\"}}" }
            return DocumentText(
                paths: [
                    Piece.sending(
                        "\"content\": {\"application/json\": {\"schema\": \(Piece.model("m")), \"examples\": \(Piece.object(examples))}}"
                    )
                ]
            ).text
        },
        .document("nested objects", first: 25, last: 400) { size in
            let opening = String(repeating: "{\"type\": \"object\", \"properties\": {\"a\": ", count: size / 3)
            return DocumentText(schemas: ["\"A\": \(opening)\(Piece.string)" + String(repeating: "}}", count: size / 3)]
            ).text
        },
        .document("nested arrays", first: 25, last: 400) { size in
            let opening = String(repeating: "{\"type\": \"array\", \"items\": ", count: size)
            return DocumentText(schemas: ["\"A\": \(opening)\(Piece.string)" + String(repeating: "}", count: size)])
                .text
        },
        // Up to the ten levels of `LimitNesting`, each level of types is indented by one more, and the written text grows with the square of
        // the levels, like the time; this axis begins beyond them. The number of such objects is the next axis.
        .document("nested objects, 100 of them", first: 16, last: 128) { levels in
            DocumentText(schemas: nestedObjects(100, levels: levels)).text
        },
        .document("objects, nested 16 deep", first: 64, last: 1_024) { count in
            DocumentText(schemas: nestedObjects(count, levels: 16)).text
        },
        .document("objects in objects, in one model", first: 64, last: 512) { count in
            let members = nestedObjects(count, levels: 2).map { $0.replacing("\"A", with: "\"m", maxReplacements: 1) }
            return DocumentText(schemas: ["\"A\": {\"type\": \"object\", \"properties\": \(Piece.object(members))}"])
                .text
        },
        .document("chain of references") { size in
            DocumentText(
                schemas: (0..<size).map { "\"S\($0)\": \(Piece.ref("S\($0 + 1)"))" } + ["\"S\(size)\": \(Piece.string)"]
            )
            .text
        },
        .document("chain of members") { size in
            let schemas = (0..<size).map {
                "\"S\($0)\": {\"type\": \"object\", \"required\": [\"a\"], \"properties\": {\"a\": \(Piece.ref("S\($0 + 1)"))}}"
            }
            return DocumentText(schemas: schemas + ["\"S\(size)\": \(Piece.string)"]).text
        },
        .document("chain of items", first: 250, last: 2_000) { size in
            let schemas = (0..<size).map { "\"S\($0)\": {\"type\": \"array\", \"items\": \(Piece.ref("S\($0 + 1)"))}" }
            return DocumentText(schemas: schemas + ["\"S\(size)\": \(Piece.string)"]).text
        },
        .document("chain of allOf", first: 250, last: 2_000) { size in
            let schemas = (0..<size).map {
                "\"S\($0)\": {\"allOf\": [\(Piece.ref("S\($0 + 1)")), \(Piece.model("m\($0)"))]}"
            }
            return DocumentText(schemas: schemas + ["\"S\(size)\": \(Piece.model("a"))"]).text
        },
        .document("chain of parameters, responses, headers") { size in
            let chain = { (kind: String, end: String) in
                "\"\(kind)\": "
                    + Piece.object(
                        (0..<size).map { "\"C\($0)\": \(Piece.ref("C\($0 + 1)", kind))" } + ["\"C\(size)\": \(end)"])
            }
            let more =
                "\"parameters\": [\(Piece.ref("C0", "parameters"))], \"responses\": {\"200\": \(Piece.ref("C0", "responses"))}"
            return DocumentText(
                paths: [Piece.path("/a", "get", more)],
                components: [
                    chain("parameters", "{\"name\": \"q\", \"in\": \"query\", \"schema\": \(Piece.string)}"),
                    chain(
                        "responses", "{\"description\": \"It.\", \"headers\": {\"H\": \(Piece.ref("C0", "headers"))}}"),
                    chain("headers", "{\"schema\": \(Piece.string)}"),
                ]
            ).text
        },
        .document("references that lead nowhere") { size in
            DocumentText(schemas: (0..<size).map { "\"S\($0)\": \(Piece.ref("T\($0)"))" }).text
        },
        .document("schemas that require each other, as a body", first: 8, last: 512) { size in
            DocumentText(
                paths: [Piece.sending(Piece.json(Piece.ref("S0")))], schemas: requiringEachOther(size)
            ).text
        },
        .dump("schemas that require each other, dump examples", .examples, first: 8, last: 512) { size in
            DocumentText(
                paths: [Piece.path("/a", "get", "\"responses\": {\"200\": \(Piece.answer(Piece.ref("S0")))}")],
                schemas: requiringEachOther(size)
            ).text
        },
        .dump("schemas that require each other, dump answers", .answers, first: 8, last: 512) { size in
            let answer =
                "{\"description\": \"It.\", \"content\": {\"application/json\": {\"schema\": \(Piece.ref("S0")), \"example\": {}}}}"
            return DocumentText(
                paths: [Piece.path("/a", "get", "\"responses\": {\"200\": \(answer)}")],
                schemas: requiringEachOther(size)
            ).text
        },
        .document("operations that send one large model") { size in
            let members = (0..<size).map { "\"m\($0)\": \(Piece.string)" }
            let large =
                "{\"type\": \"object\", \"properties\": \(Piece.object(members)), \"required\": "
                + Piece.array((0..<size).map { "\"m\($0)\"" }) + "}"
            let paths = (0..<size).map { place in
                "\"/p\(place)\": {\"post\": {\"operationId\": \"send\(place)\", \"requestBody\": {\"required\": true, "
                    + "\(Piece.json(Piece.ref("Large")))}, \(Piece.done)}}"
            }
            return DocumentText(paths: paths, schemas: ["\"Large\": \(large)"]).text
        },
    ]

    /// One schema with the given members.
    static func single(_ name: String, last: Int = 160_000, _ members: @escaping @Sendable (Int) -> String)
        -> GrowthShape
    {
        .document(name, last: last) { size in DocumentText(schemas: ["\"A\": {\(members(size))}"]).text }
    }

    private static func nestedObjects(_ count: Int, levels: Int) -> [String] {
        let opening = String(repeating: "{\"type\": \"object\", \"properties\": {\"a\": ", count: levels)
        let closing = String(repeating: "}}", count: levels)
        return (0..<count).map { "\"A\($0)\": \(opening)\(Piece.string)\(closing)" }
    }

    private static func requiringEachOther(_ count: Int) -> [String] {
        let names = (0..<count).map { "m\($0)" }
        let members = names.enumerated().map { "\"\($1)\": \(Piece.ref("S\($0)"))" }
        let all = "\"properties\": \(Piece.object(members)), \"required\": \(Piece.array(names.map { "\"\($0)\"" }))"
        return (0..<count).map { "\"S\($0)\": {\"type\": \"object\", \(all)}" }
    }
}
