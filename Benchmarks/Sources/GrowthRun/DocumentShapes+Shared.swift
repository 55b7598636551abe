extension DocumentShapes {
    /// One part that many others use, which must not be traversed for each of them.
    static let shared: [GrowthShape] = [
        .document("unions that list each other", first: 16, last: 512) { size in
            let names = (0..<size).map { "U\($0)" }
            return DocumentText(
                schemas: (0..<size).map { place in
                    let others = names.filter { $0 != "U\(place)" }.map { Piece.ref($0) }
                    return "\"U\(place)\": {\"oneOf\": \(Piece.array(others + [Piece.model("m\(place)")]))}"
                }
            ).text
        },
        .document("unions in a ring") { size in
            DocumentText(
                schemas: (0..<size).map { place in
                    let next = [1, 2].map { Piece.ref("U\((place + $0) % size)") }
                    return "\"U\(place)\": {\"oneOf\": \(Piece.array(next + [Piece.model("m\(place)")]))}"
                }
            ).text
        },
        .document("one union in many schemas", last: 20_000) { size in
            let union = "\"U\": {\"oneOf\": \(Piece.array((0..<size).map { Piece.ref("S\($0)") }))}"
            let schemas = (0..<size).map { place in
                "\"S\(place)\": {\"type\": \"object\", \"required\": [\"m\(place)\"], \"properties\": {\"m\(place)\": \(Piece.ref("U"))}}"
            }
            return DocumentText(schemas: schemas + [union]).text
        },
        .document("one large base in many schemas", first: 64, last: 1_024) { size in
            let base =
                "\"Base\": {\"type\": \"object\", \"properties\": \(Piece.object((0..<size).map { "\"m\($0)\": \(Piece.string)" }))}"
            let children = (0..<size).map {
                "\"S\($0)\": {\"allOf\": [\(Piece.ref("Base")), \(Piece.model("n\($0)"))]}"
            }
            return DocumentText(schemas: [base] + children).text
        },
        .document("one union beside null in many schemas", last: 20_000) { size in
            let union = "\"U\": {\"oneOf\": \(Piece.array((0..<size).map { Piece.ref("S\($0)") }))}"
            let member = "{\"anyOf\": [\(Piece.ref("U")), {\"type\": \"null\"}]}"
            let schemas = (0..<size).map { place in
                "\"S\(place)\": {\"type\": \"object\", \"required\": [\"m\(place)\"], \"properties\": {\"m\(place)\": \(member)}}"
            }
            return DocumentText(schemas: schemas + [union]).text
        },
        .document("one union in many operations", last: 20_000) { size in
            let union = "\"U\": {\"oneOf\": \(Piece.array((0..<size).map { Piece.ref("S\($0)") }))}"
            let paths = (0..<size).map {
                Piece.path("/p\($0)", "get\($0)", "\"responses\": {\"200\": \(Piece.answer(Piece.ref("U")))}")
            }
            return DocumentText(
                paths: paths, schemas: (0..<size).map { "\"S\($0)\": \(Piece.model("m\($0)"))" } + [union]
            ).text
        },
        .document("one enum in many schemas", last: 20_000) { size in
            let values = "\"E\": {\"type\": \"string\", \"enum\": \(Piece.array((0..<size).map { "\"v\($0)\"" }))}"
            let schemas = (0..<size).map {
                "\"S\($0)\": {\"type\": \"object\", \"properties\": {\"m\($0)\": \(Piece.ref("E"))}}"
            }
            return DocumentText(schemas: schemas + [values]).text
        },
    ]
}
