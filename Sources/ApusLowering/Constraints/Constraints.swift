import ApusModel
import ApusSchemas
import ApusSource
import ApusSpec

extension ConstraintWriter {
    /// The constraints of a member or an element; nil where its type expresses all. Models have their own.
    func makeConstraint(of schema: Schema) -> String? {
        let target = document.resolve(schema)
        let text: String?
        if let known = constraints[target.id] {
            text = known
        } else {
            text = makeConstraint(of: target, remaining: 8)
            // A constraint of one location is written once, in the form that its owner gives to it.
            if schema.reference != nil { constraints[target.id] = .some(text) }
        }
        guard let text, spend(text.utf8.count, on: target) else { return nil }
        return text
    }

    private func makeConstraint(of schema: Schema, remaining: Int) -> String? {
        guard remaining > 0 else { return nil }
        let target = document.resolve(schema)
        if schemas.merge(target).isModel { return findDemands(around: target) }
        let flat = schemas.joinAlternatives(of: schemas.merge(target))
        var text = ConstraintText()
        // Null counts as absent.
        if flat.isFreeObject { text.add("type", "[\"object\",\"null\"]") }
        if let value = flat.onlyValue { text.add("const", CompactJSON.ascii(value)) }
        add(flat.limits, of: flat.keywords, to: &text)
        addApplicators(of: flat.keywords, to: &text)
        if flat.array.prefixItems.isEmpty {
            text.add("items", flat.array.items.flatMap { makeConstraint(of: $0, remaining: remaining - 1) })
        }
        addMembers(of: flat, to: &text, remaining: remaining)
        return text.json
    }

    /// The keywords next to the only `allOf` member that determines the type: the referenced model does not have them.
    private func findDemands(around schema: Schema) -> String? {
        guard let flat = schemas.findKeywords(besideOnlyMemberOf: schema) else { return nil }
        var text = ConstraintText()
        add(flat.limits, of: flat.keywords, to: &text)
        addApplicators(of: flat.keywords, to: &text)
        return text.json
    }

    /// The constraints of an object or a tuple beyond its members, by keyword.
    func makeOwnConstraints(of schema: FlatSchema) -> [ConstraintDecl] {
        // Writing a constraint beyond the budget would take as long as writing one within it.
        if schema.demandCount > 32, !hasRoom {
            log.report(.uncheckedCopy(schema.keywords))
            return []
        }
        var text = ConstraintText()
        add(schema.limits, of: schema.keywords, to: &text)
        let described = Set(schema.object.properties.map(\.name))
        text.add(required: schema.object.required.filter { !described.contains($0) })
        addApplicators(of: schema.keywords, to: &text)
        addMembers(of: schema, to: &text, remaining: 8)
        let items = schema.array.prefixItems.map { makeConstraint(of: $0) }
        if items.contains(where: { $0 != nil }) {
            text.add("prefixItems", "[" + items.map { $0 ?? "true" }.joined(separator: ",") + "]")
        }
        if !schema.array.prefixItems.isEmpty {
            text.add("items", schema.array.items.flatMap { makeConstraint(of: $0) })
        }
        let members = text.members
        return spend(members.reduce(0) { $0 + $1.json.utf8.count }, on: schema.keywords) ? members : []
    }

    /// Members without a name in the model. An unchecked pattern may match any of them.
    private func addMembers(of schema: FlatSchema, to text: inout ConstraintText, remaining: Int) {
        let object = schema.object
        let unchecked = object.patternProperties.filter { !ConstraintText.isChecked($0.name) }
        for property in unchecked { log.report(.unusedPattern(property.name, property.schema)) }
        let others = unchecked.isEmpty ? makeConstraint(ofOthersIn: object, remaining: remaining) : nil
        let patterns = object.patternProperties.compactMap { property -> String? in
            if unchecked.contains(where: { $0.name == property.name }) { return nil }
            return (makeConstraint(of: property.schema, remaining: remaining - 1) ?? others.map { _ in "true" }).map {
                CompactJSON.ascii(property.name) + ":" + $0
            }
        }
        if !patterns.isEmpty { text.add("patternProperties", "{" + patterns.joined(separator: ",") + "}") }
        text.add("additionalProperties", others)
        let dependent = object.dependentRequired.map { dependency in
            CompactJSON.ascii(dependency.name) + ":["
                + dependency.required.map(CompactJSON.ascii).joined(separator: ",")
                + "]"
        }
        if !dependent.isEmpty { text.add("dependentRequired", "{" + dependent.joined(separator: ",") + "}") }
    }

    /// The constraints of members that neither a name nor a pattern describes. Where patterns keep other members too,
    /// none may be allowed.
    private func makeConstraint(ofOthersIn object: ObjectKeywords, remaining: Int) -> String? {
        if case .schema(let values) = object.additionalProperties ?? object.unevaluatedProperties {
            return makeConstraint(of: values, remaining: remaining - 1)
        }
        if case .forbidden = object.additionalProperties, !object.patternProperties.isEmpty { return "false" }
        return nil
    }

