import ApusSource

extension SchemaRule {
    static let objectRules: [SchemaRule] = [
        SchemaRule("properties") { $2.object.properties = $0.readProperties($1) },
        SchemaRule("required") { $0.readRequired($1, into: &$2.object) },
        SchemaRule("additionalProperties") { $2.object.additionalProperties = $0.readAdditional($1) },
        SchemaRule("patternProperties", .since31) { $2.object.patternProperties = $0.readProperties($1) },
        SchemaRule("x-patternProperties", .all) { $2.object.patternProperties = $0.readProperties($1) },
        SchemaRule("propertyNames", .since31) { $2.object.propertyNames = $0.readSchema($1.location) },
        SchemaRule("unevaluatedProperties", .since31) { $2.object.unevaluatedProperties = $0.readAdditional($1) },
        SchemaRule("dependentRequired", .since31) { $2.object.dependentRequired = $0.readDependentRequired($1) },
        SchemaRule("dependentSchemas", .since31) { $2.object.dependentSchemas = $0.readProperties($1) },
        SchemaRule("dependencies", .never) { $0.readDependencies($1, into: &$2) },
    ]
}

extension ReadingContext {
    func readProperties(_ member: Member) -> [ObjectKeywords.Property] {
        guard let location = object(member) else { return [] }
        return location.node.mapping?.entries.map { entry in
            let schema = readSchema(Member(entry: entry, owner: location).location)
            return ObjectKeywords.Property(name: entry.key, schema: schema, mark: entry.keyMark)
        } ?? []
    }

    /// JSON Schema draft 3 had a boolean here; it is ignored, so that no response is refused because of it.
    func readRequired(_ member: Member, into object: inout ObjectKeywords) {
        guard member.node.boolean == nil else { return report(.booleanRequired(member)) }
        var seen: Set<String> = []
        let marks = member.node.sequence?.map(\.mark) ?? [member.node.mark]
        let names = texts(member)
        for (index, name) in names.enumerated() where seen.insert(name).inserted {
            object.required.append(name)
            if marks.count == names.count { object.requiredMarks.append(marks[index]) }
        }
    }

    func readAdditional(_ member: Member) -> AdditionalProperties? {
        switch member.node.content {
        case .boolean(let isAllowed): return isAllowed ? .allowed : .forbidden
        case .mapping(let mapping) where mapping.isEmpty: return .allowed
        case .mapping: return .schema(readSchema(member.location))
        case .string("true"), .string("false"): return flag(member) == true ? .allowed : .forbidden
        default:
            report(.wrongType(member, expected: "a schema", reading: nil))
            return nil
        }
    }

    func readDependentRequired(_ member: Member) -> [ObjectKeywords.DependentRequired] {
        guard let location = object(member) else { return [] }
        return location.members.map { ObjectKeywords.DependentRequired(name: $0.key, required: texts($0)) }
    }

    /// Both parts of the keyword that 2019-09 split into `dependentRequired` and `dependentSchemas`.
    func readDependencies(_ member: Member, into parts: inout SchemaParts) {
        for dependency in object(member)?.members ?? [] {
            if dependency.node.sequence != nil {
                parts.object.dependentRequired.append(.init(name: dependency.key, required: texts(dependency)))
            } else {
                let schema = readSchema(dependency.location)
                parts.object.dependentSchemas.append(
                    .init(name: dependency.key, schema: schema, mark: dependency.entry.keyMark))
            }
        }
    }
}

extension Diagnostic {
    fileprivate static func booleanRequired(_ member: Member) -> Diagnostic {
        Diagnostic(
            id: "boolean-required", severity: .warning, message: "`required` of a schema is a list of property names",
            mark: member.node.mark, pointer: member.pointer,
            hint: "Apus ignores it; name the property in the `required` list of the object around it")
    }
}
