import ApusSource

extension SchemaRule {
    static let arrayRules: [SchemaRule] = [
        SchemaRule("items") { $0.readItems($1, into: &$2) },
        SchemaRule("prefixItems", .since31) { $2.array.prefixItems = $0.readSchemas($1) },
        SchemaRule("additionalItems", .never) { $0.readAdditionalItems($1, into: &$2) },
        SchemaRule("contains", .since31) { $2.array.contains = $0.readSchema($1.location) },
        SchemaRule("unevaluatedItems", .since31) { $2.array.unevaluatedItems = $0.readSchema($1.location) },
    ]
}

extension ReadingContext {
    /// A schema, a boolean since 3.1, or the list of older JSON Schemas, which is now `prefixItems`. In older versions,
    /// a list in a schema that is not an array is a list of alternatives.
    func readItems(_ member: Member, into parts: inout SchemaParts) {
        switch member.node.content {
        case .sequence where listsAlternatives(member):
            report(.itemsOfAlternatives(member))
            parts.anyOf = readSchemas(member)
        case .sequence:
            report(.foreignKeyword(member, name: "a list in `items`"))
            parts.array.prefixItems = readSchemas(member)
        case .boolean(let isAllowed):
            if isAllowed {
                parts.array.items = readSchema(member.location)
            } else {
                parts.array.allowsNoFurtherItems = true
            }
        default: parts.array.items = readSchema(member.location)
        }
    }

    /// Before 3.1 `items` does not accept a list, so the meaning of one follows from `type` and other keywords. A list
    /// without array keywords describes values of other types, and null.
    private func listsAlternatives(_ member: Member) -> Bool {
        guard member.owner.dialect.version < .openAPI31 else { return false }
        return Self.wordsAboutItems.allSatisfy { member.owner.node[$0] == nil }
    }

    /// Keywords that determine the meaning of a list in `items`: array keywords, and those that list alternatives
    /// themselves.
    private static let wordsAboutItems = [
        "type", "minItems", "maxItems", "uniqueItems", "additionalItems", "anyOf", "x-anyOf",
    ]

    /// Meaningful only next to a list in `items`.
    func readAdditionalItems(_ member: Member, into parts: inout SchemaParts) {
        guard member.owner.node["items"]?.sequence != nil else { return }
        if member.node.boolean == false { parts.array.allowsNoFurtherItems = true }
        if member.node.mapping != nil { parts.array.items = readSchema(member.location) }
    }
}

extension ReadingContext {
    /// OpenAPI 3.0 requires `items`, later versions allow any element without them. A part of `allOf` may leave them to another part.
    func checkItems(of parts: SchemaParts, at location: NodeLocation) {
        guard parts.types.contains(.array), parts.reference == nil, parts.enumeration == nil, parts.const == nil,
            parts.allOf.isEmpty, parts.anyOf.isEmpty, parts.oneOf.isEmpty
        else { return }
        let array = parts.array
        let isDescribed =
            array.items != nil || !array.prefixItems.isEmpty || array.allowsNoFurtherItems || array.contains != nil
            || array.unevaluatedItems != nil
        guard !isDescribed, location.member("items") == nil, !location.pointer.contains("/allOf/"),
            Spelling.nearest(to: "items", among: parts.unknownKeywords) == nil
        else { return }
        report(.missingItems(location))
    }
}

extension Diagnostic {
    fileprivate static func missingItems(_ location: NodeLocation) -> Diagnostic {
        Diagnostic(
            id: "missing-items", severity: location.dialect.version < .openAPI31 ? .warning : .note,
            message: "the array has no `items`", mark: location.nameMark, pointer: location.pointer,
            hint: "its elements are JSONValue; describe them under `items`")
    }

    fileprivate static func itemsOfAlternatives(_ member: Member) -> Diagnostic {
        Diagnostic(
            id: "items-of-alternatives", severity: .warning,
            message: "a list in `items` is in a schema that is not declared as an array",
            mark: member.entry.keyMark, pointer: member.pointer,
            hint: "Apus reads its schemas as alternatives; write `anyOf`, or `type: array` beside a list of elements")
    }
}
