import ApusModel
import ApusSchemas
import ApusSource
import ApusSpec

/// The values of the discriminator for each case (OpenAPI 3.2, "Discriminator Object").
extension Lowerer {
    func apply(
        _ discriminator: Discriminator, of schema: FlatSchema, to union: inout UnionDecl,
        alternatives listed: [UnionAlternative]
    ) {
        let targets = listed.map { $0.component ?? schemas.end(of: $0.schema) }
        let alternatives = listed.map(\.schema)
        let mapped = groupMapping(of: discriminator)
        let names = findListedNames(in: schema)
        var values: [TypeRef: [String]] = [:]
        let explicit = Set(mapped.values.joined())
        var taken: Set<String> = []
        for (index, alternative) in alternatives.enumerated() {
            let type = typeOfCase(at: index, alternative, in: union)
            let own =
                mapped[targets[index]]
                ?? implicitValues(of: listed[index], names[targets[index]], key: discriminator.propertyName).filter {
                    !explicit.contains($0)
                }
            for value in own where taken.insert(value).inserted {
                values[type, default: []].append(value)
            }
        }
        guard !values.isEmpty else {
            log.report(.idleDiscriminator(discriminator, schema.keywords))
            return
        }
        checkMembers(of: alternatives, discriminator)
        nameCases(of: &union, by: values, alternatives)
        union.discriminator = discriminator.propertyName
        union.isDiscriminatorText = isText(discriminator.propertyName, in: alternatives, values: taken)
        if union.isDiscriminatorText {
            taken.formUnion(explicit)
            for (index, alternative) in alternatives.enumerated() {
                let shape = findShape(of: alternative)
                values[typeOfCase(at: index, alternative, in: union), default: []] += findNames(
                    of: targets[index], listedAs: names[targets[index]], discriminator.propertyName, shape, &taken)
            }
            var given = Set(values.values.joined())
            for (index, alternative) in alternatives.enumerated() {
                let inherited = findValues(ofChildrenOf: targets[index], discriminator, mapped, beside: explicit)
                    .filter { given.insert($0).inserted }
                values[typeOfCase(at: index, alternative, in: union), default: []] += inherited
            }
        }
        for index in union.cases.indices {
            union.cases[index].discriminatorValues = values[union.cases[index].type] ?? []
        }
        if let target = findDefault(of: discriminator), let index = targets.firstIndex(of: target) {
            let type = typeOfCase(at: index, alternatives[index], in: union)
            union.defaultCase = union.cases.firstIndex { $0.type == type }.map { DeclID($0) }
        }
        if union.cases.contains(where: \.discriminatorValues.isEmpty) { addValuesToShapes(of: &union) }
    }

    /// Every alternative needs the member (OpenAPI 3.2, "Discriminator Object").
    private func checkMembers(of alternatives: [Schema], _ discriminator: Discriminator) {
        for alternative in alternatives {
            let target = document.resolve(alternative)
            let flat = schemas.merge(target)
            guard flat.inferredType == .object, !flat.hasAlternatives, !flat.object.properties.isEmpty,
                !flat.object.properties.contains(where: { $0.name == discriminator.propertyName })
            else { continue }
            log.report(.missingDiscriminator(discriminator, in: target, name: schemas.names[target.id]))
        }
    }

    private func nameCases(of union: inout UnionDecl, by values: [TypeRef: [String]], _ alternatives: [Schema]) {
        let named = alternatives.indices.filter {
            NamingExtensions.name(.member, in: alternatives[$0].extensions) != nil
        }
        let types = Set(named.map { typeOfCase(at: $0, alternatives[$0], in: union) })
        let cases = union.cases
        UnionNames.nameByValues(cases.map { values[$0.type] ?? [] }, in: &union.cases) {
            !types.contains(cases[$0].type)
        }
    }

    /// Some alternative has no value of the discriminator, so that shapes decide; the values of the others are constants of theirs.
    private func addValuesToShapes(of union: inout UnionDecl) {
        guard let key = union.discriminator else { return }
        for id in union.cases.ids where !union.cases[id].discriminatorValues.isEmpty && id != union.defaultCase {
            guard var object = union.cases[id].shape.object else { continue }
            let values = union.cases[id].discriminatorValues.map { text -> LiteralValue in
                if union.isDiscriminatorText { return .string(text) }
                return text == "true" || text == "false" ? .bool(text == "true") : .integer(text)
            }
            if !object.known.contains(key) { object.known.append(key) }
            object.constants.removeAll { $0.key == key }
            object.constants.append(UnionShape.Constant(key: key, values: values))
            union.cases[id].shape = .object(object)
        }
    }

