import ApusJSON
import ApusSource

extension SchemaRule {
    static let compositionRules: [SchemaRule] = [
        SchemaRule("allOf") { $2.allOf = $0.readSchemas($1) },
        SchemaRule("anyOf", .since30) { $2.anyOf = $0.readSchemas($1) },
        SchemaRule("oneOf", .since30) { $2.oneOf = $0.readSchemas($1) },
        SchemaRule("x-oneOf", .only2) { $2.oneOf = $0.readSchemas($1) },
        SchemaRule("x-anyOf", .only2) { $2.anyOf = $0.readSchemas($1) },
        SchemaRule("not", .since30) { $2.not = $0.readSchema($1.location) },
        SchemaRule("if", .since31) { $2.conditional = $0.readConditional($1) },
        SchemaRule("then", .since31) { _, _, _ in },
        SchemaRule("else", .since31) { _, _, _ in },
        SchemaRule("$ref") { $0.readReference($1, into: &$2) },
        SchemaRule("$dynamicRef", .since31) { $0.readReference($1, into: &$2) },
        SchemaRule("$recursiveRef", .never) { $0.readRecursiveReference($1, into: &$2) },
        SchemaRule("$recursiveAnchor", .never) { _, _, _ in },
    ]
}

extension ReadingContext {
    /// A list of schemas; a schema instead of the list is a list of one.
    func readSchemas(_ member: Member) -> [Schema] {
        if member.node.mapping != nil, member.node["$ref"] == nil {
            report(.wrongType(member, expected: "a sequence", reading: "a list of one"))
            return [readSchema(member.location)]
        }
        return items(member).map(readSchema)
    }

    func readConditional(_ member: Member) -> ConditionalKeywords {
        ConditionalKeywords(
            condition: readSchema(member.location), then: member.owner.member("then").map { readSchema($0.location) },
            otherwise: member.owner.member("else").map { readSchema($0.location) })
    }

    /// `$dynamicRef` is read as the anchor with that name in its own file: the overriding anchor of an outer schema is
    /// unknown when types are generated.
    func readReference(_ member: Member, into parts: inout SchemaParts) {
        guard let text = member.node.string else {
            return report(.wrongType(member, expected: "a string", reading: nil))
        }
        guard let target = resolve(text, from: member.owner, at: member.node.mark), !isCyclic(target, from: member)
        else {
            return
        }
        refer(to: target, as: text, in: &parts)
    }

    private func refer(to target: NodeLocation, as text: String, in parts: inout SchemaParts) {
        parts.reference = target.id
        parts.referenceText = text
        pendingSchemas.append(target)
    }

    /// `$recursiveRef: "#"` (JSON Schema 2019-09) refers to the enclosing schema with `$recursiveAnchor: true`. The
    /// file, the usual target of `#`, is a document here and not a schema.
    func readRecursiveReference(_ member: Member, into parts: inout SchemaParts) {
        guard let owner = findRecursiveAnchor(around: member.owner) else { return readReference(member, into: &parts) }
        refer(to: owner, as: "#", in: &parts)
    }

    private func findRecursiveAnchor(around location: NodeLocation) -> NodeLocation? {
        var tokens = JSONPointer.split(location.pointer)
        while !tokens.isEmpty {
            tokens.removeLast()
            if let outer = walk(tokens, from: location.resource.location),
                outer.node["$recursiveAnchor"]?.boolean == true
            {
                return outer
            }
        }
        return nil
    }

    /// Whether references from here form a cycle, or reach one. Each cycle is reported once.
    private func isCyclic(_ target: NodeLocation, from member: Member) -> Bool {
        var seen: Set<SchemaID> = [member.owner.id]
        var location = target
        while true {
            if cyclicLocations.contains(location.id) {
                cyclicLocations.insert(member.owner.id)
                return true
            }
            guard !endingLocations.contains(location.id), let next = location.node["$ref"], let text = next.string
            else {
                endingLocations.formUnion(seen)
                return false
            }
            guard seen.insert(location.id).inserted else { break }
            guard let following = resolve(text, from: location, at: next.mark) else { return false }
            location = following
        }
        cyclicLocations.formUnion(seen)
        report(.cyclicReference(member.owner, text: member.node.string))
        return true
    }
}
