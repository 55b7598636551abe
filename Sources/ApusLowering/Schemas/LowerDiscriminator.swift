import ApusModel
import ApusSource
import ApusSpec

/// Which values of the discriminator choose which case (OpenAPI 3.2, "Discriminator Object").
extension Lowerer {
    func apply(
        _ discriminator: Discriminator, of schema: Schema, to union: inout UnionDecl, alternatives: [Schema]
    ) {
        let targets = alternatives.map { alternativeTargets[$0.id] ?? document.resolve($0).id }
        let mapped = groupMapping(of: discriminator)
        var values: [TypeRef: [String]] = [:]
        let explicit = Set(mapped.values.joined())
        var taken: Set<String> = []
        for (place, alternative) in alternatives.enumerated() {
            let type = typeOfCase(at: place, alternative, in: union)
            let own =
                mapped[targets[place]]
                ?? implicitValues(of: alternative, key: discriminator.propertyName).filter { !explicit.contains($0) }
            for value in own where taken.insert(value).inserted {
                values[type, default: []].append(value)
            }
        }
        guard !values.isEmpty else {
            diagnostics.report(.idleDiscriminator(discriminator, schema))
            return
        }
        union.discriminator = discriminator.propertyName
        union.isDiscriminatorText = isText(discriminator.propertyName, in: alternatives, values: taken)
        if union.isDiscriminatorText {
            taken.formUnion(explicit)
            for (place, alternative) in alternatives.enumerated() {
                let shape = findShape(of: alternative)
                guard let name = findName(of: targets[place], discriminator.propertyName, shape, &taken) else {
                    continue
                }
                values[typeOfCase(at: place, alternative, in: union), default: []].append(name)
            }
        }
        for place in union.cases.indices {
            union.cases[place].discriminatorValues = values[union.cases[place].type] ?? []
        }
        if let target = findDefault(of: discriminator), let place = targets.firstIndex(of: target) {
            let type = typeOfCase(at: place, alternatives[place], in: union)
            union.defaultCase = union.cases.firstIndex { $0.type == type }
        }
        if union.cases.contains(where: \.discriminatorValues.isEmpty) { takeValuesIntoShapes(of: &union) }
    }

    /// Some alternative has no value of the discriminator, so that shapes decide; the values of the others are constants of theirs.
    private func takeValuesIntoShapes(of union: inout UnionDecl) {
        guard let key = union.discriminator else { return }
        for place in union.cases.indices where !union.cases[place].discriminatorValues.isEmpty {
            guard case .object(let required, let known, let constants) = union.cases[place].shape else { continue }
            let values = union.cases[place].discriminatorValues.map { text -> LiteralValue in
                if union.isDiscriminatorText { return .string(text) }
                return text == "true" || text == "false" ? .bool(text == "true") : .integer(text)
            }
            union.cases[place].shape = .object(
                required: required, known: known.contains(key) ? known : known + [key],
                constants: constants.filter { $0.key != key } + [UnionShape.Constant(key: key, values: values)])
        }
    }

    func findDefault(of discriminator: Discriminator) -> SchemaID? {
        guard let target = discriminator.defaultMapping?.target else { return nil }
        return document.schemas[target].map { document.resolve($0).id } ?? target
    }

    /// The value that a discriminator demands of a member (``SchemaIndex/tags``); a mapping only has texts, whatever the member's type is.
    func makeTag(_ tag: SourceNode, for type: TypeRef) -> LiteralValue? {
        if let literal = makeLiteral(tag, for: type) { return literal }
        guard let text = tag.string else { return nil }
        if let number = Int(text), String(number) == text {
            return makeLiteral(SourceNode(.number(SourceNumber(text: text)), mark: tag.mark), for: type)
        }
        guard text == "true" || text == "false" else { return nil }
        return makeLiteral(SourceNode(.boolean(text == "true"), mark: tag.mark), for: type)
    }

    /// Cases and alternatives are parallel unless equal types were joined.
    private func typeOfCase(at place: Int, _ alternative: Schema, in union: UnionDecl) -> TypeRef {
        if let target = alternative.reference { return reference(to: target) }
        return place < union.cases.count ? union.cases[place].type : .json
    }

    /// The values of a mapping by the schema that they lead to, in the order of the document.
    func groupMapping(of discriminator: Discriminator) -> [SchemaID: [String]] {
        var values: [SchemaID: [String]] = [:]
        for mapping in discriminator.mapping {
            guard let target = mapping.target else { continue }
            values[document.schemas[target].map { document.resolve($0).id } ?? target, default: []]
                .append(mapping.value)
        }
        return values
    }

    /// Without a mapping: the constant in the alternative itself, else its component's name.
    private func implicitValues(of alternative: Schema, key: String) -> [String] {
        if case .object(_, _, let constants) = findShape(of: alternative) {
            let texts = constants.first { $0.key == key }?.values.map(\.text) ?? []
            if !texts.isEmpty, texts.count <= 4 { return texts }
        }
        let target = alternativeTargets[alternative.id] ?? alternative.reference ?? alternative.id
        if let value = (document.schemas[target] ?? alternative).ownDiscriminatorValue { return [value] }
        if let name = index.names[target] ?? index.names[document.resolve(alternative).id] { return [name] }
        return []
    }

    /// The component's name, which is a value beside those of a mapping: "If the discriminating value does not match an implicit or
    /// explicit mapping, no schema can be determined" (OpenAPI 3.1.1, section 4.8.25). nil where the name is a value of another schema, where the
    /// alternative's own constants refuse it, and where an extension takes its place.
    func findName(of target: SchemaID, _ key: String, _ shape: UnionShape, _ taken: inout Set<String>) -> String? {
        guard let name = index.names[target], document.schemas[target]?.ownDiscriminatorValue == nil else { return nil }
        if case .object(_, _, let constants) = shape, let constant = constants.first(where: { $0.key == key }),
            !constant.values.map(\.text).contains(name)
        {
            return nil
        }
        return taken.insert(name).inserted ? name : nil
    }

    /// Whether the discriminator's values are strings on the wire. A mapping only has texts (`1: Card`), whatever the member's type is.
    func isText(_ key: String, in alternatives: [Schema], values: Set<String>) -> Bool {
        for alternative in alternatives {
            let members = merge(document.resolve(alternative)).object.properties
            guard let member = members.first(where: { $0.name == key }) else { continue }
            switch findShape(of: member.schema) {
            case .integer, .number: return !values.allSatisfy { Int($0).map(String.init) == $0 }
            case .boolean: return !values.isSubset(of: ["true", "false"])
            case .constants(let constants):
                return constants.contains { if case .string = $0 { true } else { false } }
                    || !values.isSubset(of: constants.map(\.text))
            default: return true
            }
        }
        return true
    }
}

extension Diagnostic {
    static func idleDiscriminator(_ discriminator: Discriminator, _ schema: Schema) -> Diagnostic {
        Diagnostic(
            id: "idle-discriminator", severity: .warning,
            message: "no value of the discriminator \"\(discriminator.propertyName)\" leads to an alternative",
            mark: discriminator.mark, pointer: schema.id.pointer + "/discriminator",
            hint: "alternatives are told apart by their members instead; add a mapping")
    }
}