    /// Alternatives that only require members and do not affect the type: `anyOf: [{required: [a]}, {required: [b]}]`.
    private func addDemands(
        _ keyword: String, _ alternatives: [Schema], of schema: Schema, to text: inout ConstraintText
    ) {
        guard !alternatives.isEmpty, alternatives.allSatisfy(\.onlyAddsRequirements) else { return }
        let parts = alternatives.compactMap { writeWhole($0) }
        if parts.count == alternatives.count {
            text.add(keyword, "[" + parts.joined(separator: ",") + "]")
        } else {
            log.report(.uncheckedKeyword(keyword, schema))
        }
    }

    /// Keywords with whole subschemas, whatever their type.
    private func addApplicators(of schema: Schema, to text: inout ConstraintText) {
        addDemands("anyOf", schema.anyOf, of: schema, to: &text)
        addDemands("oneOf", schema.oneOf, of: schema, to: &text)
        add("not", schema.not, of: schema, to: &text)
        add("contains", schema.array.contains, of: schema, to: &text)
        add("propertyNames", schema.object.propertyNames, of: schema, to: &text)
        if let conditional = schema.conditional {
            let parts = [conditional.condition, conditional.then, conditional.otherwise]
            let texts = parts.map { $0.map { writeWhole($0) } }
            if texts.contains(.some(nil)) {
                log.report(.uncheckedKeyword("if", schema))
            } else {
                for (keyword, json) in zip(["if", "then", "else"], texts) { text.add(keyword, json ?? nil) }
            }
        }
        let dependent = schema.object.dependentSchemas.map { dependency in
            writeWhole(dependency.schema).map { CompactJSON.ascii(dependency.name) + ":" + $0 }
        }
        if dependent.contains(nil) {
            log.report(.uncheckedKeyword("dependentSchemas", schema))
        } else if !dependent.isEmpty {
            text.add("dependentSchemas", "{" + dependent.compactMap { $0 }.joined(separator: ",") + "}")
        }
        if schema.array.unevaluatedItems != nil, schema.array.prefixItems.isEmpty {
            log.report(.uncheckedKeyword("unevaluatedItems", schema))
        }
        for constraint in schema.furtherConstraints {
            var other = ConstraintText()
            add(constraint.limits, of: constraint, to: &other)
            addApplicators(of: constraint, to: &other)
            text.add(further: other.json)
        }
    }

    private func add(_ limits: LimitKeywords, of schema: Schema, to text: inout ConstraintText) {
        for pattern in text.add(limits) { log.report(.unusedPattern(pattern, schema)) }
    }

    private func add(_ keyword: String, _ part: Schema?, of schema: Schema, to text: inout ConstraintText) {
        guard let part else { return }
        if let json = writeWhole(part) {
            text.add(keyword, json)
        } else {
            log.report(.uncheckedKeyword(keyword, schema, part: part))
        }
    }
}

extension Diagnostic {
    static func uncheckedCopy(_ schema: Schema) -> Diagnostic {
        unchecked(
            "what this demands is not checked everywhere", schema,
            hint: "validate() lets values pass it where it is used: it is large, and copies of it are too many")
    }

    /// - Parameter part: The value of the keyword.
    static func uncheckedKeyword(_ keyword: String, _ schema: Schema, part: Schema? = nil) -> Diagnostic {
        unchecked(
            "`\(keyword)` is not checked here", part ?? schema,
            hint:
                "it does not shape the type, and validate() lets every value pass it: it needs other schemas or is too large"
        )
    }

    private static func unchecked(_ message: String, _ schema: Schema, hint: String) -> Diagnostic {
        Diagnostic(
            id: "unchecked-keyword", severity: .note, message: message, mark: schema.nameMark,
            pointer: schema.id.pointer, hint: hint)
    }

    /// A pattern that `validate()` leaves out.
    static func unusedPattern(_ pattern: String, _ schema: Schema) -> Diagnostic {
        PatternSyntax.isBroken(pattern) ? .invalidPattern(pattern, schema) : .uncheckedPattern(pattern, schema)
    }

    private static func invalidPattern(_ pattern: String, _ schema: Schema) -> Diagnostic {
        Diagnostic(
            id: "invalid-pattern", severity: .warning, message: "`\(pattern)` is not a regular expression",
            mark: schema.nameMark, pointer: schema.id.pointer,
            hint: "validate() lets every text pass it; write it as ECMA-262 has it, without delimiters")
    }

    private static func uncheckedPattern(_ pattern: String, _ schema: Schema) -> Diagnostic {
        Diagnostic(
            id: "unchecked-pattern", severity: .note, message: "the pattern `\(pattern)` is not checked",
            mark: schema.nameMark, pointer: schema.id.pointer,
            hint:
                "validate() lets every text pass it: it looks ahead or behind, refers to a group, or is too large"
        )
    }
}
