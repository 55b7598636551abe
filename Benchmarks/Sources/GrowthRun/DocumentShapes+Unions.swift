extension DocumentShapes {
    /// Schemas that are made of others.
    static let unions: [GrowthShape] =
        ["allOf", "oneOf", "anyOf"].flatMap { keyword -> [GrowthShape] in
            [
                single("\(keyword), inline objects") { size in
                    "\"\(keyword)\": " + Piece.array((0..<size).map { Piece.model("m\($0)") })
                },
                single("\(keyword), inline objects of one form") { size in
                    "\"\(keyword)\": " + Piece.array((0..<size).map { _ in Piece.model("m") })
                },
                .document("\(keyword), references") { size in
                    DocumentText(
                        schemas: (0..<size).map { "\"S\($0)\": \(Piece.model("m\($0)"))" } + [
                            "\"U\": {\"\(keyword)\": \(Piece.array((0..<size).map { Piece.ref("S\($0)") }))}"
                        ]
                    ).text
                },
                .document("\(keyword), references to optional members") { size in
                    DocumentText(
                        schemas: (0..<size).map { "\"S\($0)\": \(Piece.model("m\($0)", isRequired: false))" } + [
                            "\"U\": {\"\(keyword)\": \(Piece.array((0..<size).map { Piece.ref("S\($0)") }))}"
                        ]
                    ).text
                },
                single("\(keyword), enums") { size in
                    "\"\(keyword)\": "
                        + Piece.array((0..<size).map { "{\"type\": \"string\", \"enum\": [\"v\($0)\", \"w\"]}" })
                },
                single("\(keyword), constants") { size in
                    "\"\(keyword)\": " + Piece.array((0..<size).map { "{\"const\": \"v\($0)\"}" })
                },
                single("\(keyword), required alone") { size in
                    "\"type\": \"object\", \"properties\": \(Piece.object((0..<size).map { "\"m\($0)\": \(Piece.string)" })), \"\(keyword)\": "
                        + Piece.array((0..<size).map { "{\"required\": [\"m\($0)\"]}" })
                },
            ]
        } + [
            single("oneOf, arrays") { size in
                "\"oneOf\": "
                    + Piece.array((0..<size).map { "{\"type\": \"array\", \"items\": \(Piece.model("m\($0)"))}" })
            },
            single("oneOf, texts with formats and patterns") { size in
                "\"oneOf\": " + Piece.array((0..<size).map { "{\"type\": \"string\", \"pattern\": \"^v\($0)$\"}" })
            },
            single("allOf of oneOfs") { size in
                "\"allOf\": "
                    + Piece.array(
                        (0..<size).map { "{\"oneOf\": [\(Piece.model("m\($0)")), \(Piece.model("n\($0)"))]}" })
            },
            single("allOf of anyOfs that only require") { size in
                "\"allOf\": "
                    + Piece.array(
                        (0..<size).map { "{\"anyOf\": [{\"required\": [\"m\($0)\"]}, {\"required\": [\"n\($0)\"]}]}" })
            },
            single("allOf of nots") { size in
                "\"type\": \"object\", \"allOf\": "
                    + Piece.array((0..<size).map { "{\"not\": {\"required\": [\"m\($0)\"]}}" })
            },
            single("allOf of conditions") { size in
                "\"type\": \"object\", \"allOf\": "
                    + Piece.array(
                        (0..<size).map {
                            "{\"if\": {\"properties\": {\"k\": {\"const\": \"v\($0)\"}}}, \"then\": {\"required\": [\"m\($0)\"]}}"
                        })
            },
            .document("oneOf with a discriminator") { size in
                let schemas = (0..<size).map { place in
                    "\"S\(place)\": {\"type\": \"object\", \"required\": [\"k\"], \"properties\": {\"k\": \(Piece.string)}}"
                }
                let mapping = (0..<size).map { "\"v\($0)\": \"#/components/schemas/S\($0)\"" }
                return DocumentText(
                    schemas: schemas + [
                        "\"U\": {\"oneOf\": \(Piece.array((0..<size).map { Piece.ref("S\($0)") })), "
                            + "\"discriminator\": {\"propertyName\": \"k\", \"mapping\": \(Piece.object(mapping))}}"
                    ]
                ).text
            },
            .document("oneOf, a constant member tells") { size in
                let schemas = (0..<size).map { place in
                    "\"S\(place)\": {\"type\": \"object\", \"required\": [\"k\"], \"properties\": {\"k\": {\"const\": \"v\(place)\"}}}"
                }
                return DocumentText(
                    schemas: schemas + ["\"U\": {\"oneOf\": \(Piece.array((0..<size).map { Piece.ref("S\($0)") }))}"]
                ).text
            },
            .document("children of a base with a discriminator") { size in
                let children = (0..<size).map {
                    "\"S\($0)\": {\"allOf\": [\(Piece.ref("Base")), \(Piece.model("m\($0)"))]}"
                }
                let base =
                    "\"Base\": {\"type\": \"object\", \"required\": [\"k\"], \"properties\": {\"k\": \(Piece.string)}, "
                    + "\"discriminator\": {\"propertyName\": \"k\"}}"
                return DocumentText(schemas: [base] + children).text
            },
            .document("children of one base with an enum") { size in
                let children = (0..<size).map {
                    "\"S\($0)\": {\"allOf\": [\(Piece.ref("Base")), \(Piece.model("m\($0)"))]}"
                }
                let base =
                    "\"Base\": {\"type\": \"object\", \"properties\": {\"k\": {\"type\": \"string\", \"enum\": [\"a\", \"b\"]}}}"
                return DocumentText(schemas: [base] + children).text
            },
        ]
}
