import ApusSource
import ApusSpec

/// Changes of one schema.
struct SchemaChange {
    let version: SpecVersion

    func addMember(_ name: String, _ kind: ValueKind?, to schema: SourceNode) -> SourceNode {
        let properties = schema["properties"] ?? schema.empty
        return schema.setting("properties", properties.setting(name, describe(kind, as: schema)))
    }

    private func describe(_ kind: ValueKind?, as owner: SourceNode) -> SourceNode {
        guard let kind, kind != .null else { return owner.empty }
        let schema = owner.empty.setting("type", owner.text(kind.rawValue))
        switch kind {
        case .array: return schema.setting("items", owner.empty)
        case .object: return schema.setting("additionalProperties", owner.flag(true))
        default: return schema
        }
    }

    func relax(_ name: String, in schema: SourceNode) -> SourceNode {
        let names = (schema["required"]?.sequence ?? []).filter { !SourceKey.areSame($0.string ?? "", name) }
        if names.isEmpty { return schema.removing("required") }
        return schema.setting("required", SourceNode(.sequence(names), mark: schema.mark))
    }

    /// Opens an enumeration or a constant: the documented values, or any value of the type. A union whose discriminator has another value
    /// gets an alternative for any object.
    func allowValues(in schema: SourceNode) -> SourceNode {
        if schema["discriminator"] != nil, schema["enum"] == nil, schema["const"] == nil {
            let union = schema["oneOf"] == nil ? "anyOf" : "oneOf"
            let object = describe(.object, as: schema)
            return schema.removing("discriminator").appending(object, to: union)
        }
        guard version != .swagger2 else { return schema.removing("enum") }
        let closed = ["enum", "const"].reduce(schema.empty) { closed, key in
            schema[key].map { closed.setting(key, $0) } ?? closed
        }
        guard closed.mapping?.isEmpty == false else { return schema }
        let type = schema["type"].map { schema.empty.setting("type", $0) } ?? schema.empty
        let open = SourceNode(.sequence([closed, type]), mark: schema.mark)
        let rest = schema.removing("enum", "const")
        return rest["anyOf"] == nil
            ? rest.setting("anyOf", open) : rest.appending(schema.empty.setting("anyOf", open), to: "allOf")
    }

    /// Allows values of another type.
    func allow(_ kind: ValueKind, in schema: SourceNode) -> SourceNode {
        if kind == .null { return allowNull(in: schema) }
        switch version {
        case .swagger2: return describeOnly(schema)
        case .openAPI30: return wrap(schema, with: kind)
        case .openAPI31, .openAPI32:
            guard schema["enum"] == nil, schema["const"] == nil, let types = schema["type"] else {
                return wrap(schema, with: kind)
            }
            let written = types.sequence ?? [types]
            return schema.setting(
                "type", SourceNode(.sequence(written + [schema.text(kind.rawValue)]), mark: schema.mark))
        }
    }

    private func allowNull(in schema: SourceNode) -> SourceNode {
        let null = SourceNode(.null, mark: schema.mark)
        var schema = schema
        if schema["enum"] != nil { schema = schema.appending(null, to: "enum") }
        switch version {
        case .swagger2: return schema.setting("x-nullable", schema.flag(true))
        case .openAPI30: return schema.setting("nullable", schema.flag(true))
        case .openAPI31, .openAPI32:
            guard let types = schema["type"], schema["const"] == nil else {
                let any = [schema, schema.empty.setting("type", schema.text("null"))]
                return schema.empty.setting("anyOf", SourceNode(.sequence(any), mark: schema.mark))
            }
            let written = types.sequence ?? [types]
            return schema.setting("type", SourceNode(.sequence(written + [schema.text("null")]), mark: schema.mark))
        }
    }

    /// The schema, or the type; one union for all types that are added, so that its alternatives are beside each other.
    private func wrap(_ schema: SourceNode, with kind: ValueKind) -> SourceNode {
        let other = describe(kind, as: schema)
        if schema.mapping?.count == 1, let known = schema["anyOf"]?.sequence {
            return known.contains { $0.isEqual(to: other) } ? schema : schema.appending(other, to: "anyOf")
        }
        return schema.empty.setting("anyOf", SourceNode(.sequence([schema, other]), mark: schema.mark))
    }

    /// Swagger 2.0 has no unions, so any value is allowed.
    private func describeOnly(_ schema: SourceNode) -> SourceNode {
        let kept = (schema.mapping?.entries ?? []).filter { entry in
            ["title", "description", "readOnly"].contains { SourceKey.areSame($0, entry.key) }
                || entry.key.utf8.starts(with: "x-".utf8)
        }
        return SourceNode(.mapping(SourceMapping(kept)), mark: schema.mark)
    }
}
