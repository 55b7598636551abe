extension DocumentShapes {
    /// One schema that demands many things, used in many places: neither looking through it nor what is written of it may be repeated by each.
    static let demands: [GrowthShape] = kinds.flatMap { kind in
        uses.map { use in
            .document("\(kind.name), used by \(use.name)", first: 312, last: 20_000) { size in
                use.document(size, kind.members(size))
            }
        }
    }

    private struct Kind: Sendable {
        let name: String
        let members: @Sendable (Int) -> String
    }

    private struct Use: Sendable {
        let name: String
        /// Of the size, and of the members of the schema that is used.
        let document: @Sendable (Int, String) -> String
    }

    private static func list(_ size: Int, _ item: (Int) -> String) -> String { Piece.array((0..<size).map(item)) }

    private static func required(_ place: Int) -> String { "{\"required\": [\"d\(place)\"]}" }

    private static let kinds: [Kind] = [
        Kind(name: "anyOf of demands") { "\"anyOf\": " + list($0, required) },
        Kind(name: "oneOf of demands") { "\"oneOf\": " + list($0, required) },
        Kind(name: "allOf of nots") { "\"allOf\": " + list($0) { "{\"not\": \(required($0))}" } },
        Kind(name: "not of demands") { "\"not\": {\"anyOf\": \(list($0, required))}" },
        Kind(name: "allOf of conditions") { size in
            "\"allOf\": " + list(size) { "{\"if\": \(required($0)), \"then\": \(required($0 + size))}" }
        },
        Kind(name: "dependentRequired") { size in
            "\"dependentRequired\": " + Piece.object((0..<size).map { "\"d\($0)\": [\"a\"]" })
        },
        Kind(name: "dependentSchemas") { size in
            "\"dependentSchemas\": " + Piece.object((0..<size).map { "\"d\($0)\": \(required($0 + size))" })
        },
        Kind(name: "patternProperties") { size in
            "\"patternProperties\": "
                + Piece.object((0..<size).map { "\"^d\($0)\": {\"type\": \"string\", \"minLength\": 1}" })
        },
        Kind(name: "required") { size in "\"required\": " + list(size) { "\"d\($0)\"" } },
    ]

    private static let uses: [Use] = [
        Use(name: "schemas") { size, members in
            with(members, schemas: (0..<size).map { "\"S\($0)\": \(holder)" })
        },
        Use(name: "properties") { size, members in
            let properties = (0..<size).map { "\"m\($0)\": \(Piece.ref("A"))" }
            return with(
                members, schemas: ["\"S\": {\"type\": \"object\", \"properties\": \(Piece.object(properties))}"])
        },
        Use(name: "children") { size, members in
            with(
                members,
                schemas: (0..<size).map { "\"S\($0)\": {\"allOf\": [\(Piece.ref("A")), \(Piece.model("m\($0)"))]}" })
        },
        Use(name: "parameters") { size, members in
            let parameters = (0..<size).map {
                "{\"name\": \"p\($0)\", \"in\": \"query\", \"schema\": \(Piece.ref("A"))}"
            }
            return with(
                members, paths: [Piece.path("/a", "get", "\"parameters\": \(Piece.array(parameters)), \(Piece.done)")])
        },
        Use(name: "responses") { size, members in
            with(
                members,
                paths: (0..<size).map {
                    Piece.path("/a\($0)", "get\($0)", "\"responses\": {\"200\": \(Piece.answer(Piece.ref("A")))}")
                })
        },
        Use(name: "schemas, as a model") { size, members in
            let model = members + ", \"properties\": {\"a\": \(Piece.string)}"
            return with(model, schemas: (0..<size).map { "\"S\($0)\": \(holder)" })
        },
        Use(name: "children, as a model") { size, members in
            let model = members + ", \"properties\": {\"a\": \(Piece.string)}"
            return with(
                model,
                schemas: (0..<size).map { "\"S\($0)\": {\"allOf\": [\(Piece.ref("A")), \(Piece.model("m\($0)"))]}" })
        },
    ]

    private static let holder = "{\"type\": \"object\", \"properties\": {\"m\": \(Piece.ref("A"))}}"

    private static func with(_ members: String, paths: [String] = [], schemas: [String] = []) -> String {
        DocumentText(paths: paths, schemas: schemas + ["\"A\": {\"type\": \"object\", \(members)}"]).text
    }
}
