import ApusModel
import ApusSchemas
import ApusSource
import ApusSpec

/// Lowers objects with members to structs.
extension Lowerer {
    func lowerObject(_ schema: FlatSchema, at site: Site) -> TypeRef {
        if let type = readTypeName(of: schema.keywords) { return type }
        let outer = running.updateValue(site.id, forKey: schema.id)
        defer { running[schema.id] = outer }
        let (members, nested) = collectNested {
            (lowerProperties(of: schema, at: site), lowerAdditional(schema, at: site))
        }
        var decl = StructDecl(header: makeHeader(for: schema.keywords, at: site, nested: nested), properties: members.0)
        decl.additional = members.1
        decl.isClosed = schema.object.isClosed
        constrain(&decl, by: schema)
        return declare(.structure(decl), at: site)
    }

    /// Constraints on additional members do not apply to named ones, so these must be listed.
    private func constrain(_ decl: inout StructDecl, by schema: FlatSchema) {
        decl.constraints = constraintWriter.makeOwnConstraints(of: schema)
        guard decl.constraints.contains(where: { $0.keyword == "additionalProperties" }) else { return }
        for index in decl.properties.indices where decl.properties[index].constraint == nil {
            decl.properties[index].constraint = CompactJSON.ascii(decl.properties[index].key) + ":true"
        }
    }

    private func lowerProperties(of schema: FlatSchema, at site: Site) -> [PropertyDecl] {
        let required = Set(schema.object.required)
        let tags = schemas.tags(of: schema)
        var known: Set<String> = []
        var properties: [PropertyDecl] = []
        properties.reserveCapacity(schema.object.properties.count)
        for property in schema.object.properties where known.insert(property.name).inserted {
            var decl = lowerProperty(property, isRequired: required.contains(property.name), at: site)
            if let tag = tags?[property.name] {
                decl.constant = decl.constant ?? makeTag(tag, for: decl.type)
            }
            properties.append(decl)
        }
        let isMarked = schema.object.requiredMarks.count == schema.object.required.count
        for (index, name) in schema.object.required.enumerated() where known.insert(name).inserted {
            properties.append(PropertyDecl(name: name, key: name, type: .json, presence: .optional))
            let mark = isMarked ? schema.object.requiredMarks[index] : schema.nameMark
            log.report(.undefinedRequiredProperty(name, schema.keywords, at: mark))
        }
        return properties
    }

    private func lowerProperty(_ property: ObjectKeywords.Property, isRequired: Bool, at owner: Site) -> PropertyDecl {
        let site = owner.property(property.name)
        let schema = isRequired ? applyOnlyValue(of: property.schema, at: site) : property.schema
        let resolved = schemas.flatten(schema)
        let type = lower(schema, at: site)
        origins.note(property.name, of: owner.id, mark: property.mark, pointer: schema.id.pointer)
        // A JSONValue represents null itself.
        let presence: PropertyDecl.Presence =
            schemas.isNullable(schema) && type != .json
            ? isRequired ? .nullable : .tristate : isRequired ? .required : .optional
        var decl = PropertyDecl(
            name: provisionalName(schema, property.name, at: site), key: property.name, type: type, presence: presence)
        let valueSchema = schemas.findValueSchema(of: schema)
        checkDefault(of: schema, valueSchema: valueSchema.keywords)
        decl.defaultValue = (schema.defaultValue ?? valueSchema.defaultValue).flatMap { makeLiteral($0, for: type) }
        decl.constant = findConstant(of: resolved, isRequired: isRequired).flatMap { makeLiteral($0, for: type) }
        decl.isReadOnly = schema.isReadOnly || resolved.isReadOnly
        decl.isWriteOnly = schema.isWriteOnly || resolved.isWriteOnly
        decl.doc = makeDoc(for: schema, valueSchema: valueSchema)
        decl.deprecation =
            schema.isDeprecated ? Deprecation(message: extensionText(schema, "x-deprecation-message")) : nil
        decl.constraint = constraintWriter.makeConstraint(of: schema).map {
            CompactJSON.ascii(property.name) + ":" + $0
        }
        decl.xml = xml.node(of: schema, named: property.name)
        return decl
    }

