import ApusSource
public import ApusSpec

/// The schemas that extend each base (`allOf`) with a discriminator.
///
/// A schema between a base and its leaves is a base as well, whether or not it repeats the discriminator: it has all
/// requirements of the base, and for a base "all schemas building on the parent schema via an `allOf` construct may be
/// used as an alternate schema" (OpenAPI 3.1.1, section 4.8.25). A value of it may therefore be any schema that extends
/// it, or the schema itself.
public struct Inheritance {
    /// Schemas that extend a base, directly or not, in document order.
    public private(set) var children: [SchemaID: [SchemaID]] = [:]
    /// The discriminator of a base's children: its own, or the nearest above it, with the mappings of those above.
    public private(set) var discriminators: [SchemaID: Discriminator] = [:]
    /// All schemas that extend a base.
    public private(set) var extenders: Set<SchemaID> = []
    /// The relatives of bases that list their children by `oneOf` or `anyOf`. They inherit only the members of the
    /// base.
    public private(set) var families: [SchemaID: Set<SchemaID>] = [:]

    init(_ document: Document) {
        guard document.schemas.values.contains(where: { $0.discriminator != nil || $0.hasAlternatives }) else { return }
        let all = Inheritance.findLines(in: document)
        families = Inheritance.findFamilies(all, in: document)
        let lines = all.filter { line in
            line.bases.contains { $0.isDiscriminatedBase || $0.discriminator != nil && isKin(line.child, of: $0) }
        }
        extenders = Set(lines.map(\.child.id))
        for line in lines {
            for base in line.bases where isBase(base) { children[base.id, default: []].append(line.child.id) }
        }
        for schema in document.schemas.values where children[schema.id] != nil {
            discriminators[schema.id] = schema.discriminator
        }
        for line in lines where children[line.child.id] != nil {
            discriminators[line.child.id] = Inheritance.join(([line.child] + line.bases).compactMap(\.discriminator))
        }
    }

    /// A schema and its ancestors, the nearest first.
    private struct Line {
        let child: Schema
        var bases: [Schema] = []
    }

    /// The maximum number of examined ancestors, so that long chains of schemas cost linear time.
    private static let ancestorLimit = 64

    /// The components that extend others.
    private static func findLines(in document: Document) -> [Line] {
        let mapped = Set(
            document.schemas.values.flatMap { $0.discriminator?.mapping ?? [] }
                .compactMap { $0.target.flatMap { document.schemas[$0] } }.map { document.resolve($0).id })
        var known: Set<SchemaID> = []
        var lines: [Line] = []
        for named in document.namedSchemas {
            let child = document.resolve(named.schema)
            guard known.insert(child.id).inserted, !child.onlyAddsNull || mapped.contains(child.id) else { continue }
            let line = findLine(from: child, in: document)
            if !line.bases.isEmpty { lines.append(line) }
        }
        return lines
    }

    /// For a base that lists some of its children: those, the schemas between it and them, and the schemas that extend
    /// any of these. The extension of the base only adds to all of its alternatives.
    private static func findFamilies(_ lines: [Line], in document: Document) -> [SchemaID: Set<SchemaID>] {
        var families: [SchemaID: Set<SchemaID>] = [:]
        var heirs: [SchemaID: [Line]] = [:]
        for line in lines {
            for base in line.bases where base.hasAlternatives { heirs[base.id, default: []].append(line) }
        }
        for (base, lines) in heirs {
            guard let schema = document.schemas[base] else { continue }
            let alternatives = Set((schema.oneOf + schema.anyOf).map { document.resolve($0).id })
            let own = Set(lines.map(\.child.id))
            var kin: Set<SchemaID> = []
            for line in lines where alternatives.contains(line.child.id) {
                kin.insert(line.child.id)
                kin.formUnion(line.bases.map(\.id).filter(own.contains))
            }
            let heirs = lines.filter { line in line.bases.contains { kin.contains($0.id) } }
            if !kin.isEmpty { families[base] = kin.union(heirs.map(\.child.id)) }
        }
        return families
    }

    private func isKin(_ schema: Schema, of base: Schema) -> Bool {
        families[base.id]?.contains(schema.id) == true
    }

    private static func findLine(from child: Schema, in document: Document) -> Line {
        var line = Line(child: child)
        var seen: Set<SchemaID> = [child.id]
        var open = child.allOf
        var next = 0
        while next < open.count, seen.count < ancestorLimit {
            defer { next += 1 }
            guard open[next].reference != nil else { continue }
            let base = document.resolve(open[next])
            guard seen.insert(base.id).inserted else { continue }
            line.bases.append(base)
            open += base.allOf
        }
        return line
    }

    private func isBase(_ schema: Schema) -> Bool {
        schema.isDiscriminatedBase || extenders.contains(schema.id) && schema.oneOf.isEmpty && schema.anyOf.isEmpty
    }

    /// The first one, completed by others for the same member.
    private static func join(_ discriminators: [Discriminator]) -> Discriminator? {
        guard var result = discriminators.first else { return nil }
        var keys = Set(result.mapping.map(\.value))
        for other in discriminators.dropFirst() where other.propertyName == result.propertyName {
            result.mapping += other.mapping.filter { keys.insert($0.value).inserted }
            result.defaultMapping = result.defaultMapping ?? other.defaultMapping
        }
        return result
    }
}

extension Schema {
    /// `allOf: [{$ref: Pet}]` with `nullable: true`: a pet or null, which is not another kind of pet.
    fileprivate var onlyAddsNull: Bool {
        isNullable && !hasOwnShape && reference == nil && discriminator == nil
            && allOf.count { !$0.saysNothing } == 1
    }
}
