import ApusRegexp
import ApusSource
import ApusSpec

/// Compares examples with their schemas (JSON Schema 2020-12, "Validation" and "Applicators").
///
/// `format` is not compared, and neither are `if` and `unevaluatedProperties`: an example that only these refuse passes.
struct ExampleFit {
    /// The part of an example that a schema refuses.
    struct Misfit {
        let value: SourceNode
        /// Completes a sentence that begins with the part's name: `is a string, not an integer`.
        let reason: String
        /// The names and indexes on the way to the part.
        var path: [String] = []
    }

    let document: Document
    /// Comparisons that may still be made: schemas that share parts could otherwise multiply them without limit.
    private var remaining = ExampleFit.limit
    private static let limit = 2_000_000
    private var patterns: [String: LinearRegexp?] = [:]
    /// Whether `additionalProperties: false` is compared: examples often go beyond it, because composed schemas cannot say it.
    var refusesFurtherMembers = false
    private static let deepest = 64

    init(_ document: Document) {
        self.document = document
    }

    /// Permits as many comparisons as at the beginning, for a value of another request.
    mutating func renew() { remaining = Self.limit }

    /// nil for a value that fits, or where comparing it would take too long.
    mutating func findMisfit(of value: SourceNode, _ schema: Schema, depth: Int = 0) -> Misfit? {
        remaining -= 1
        guard remaining > 0, depth < Self.deepest else { return nil }
        let schema = document.resolve(schema)
        if schema.boolean == false { return Misfit(value: value, reason: "fits no value at all") }
        if value.isNull, schema.isNullable { return nil }
        return findOwnMisfit(of: value, schema) ?? findMisfit(ofMembers: value, schema, depth)
            ?? findMisfit(ofElements: value, schema, depth) ?? findMisfit(amongAlternatives: value, schema, depth)
    }

    private mutating func findOwnMisfit(of value: SourceNode, _ schema: Schema) -> Misfit? {
        if !schema.types.isEmpty, !schema.types.contains(where: { $0.admits(value) }) {
            let names = schema.types.map(\.rawValue).joined(separator: " or ")
            return Misfit(value: value, reason: "is \(value.kindName), and the type is \(names)")
        }
        if let values = schema.enumeration, !values.contains(where: { $0.isEqual(to: value) }) {
            return Misfit(value: value, reason: "is none of the values of `enum`")
        }
        if let constant = schema.const, !constant.isEqual(to: value) {
            return Misfit(value: value, reason: "is not the value of `const`")
        }
        return findLimit(of: value, schema.limits).map { Misfit(value: value, reason: "goes beyond `\($0)`") }
    }

    /// The keyword that a value violates.
    private mutating func findLimit(of value: SourceNode, _ limits: LimitKeywords) -> String? {
        switch value.content {
        case .number(let number):
            let size = number.double
            if let bound = limits.minimum?.double, size < bound { return "minimum" }
            if let bound = limits.maximum?.double, size > bound { return "maximum" }
            if let bound = limits.exclusiveMinimum?.double, size <= bound { return "exclusiveMinimum" }
            if let bound = limits.exclusiveMaximum?.double, size >= bound { return "exclusiveMaximum" }
            let isWhole = limits.multipleOf?.integer.map { step in
                step == 0 || number.integer.map { $0 % step == 0 } ?? false
            }
            return isWhole == false ? "multipleOf" : nil
        case .string(let text):
            let count = text.unicodeScalars.count
            if let bound = limits.minLength, count < bound { return "minLength" }
            if let bound = limits.maxLength, count > bound { return "maxLength" }
            return limits.patterns.allSatisfy { matches(text, $0) } ? nil : "pattern"
        case .sequence(let items):
            if let bound = limits.minItems, items.count < bound { return "minItems" }
            if let bound = limits.maxItems, items.count > bound { return "maxItems" }
            return limits.uniqueItems && hasRepetition(items) ? "uniqueItems" : nil
        case .mapping(let mapping):
            if let bound = limits.minProperties, mapping.count < bound { return "minProperties" }
            if let bound = limits.maxProperties, mapping.count > bound { return "maxProperties" }
            return nil
        case .null, .boolean: return nil
        }
    }

    /// A pattern that cannot be checked matches.
    private mutating func matches(_ text: String, _ pattern: String) -> Bool {
        let known = patterns[pattern] ?? LinearRegexp(pattern, as: .ecmaScript)
        patterns[pattern] = .some(known)
        var steps = 100_000
        return known?.matches(text, isWhole: false, steps: &steps) ?? true
    }

