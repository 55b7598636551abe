import ApusSource

extension ReadingContext {
    /// The maximum nesting of inline schemas: far more than in practice, far less than a stack allows.
    private static let depthLimit = 128

    /// The other roles of a mapping that is read as a schema.
    enum SchemaRole {
        case schema
        /// Swagger 2.0's parameters, headers and their items are schemas with additional members, which are read
        /// elsewhere.
        case swaggerParameter
    }

    /// The schema at a location; an unreadable one accepts any JSON.
    func readSchema(_ location: NodeLocation) -> Schema {
        readSchema(location, as: .schema)
    }

    func readSchema(_ location: NodeLocation, as role: SchemaRole) -> Schema {
        let id = location.id
        if let known = schemas[id] { return known }
        var parts = SchemaParts(id: id, mark: location.mark)
        parts.nameMark = location.nameMark
        if schemaDepth < Self.depthLimit {
            schemaDepth += 1
            readParts(&parts, at: location, as: role)
            joinReference(of: &parts)
            schemaDepth -= 1
        } else {
            report(.deepSchema(location, limit: Self.depthLimit))
        }
        let schema = Schema(parts)
        schemas[id] = schema
        return schema
    }

    /// Reads referenced schemas that inline reading did not reach.
    func readPendingSchemas() {
        while let location = pendingSchemas.popLast() { _ = readSchema(location) }
    }

    private func readParts(_ parts: inout SchemaParts, at location: NodeLocation, as role: SchemaRole) {
        switch location.node.content {
        case .mapping(let mapping): readKeywords(mapping, at: location, as: role, into: &parts)
        case .boolean(let value): parts.boolean = value
        case .null: break
        default: report(.noSchema(location))
        }
    }

    private func readKeywords(
        _ mapping: SourceMapping, at location: NodeLocation, as role: SchemaRole, into parts: inout SchemaParts
    ) {
        let isReference = location.dialect.ignoresReferenceSiblings && mapping["$ref"]?.string != nil
        for entry in mapping.entries where !entry.value.isNull || entry.key == "default" || entry.key == "const" {
            if role == .swaggerParameter, Self.parameterKeywords.contains(entry.key) { continue }
            let member = Member(entry: entry, owner: location)
            if isReference, !Self.keptSiblings.contains(entry.key) {
                if !member.isExtension { report(.ignoredSibling(member)) }
            } else if let rule = SchemaRule.byKeyword[entry.key] {
                if !rule.versions.contains(location.dialect.version) {
                    report(.foreignKeyword(member, name: "`\(entry.key)`"))
                }
                rule.read(self, member, &parts)
            } else if !member.isExtension {
                parts.unknownKeywords.append(entry.key)
                let nearest = findNearest(to: entry.key, among: SchemaRule.byKeyword.keys)
                report(.unknownKeyword(member, of: "a schema", nearest: nearest))
            }
        }
        parts.extensions = extensions(of: location)
        checkDefault(of: &parts, at: location)
        checkItems(of: parts, at: location)
    }

    /// Keywords that the reader of the parameter or header handles.
    private static let parameterKeywords: Set<String> = [
        "name", "in", "required", "description", "collectionFormat", "allowEmptyValue", "x-example", "x-examples",
        "schema",
        "example", "examples", "deprecated", "style", "explode", "allowReserved", "content",
    ]

    /// Keywords that are read next to `$ref` before 3.1: annotations, and `nullable`, because omitting it would refuse
    /// valid responses.
    private static let keptSiblings: Set<String> = [
        "$ref", "description", "title", "summary", "nullable", "x-nullable", "deprecated",
    ]
}

extension Diagnostic {
    fileprivate static func noSchema(_ location: NodeLocation) -> Diagnostic {
        Diagnostic(
            id: "no-schema", severity: .warning,
            message: "a schema is a mapping or a boolean, not \(location.node.kindName)",
            mark: location.mark, pointer: location.pointer, hint: "Apus reads it as a schema that accepts any JSON")
    }

    fileprivate static func deepSchema(_ location: NodeLocation, limit: Int) -> Diagnostic {
        Diagnostic(
            id: "deep-schema", severity: .warning, message: "more than \(limit) schemas are nested in each other",
            mark: location.nameMark, pointer: location.pointer,
            hint: "from here on any JSON is accepted; move inner schemas to components")
    }

    fileprivate static func ignoredSibling(_ member: Member) -> Diagnostic {
        let version = member.owner.dialect.version.rawValue
        return Diagnostic(
            id: "ignored-sibling", severity: annotations.contains(member.key) ? .note : .warning,
            message: "`\(member.key)` beside `$ref` has no meaning in version \(version)",
            mark: member.entry.keyMark, pointer: member.pointer, hint: "Apus ignores it; put the `$ref` into an `allOf`"
        )
    }

    /// Keywords that say nothing about values: nothing is lost with them.
    private static let annotations: Set<String> = ["example", "examples", "externalDocs", "xml", "$comment"]

    static func foreignKeyword(_ member: Member, name: String) -> Diagnostic {
        let version = member.owner.dialect.version.rawValue
        return Diagnostic(
            id: "foreign-keyword", severity: .note, message: "\(name) is not part of version \(version)",
            mark: member.entry.keyMark, pointer: member.pointer,
            hint: "Apus reads it with its meaning in other versions" + (advice(for: name).map { "; " + $0 } ?? ""))
    }

    /// The equivalent in the document's own version.
    private static func advice(for name: String) -> String? {
        switch name {
        case "`nullable`": "write \"null\" into `type`, or as an alternative"
        case "`const`": "write an `enum` of one value"
        case "a list in `type`": "write `nullable` for \"null\", `anyOf` for several types"
        case "`type` beside `name`", "`type` of a header": "write it under `schema`"
        case "`in: body`", "`in: formData`": "write `requestBody`"
        case "a list in `items`": "write `prefixItems`, from version 3.1 on"
        case "a number in `exclusiveMinimum`": "write the number as `minimum`, and `exclusiveMinimum: true`"
        case "a number in `exclusiveMaximum`": "write the number as `maximum`, and `exclusiveMaximum: true`"
        case "a boolean in `exclusiveMinimum`": "write the number of `minimum` instead"
        case "a boolean in `exclusiveMaximum`": "write the number of `maximum` instead"
        case "`definitions`": "write `$defs`"
        case "`$recursiveRef`": "write a `$ref` to the schema that is meant"
        case "`dependencies`": "write `dependentRequired` or `dependentSchemas`"
        default: nil
        }
    }

    /// - Parameter nearest: The keyword that was probably meant, and is lost.
    static func unknownKeyword(_ member: Member, of owner: String, nearest: String? = nil) -> Diagnostic {
        Diagnostic(
            id: "unknown-keyword", severity: nearest == nil ? .note : .warning,
            message: "`\(member.key)` is not a keyword of \(owner)",
            mark: member.entry.keyMark, pointer: member.pointer, hint: advise(nearest, "Apus ignores it"))
    }
}