    /// `enum: [card]` of a required member is `const: card`, which OpenAPI 3.0 cannot express. Names for its cases, and
    /// a closed enum, require the enum.
    private func applyOnlyValue(of schema: Schema, at site: Site) -> Schema {
        guard schema.isPlainValue, schema.const == nil, let values = schema.enumeration, values.count == 1,
            values[0].string != nil || values[0].number != nil, !settings.isClosed(site.path),
            !schema.extensions.entries.contains(where: { $0.key.hasPrefix("x-enum") || $0.key == "x-ms-enum" })
        else { return schema }
        return schema.withConstant(values[0])
    }

    /// The only value of a member: `const`, or the single boolean of an `enum`. An optional boolean is a switch that
    /// the caller sets, and an optional null is meaningful only when present.
    private func findConstant(of schema: FlatSchema, isRequired: Bool) -> SourceNode? {
        guard let value = schema.onlyValue else { return nil }
        return isRequired || value.boolean == nil && !value.isNull ? value : nil
    }

    /// The name from an extension or the configuration, otherwise the document's.
    private func provisionalName(_ schema: Schema, _ key: String, at site: Site) -> String {
        settings.name(of: site.path) ?? NamingExtensions.name(.member, in: schema.extensions) ?? key
    }

    /// The type of additional members. `patternProperties` are included, because Swift cannot distinguish them.
    func lowerAdditional(_ schema: FlatSchema, at site: Site) -> TypeRef? {
        var types = schema.object.patternProperties.map { lowerElement($0.schema, at: site.values(like: $0.name)) }
        switch schema.object.additionalProperties ?? schema.object.unevaluatedProperties {
        case .schema(let values):
            types.append(lowerElement(values, at: site.child("additional", name: site.values.name)))
        case .allowed: types.append(.json)
        case .forbidden: break
        case nil:
            if options.keepsUnknownMembers || hasConditionalMembers(schema), types.isEmpty { types.append(.json) }
        }
        guard let first = types.first else { return nil }
        return types.allSatisfy { $0 == first } ? first : .json
    }

    /// Whether `then`, `else` or `dependentSchemas` name members that the object itself does not. They do not affect a
    /// type, and their members must not get lost.
    private func hasConditionalMembers(_ schema: FlatSchema) -> Bool {
        let conditionals = ([schema.keywords] + schema.furtherConstraints).compactMap(\.conditional)
        let parts = conditionals.flatMap { [$0.then, $0.otherwise].compactMap { $0 } }
        let named = Set(schema.object.properties.map(\.name) + schema.object.required)
        return (parts + schema.object.dependentSchemas.map(\.schema)).contains { part in
            let object = schemas.flatten(part).object
            return !named.isSuperset(of: object.properties.map(\.name) + object.required)
        }
    }

    /// An element of an array or a dictionary, where null is an ordinary value.
    func lowerElement(_ schema: Schema, at site: Site) -> TypeRef {
        let type = lower(schema, at: site)
        return schemas.isNullable(schema) && type != .json ? .optional(type) : type
    }

    func extensionText(_ schema: Schema, _ name: String) -> String? {
        schema.extensions.entries.isEmpty ? nil : schema.extensions[name]?.string
    }
}

extension Diagnostic {
    static func undefinedRequiredProperty(_ name: String, _ schema: Schema, at mark: SourceMark) -> Diagnostic {
        Diagnostic(
            id: "undefined-required-property", severity: .note,
            message: "\"\(name)\" is required, but no property of that name is described",
            mark: mark, pointer: schema.id.pointer,
            hint: "the type has an optional member of any JSON value for it; describe it under `properties`")
    }
}