    private func hasRepetition(_ items: [SourceNode]) -> Bool {
        var seen: [Int: [SourceNode]] = [:]
        for item in items {
            let hash = item.structuralHash
            if seen[hash, default: []].contains(where: { $0.isEqual(to: item) }) { return true }
            seen[hash, default: []].append(item)
        }
        return false
    }

    private mutating func findMisfit(ofMembers value: SourceNode, _ schema: Schema, _ depth: Int) -> Misfit? {
        guard let mapping = value.mapping else { return nil }
        let object = schema.object
        for property in object.properties {
            guard let member = mapping[property.name] else { continue }
            if let misfit = findMisfit(of: member, property.schema, depth: depth + 1) {
                return misfit.inside(property.name)
            }
        }
        if let name = object.required.first(where: { mapping[$0] == nil && !isOneWay($0, in: object) }) {
            return Misfit(value: value, reason: "lacks the required member \"\(name)\"")
        }
        let named = Set(object.properties.map(\.name))
        for entry in mapping.entries where !named.contains(entry.key) {
            let others = object.patternProperties.filter { matches(entry.key, $0.name) }.map(\.schema)
            for other in others {
                if let misfit = findMisfit(of: entry.value, other, depth: depth + 1) { return misfit.inside(entry.key) }
            }
            if others.isEmpty, refusesFurtherMembers, case .forbidden? = object.additionalProperties {
                return Misfit(
                    value: value, reason: "has a member \"\(entry.key)\" beyond `additionalProperties: false`")
            }
            guard others.isEmpty, case .schema(let rest)? = object.additionalProperties else { continue }
            if let misfit = findMisfit(of: entry.value, rest, depth: depth + 1) { return misfit.inside(entry.key) }
        }
        return nil
    }

    /// A member that only requests or only responses have is no part of the others' examples.
    private func isOneWay(_ name: String, in object: ObjectKeywords) -> Bool {
        guard let property = object.properties.first(where: { $0.name == name })?.schema else { return false }
        let target = document.resolve(property)
        return property.isReadOnly || property.isWriteOnly || target.isReadOnly || target.isWriteOnly
    }

    private mutating func findMisfit(ofElements value: SourceNode, _ schema: Schema, _ depth: Int) -> Misfit? {
        guard let items = value.sequence else { return nil }
        let first = schema.array.prefixItems
        if schema.array.allowsNoFurtherItems, items.count > first.count {
            return Misfit(value: value, reason: "has more elements than `prefixItems`")
        }
        for (index, item) in items.enumerated() {
            guard let element = index < first.count ? first[index] : schema.array.items else { continue }
            if let misfit = findMisfit(of: item, element, depth: depth + 1) { return misfit.inside(String(index)) }
        }
        return nil
    }

    private mutating func findMisfit(amongAlternatives value: SourceNode, _ schema: Schema, _ depth: Int) -> Misfit? {
        for part in schema.allOf {
            if let misfit = findMisfit(of: value, part, depth: depth + 1) { return misfit }
        }
        for (keyword, alternatives) in [("anyOf", schema.anyOf), ("oneOf", schema.oneOf)] where !alternatives.isEmpty {
            var fits = false
            for alternative in alternatives where !fits {
                fits = findMisfit(of: value, alternative, depth: depth + 1) == nil
            }
            if !fits { return Misfit(value: value, reason: "fits no alternative of `\(keyword)`") }
        }
        if let other = schema.not, findMisfit(of: value, other, depth: depth + 1) == nil, remaining > 0 {
            return Misfit(value: value, reason: "fits the schema of `not`")
        }
        return nil
    }
}

extension ExampleFit.Misfit {
    fileprivate func inside(_ step: String) -> ExampleFit.Misfit {
        var misfit = self
        misfit.path.insert(step, at: 0)
        return misfit
    }
}

extension SchemaType {
    fileprivate func admits(_ value: SourceNode) -> Bool {
        switch (self, value.content) {
        case (.string, .string), (.file, .string), (.number, .number), (.boolean, .boolean), (.array, .sequence),
            (.object, .mapping):
            true
        case (.integer, .number(let number)): number.integer != nil || number.double.rounded() == number.double
        default: false
        }
    }
}