    /// An alternative that is also a base is selected by the values of all schemas that extend it and are not
    /// alternatives themselves.
    private func findValues(
        ofChildrenOf base: SchemaID, _ discriminator: Discriminator, _ outer: [SchemaID: [String]],
        beside explicit: Set<String>
    ) -> [String] {
        guard let inner = schemas.inheritance.discriminators[base], inner.propertyName == discriminator.propertyName
        else {
            return []
        }
        let mapped = groupMapping(of: inner)
        return (schemas.inheritance.children[base] ?? []).flatMap { child in
            let own = document.schemas[child]?.ownDiscriminatorValue ?? schemas.names[child]
            let listed = (outer[child] ?? []) + (mapped[child] ?? [])
            return !listed.isEmpty ? listed : [own].compactMap { $0 }.filter { !explicit.contains($0) }
        }
    }

    func findDefault(of discriminator: Discriminator) -> SchemaID? {
        guard let target = discriminator.defaultMapping?.target else { return nil }
        return document.schemas[target].map { document.resolve($0).id } ?? target
    }

    /// The value that a discriminator requires of a member (``SchemaIndex/tags``); a mapping has texts only, whatever
    /// the member's type.
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
    private func typeOfCase(at index: Int, _ alternative: Schema, in union: UnionDecl) -> TypeRef {
        if let target = alternative.reference { return reference(to: target) }
        return index < union.cases.count ? union.cases[index].type : .json
    }

    /// The values of a mapping by their target schema, in document order.
    func groupMapping(of discriminator: Discriminator) -> [SchemaID: [String]] {
        var values: [SchemaID: [String]] = [:]
        for mapping in discriminator.mapping {
            guard let target = mapping.target else { continue }
            values[document.schemas[target].map { document.resolve($0).id } ?? target, default: []]
                .append(mapping.value)
        }
        return values
    }

    /// Without a mapping: the constant in the alternative itself, otherwise its component's name.
    private func implicitValues(of listed: UnionAlternative, _ names: [String]?, key: String) -> [String] {
        let alternative = listed.schema
        if let object = findShape(of: alternative).object {
            let texts = object.constants.first { $0.key == key }?.values.map(\.text) ?? []
            if !texts.isEmpty, texts.count <= 4 { return texts }
        }
        let target = listed.component ?? alternative.reference ?? alternative.id
        if let value = (document.schemas[target] ?? alternative).ownDiscriminatorValue { return [value] }
        if let names { return names }
        let name = schemas.names[target] ?? schemas.names[document.resolve(alternative).id]
        return [name].compactMap { $0 }
    }

    /// The names of the components in the list, including those that are only references to others, by their target.
    private func findListedNames(in schema: FlatSchema) -> [SchemaID: [String]] {
        var names: [SchemaID: [String]] = [:]
        for alternative in schema.oneOf + schema.anyOf {
            guard let listed = alternative.reference, let name = schemas.names.listed(listed) else { continue }
            names[document.resolve(alternative).id, default: []].append(name)
        }
        return names
    }

    /// The component's name, which is a value in addition to those of a mapping: "If the discriminating value does not
    /// match an implicit or explicit mapping, no schema can be determined" (OpenAPI 3.1.1, section 4.8.25). None where
    /// the name is a value of another schema, where the alternative's own constants exclude it, and where an extension
    /// replaces it.
    func findNames(
        of target: SchemaID, listedAs listed: [String]? = nil, _ key: String, _ shape: UnionShape,
        _ taken: inout Set<String>
    ) -> [String] {
        guard document.schemas[target]?.ownDiscriminatorValue == nil else { return [] }
        let admitted = shape.object?.constants.first { $0.key == key }?.values.map(\.text)
        return ((listed ?? []) + [schemas.names[target]].compactMap { $0 }).filter { name in
            admitted?.contains(name) != false && taken.insert(name).inserted
        }
    }

    /// Whether the discriminator's values are strings in messages. A mapping has texts only (`1: Card`), whatever the
    /// member's type.
    func isText(_ key: String, in alternatives: [Schema], values: Set<String>) -> Bool {
        for alternative in alternatives {
            let members = schemas.flatten(alternative).object.properties
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
    fileprivate static func missingDiscriminator(
        _ discriminator: Discriminator, in alternative: Schema, name: String?
    ) -> Diagnostic {
        Diagnostic(
            id: "missing-discriminator", severity: .warning,
            message: (name.map { "\"\($0)\"" } ?? "an alternative")
                + " lacks the member \"\(discriminator.propertyName)\" of the discriminator",
            mark: alternative.nameMark, pointer: alternative.id.pointer,
            hint: "Apus reads it by that member, and sends it without; describe the member under `properties`",
            related: [Diagnostic.Related(mark: discriminator.mark, message: "the discriminator is here")])
    }

    static func idleDiscriminator(_ discriminator: Discriminator, _ schema: Schema) -> Diagnostic {
        Diagnostic(
            id: "idle-discriminator", severity: .warning,
            message: "no value of the discriminator \"\(discriminator.propertyName)\" leads to an alternative",
            mark: discriminator.mark, pointer: schema.id.pointer + "/discriminator",
            hint: "the members tell the alternatives apart instead; add a mapping")
    }
}
