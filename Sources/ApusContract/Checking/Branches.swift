import ApusJSON
import ApusSource
import ApusSpec

/// The schemas that a value has to fit: a schema without references, the members of its `allOf`, and the alternatives that apply.
struct Branches {
    private(set) var all: [Schema] = []
    /// Schemas whose members are known, but not demanded: those of `if`, `then`, `else` and `dependentSchemas`.
    private(set) var possible: [Schema] = []
    /// The schema whose discriminator has no schema for the value.
    private(set) var unmatched: Schema?
    private var seen: Set<ObjectIdentifier> = []

    init(of value: SourceNode, _ schema: Schema, _ document: Document) {
        var open = [schema]
        while let next = open.popLast() {
            let schema = document.resolve(next)
            guard schema.reference == nil, seen.insert(ObjectIdentifier(schema)).inserted else { continue }
            all.append(schema)
            if let conditional = schema.conditional {
                possible += [conditional.condition, conditional.then, conditional.otherwise].compactMap { $0 }
            }
            possible += schema.object.dependentSchemas.map(\.schema)
            open += schema.allOf.reversed()
            open += choose(for: value, in: schema, document)
        }
        possible = Self.spread(possible, document)
    }

    /// The alternatives that apply to the value: that of the discriminator, otherwise the best one of `oneOf`, and the fitting ones of `anyOf`.
    private mutating func choose(for value: SourceNode, in schema: Schema, _ document: Document) -> [Schema] {
        if let discriminator = schema.discriminator, let tag = value[discriminator.propertyName]?.string {
            if let target = document.select(tag, by: discriminator, of: schema) { return [target] }
            if !schema.oneOf.isEmpty || !schema.anyOf.isEmpty, !Redaction.isHidden(tag) {
                unmatched = unmatched ?? schema
                return []
            }
        }
        var chosen: [Schema] = []
        if !schema.oneOf.isEmpty {
            chosen += AlternativeFit.best(of: schema.oneOf, for: value, document, allFitting: schema.oneOfOnlyDemands)
        }
        if !schema.anyOf.isEmpty {
            chosen += AlternativeFit.best(of: schema.anyOf, for: value, document, allFitting: true)
        }
        return chosen
    }

    /// The schemas with the members of their compositions.
    private static func spread(_ schemas: [Schema], _ document: Document) -> [Schema] {
        var open = schemas
        var found: [Schema] = []
        var seen: Set<ObjectIdentifier> = []
        while let next = open.popLast() {
            let schema = document.resolve(next)
            guard seen.insert(ObjectIdentifier(schema)).inserted else { continue }
            found.append(schema)
            open += schema.allOf + schema.oneOf + schema.anyOf
        }
        return found
    }
}

extension Document {
    /// The schema that a discriminator's value selects: of the mapping, by the name of an alternative, or by the value that an alternative
    /// demands; for a base without alternatives, the component of this name.
    fileprivate func select(_ tag: String, by discriminator: Discriminator, of schema: Schema) -> Schema? {
        if let mapping = discriminator.mapping.first(where: { SourceKey.areSame($0.value, tag) }) {
            return mapping.target.flatMap { schemas[$0] }
        }
        let alternatives = schema.oneOf + schema.anyOf
        if alternatives.isEmpty {
            return findChild(tag, of: schema)
        }
        let named = alternatives.first { alternative in
            guard let pointer = alternative.reference?.pointer, let slash = pointer.lastIndex(of: "/") else {
                return false
            }
            return SourceKey.areSame(String(pointer[pointer.index(after: slash)...]), tag)
        }
        return named ?? alternatives.first { resolve($0).demands(tag, as: discriminator.propertyName, in: self) }
            ?? discriminator.defaultMapping?.target.flatMap { schemas[$0] }
    }
}

extension Document {
    /// The component of this name that extends the schema.
    private func findChild(_ name: String, of base: Schema) -> Schema? {
        guard name.utf8.count <= 256 else { return nil }
        let map = version == .swagger2 ? "/definitions/" : "/components/schemas/"
        let pointer = map + JSONPointer.escape(name)
        guard let child = schemas[SchemaID(file: root, pointer: pointer)] else { return nil }
        var open = [child]
        var seen: Set<ObjectIdentifier> = []
        while let next = open.popLast() {
            let schema = resolve(next)
            if schema === base { return child }
            if seen.insert(ObjectIdentifier(schema)).inserted { open += schema.allOf }
        }
        return nil
    }
}

extension Schema {
    /// Whether the member of the name is constant, or one of a list, with this value.
    fileprivate func demands(_ tag: String, as name: String, in document: Document) -> Bool {
        var open = [self]
        var seen: Set<ObjectIdentifier> = []
        while let next = open.popLast() {
            let schema = document.resolve(next)
            guard seen.insert(ObjectIdentifier(schema)).inserted else { continue }
            let member = schema.object.properties.first { SourceKey.areSame($0.name, name) }
            let values = member.map { document.resolve($0.schema) }.map {
                ($0.const.map { [$0] } ?? $0.enumeration) ?? []
            }
            if values?.contains(where: { $0.string.map { SourceKey.areSame($0, tag) } ?? false }) == true {
                return true
            }
            open += schema.allOf
        }
        return false
    }
}

/// What recordings have in place of a secret.
enum Redaction {
    static func isHidden(_ text: String) -> Bool {
        SourceKey.areSame(text, "<redacted>") || SourceKey.areSame(text, "REDACTED")
    }
}
