import ApusModel
import ApusSchemas
import ApusSource
import ApusSpec

/// A base with its own or an inherited discriminator and no alternatives: a union of all schemas that extend it
/// (``Inheritance``).
extension Lowerer {
    func lowerInheritance(_ schema: FlatSchema, at site: Site) -> TypeRef {
        guard let discriminator = schemas.inheritance.discriminators[schema.id] else {
            return lowerObject(schema, at: site)
        }
        let mapping = groupMapping(of: discriminator)
        let explicit = Set(mapping.values.joined())
        var cases = (schemas.inheritance.children[schema.id] ?? []).compactMap {
            makeCase(of: $0, values: mapping[$0], beside: explicit)
        }
        let listed = cases.map(\.target)
        var taken = Set(cases.flatMap(\.union.discriminatorValues))
        let own = findValues(ofBase: schema, discriminator, mapped: mapping[schema.id]).filter { !taken.contains($0) }
        let (base, nested) = collectNested { own.isEmpty ? nil : lowerBase(schema, values: own, at: site) }
        if let base { cases.append(Extender(target: schema.id, union: base)) }
        taken.formUnion(own)
        let isText = isText(discriminator.propertyName, in: [schema.keywords], values: taken)
        let given = cases.map { mapping[$0.target] ?? [] }
        var named = cases.map(\.union)
        UnionNames.nameByValues(given, in: &named) { _ in true }
        for index in cases.indices { cases[index].union.name = named[index].name }
        if isText { addNames(to: &cases, beside: taken.union(explicit), discriminator.propertyName) }
        var union = UnionDecl(
            header: makeHeader(for: schema.keywords, at: site, nested: nested), cases: cases.map(\.union),
            discriminator: discriminator.propertyName)
        union.isDiscriminatorText = isText
        if let target = findDefault(of: discriminator) {
            let index = target == schema.id ? base.map { _ in cases.count - 1 } : listed.firstIndex(of: target)
            union.defaultCase = index.map { DeclID($0) }
        }
        return declare(.union(union), at: site)
    }

    /// The schema of a case of the union.
    private struct Extender {
        let target: SchemaID
        var union: UnionDecl.Case
    }

    private func makeCase(of child: SchemaID, values: [String]?, beside explicit: Set<String>) -> Extender? {
        guard let schema = document.schemas[child] else { return nil }
        let own = schema.ownDiscriminatorValue ?? schemas.names[child]
        let union = UnionDecl.Case(
            name: schemas.names[child] ?? "child", type: reference(to: child), shape: findShape(of: schema),
            discriminatorValues: values ?? [own].compactMap { $0 }.filter { !explicit.contains($0) })
        return Extender(target: child, union: union)
    }

    private func addNames(to cases: inout [Extender], beside values: Set<String>, _ key: String) {
        var taken = values
        for index in cases.indices {
            let one = cases[index]
            cases[index].union.discriminatorValues += findNames(of: one.target, key, one.union.shape, &taken)
        }
    }

    /// The values that select a base itself: those of its mapping, or its value in the base that it extends.
    private func findValues(ofBase schema: FlatSchema, _ discriminator: Discriminator, mapped: [String]?) -> [String] {
        if let mapped { return mapped }
        if let tag = schemas.tags(of: schema)?[discriminator.propertyName]?.string { return [tag] }
        let isAlternative =
            findDefault(of: discriminator) == schema.id || schemas.inheritance.extenders.contains(schema.id)
        return isAlternative ? [schemas.names[schema.id]].compactMap { $0 } : []
    }

    /// A base that is also an alternative: the common members.
    private func lowerBase(_ schema: FlatSchema, values: [String], at site: Site) -> UnionDecl.Case {
        let own = schemas.withoutChildren(schema)
        return UnionDecl.Case(
            name: schemas.names[schema.id] ?? "base", type: lower(own.keywords, at: site.child("own", name: "Base")),
            shape: findShape(of: own.keywords), discriminatorValues: values)
    }
}
