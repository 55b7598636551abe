import ApusSource
import ApusSpec

/// How well alternatives of a union fit a value: by types, constants, enumerations, required members and known names, two levels deep.
///
/// The work for one choice is bounded, so that unions of unions cost no more than the sum of their alternatives.
struct AlternativeFit {
    private let document: Document
    private var budget = 20_000

    private init(_ document: Document) {
        self.document = document
    }

    /// - Parameter allFitting: Whether each alternative without a mistake applies, as those of `anyOf` do.
    static func best(
        of alternatives: [Schema], for value: SourceNode, _ document: Document, allFitting: Bool
    ) -> [Schema] {
        var fit = AlternativeFit(document)
        var best: (schema: Schema, mistakes: Int, unknown: Int)?
        var fitting: [Schema] = []
        for alternative in alternatives {
            let (mistakes, unknown) = fit.weigh(value, alternative, depth: 2)
            if mistakes == 0 { fitting.append(alternative) }
            if let best, (best.mistakes, best.unknown) <= (mistakes, unknown) { continue }
            best = (alternative, mistakes, unknown)
        }
        if allFitting, !fitting.isEmpty { return fitting }
        return best.map { [$0.schema] } ?? []
    }

    private mutating func weigh(_ value: SourceNode, _ schema: Schema, depth: Int) -> (mistakes: Int, unknown: Int) {
        var (mistakes, unknown) = (0, 0)
        var names: Set<SourceKey> = []
        var isOpen = false
        var open = [schema]
        var seen: Set<ObjectIdentifier> = []
        while let next = open.popLast(), budget > 0 {
            let schema = document.resolve(next)
            guard seen.insert(ObjectIdentifier(schema)).inserted else { continue }
            budget -= 1
            open += schema.allOf
            if !schema.fits(value) {
                mistakes += 10
                continue
            }
            if schema.object.isOpen { isOpen = true }
            if depth > 0 { mistakes += weighUnion(value, schema, depth: depth) }
            if let mapping = value.mapping {
                mistakes += weighMembers(mapping, schema, depth: depth, names: &names)
            } else if let first = value.sequence?.first, let items = schema.array.items, depth > 0 {
                mistakes += weigh(first, items, depth: depth - 1).mistakes
            }
        }
        if !isOpen, let mapping = value.mapping {
            unknown = mapping.entries.count { !names.contains(SourceKey($0.key)) }
        }
        return (mistakes, unknown)
    }

    private mutating func weighUnion(_ value: SourceNode, _ schema: Schema, depth: Int) -> Int {
        var mistakes = 0
        for alternatives in [schema.oneOf, schema.anyOf] where !alternatives.isEmpty {
            var least = Int.max
            for alternative in alternatives where budget > 0 {
                least = min(least, weigh(value, alternative, depth: depth - 1).mistakes)
            }
            if least != .max { mistakes += least }
        }
        return mistakes
    }

    private mutating func weighMembers(
        _ mapping: SourceMapping, _ schema: Schema, depth: Int, names: inout Set<SourceKey>
    ) -> Int {
        var mistakes = 0
        budget -= schema.object.required.count
        for name in schema.object.required where mapping[name] == nil { mistakes += 1 }
        for property in schema.object.properties where budget > 0 {
            budget -= 1
            names.insert(SourceKey(property.name))
            guard depth > 0, let value = mapping[property.name] else { continue }
            mistakes += weigh(value, property.schema, depth: depth - 1).mistakes > 0 ? 1 : 0
        }
        return mistakes
    }
}

extension Schema {
    /// Whether the value has one of the types, and is the constant or one of the enumeration, as far as these are given.
    func fits(_ value: SourceNode) -> Bool {
        if let text = value.string, Redaction.isHidden(text) { return true }
        if boolean == false { return false }
        let kind = ValueKind(value)
        if kind == .null, isNullable { return true }
        return hasType(of: kind) && hasValue(value)
    }

    func hasType(of kind: ValueKind) -> Bool {
        types.isEmpty || types.contains { kind.fits($0) }
    }

    func hasValue(_ value: SourceNode) -> Bool {
        if let const, !const.isEqual(to: value) { return false }
        return enumeration?.contains { $0.isEqual(to: value) } ?? true
    }
}

extension ObjectKeywords {
    /// Whether other members than the documented ones are documented as allowed.
    var isOpen: Bool {
        if case .allowed? = additionalProperties { return true }
        if case .schema? = additionalProperties { return true }
        if case .allowed? = unevaluatedProperties { return true }
        if case .schema? = unevaluatedProperties { return true }
        return false
    }
}
