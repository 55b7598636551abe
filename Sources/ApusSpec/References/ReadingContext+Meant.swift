import ApusJSON
import ApusSource

/// References whose written target is missing, and their intended targets.
extension ReadingContext {
    /// The maximum number of such searches in one document: each visits the names of a map.
    private static let guessLimit = 1_000

    /// The intended location of a fragment, in this order: relative to the enclosing schema, in different case, with
    /// unescaped slashes, among the components of the document's own version, under any other kind of component.
    func findMeant(_ fragment: String, in start: NodeLocation, from location: NodeLocation) -> NodeLocation? {
        guard guesses < Self.guessLimit else { return nil }
        guesses += 1
        let text = JSONPointer.decodePercent(fragment)
        let tokens = text.hasPrefix("/") ? JSONPointer.split(text) : [text]
        if start.resource === location.resource, let found = findAround(tokens, from: location) { return found }
        var resources = [start.resource]
        if start.resource !== root { resources.append(root) }
        for resource in resources {
            for candidate in candidates(for: tokens, in: resource.dialect) {
                if let found = walkLoosely(candidate[...], from: resource.location) { return found }
            }
        }
        return nil
    }

    /// A name without a file: `$ref: Pet`.
    func findBareName(_ reference: ReferenceText, from location: NodeLocation) -> NodeLocation? {
        let name = reference.location
        guard reference.fragment.isEmpty, !name.isEmpty, !name.contains(where: { "/.:\\".contains($0) }),
            loader.resolveLinks(FilePath.join(FilePath.folder(of: location.resource.path), name)) == nil
        else { return nil }
        let container = JSONPointer.split(location.dialect.schemasPointer).dropLast()
        return walk(Array(container) + [name], from: location.resource.location)
    }

    // MARK: The schema around a reference

    /// The pointer of the base schema of a reference, for references that may have one: the text means another location
    /// in every schema.
    func findScope(of text: String, at location: NodeLocation) -> String? {
        guard text == "#" || text.hasPrefix("#/") else { return nil }
        let tokens = JSONPointer.split(JSONPointer.decodePercent(String(text.dropFirst())))
        let isWhole = tokens.allSatisfy(\.isEmpty)
        guard isWhole || Self.schemaKeywords.contains(tokens[0]) || rest(behindMissingName: tokens) != nil else {
            return nil
        }
        return enclosingSchema(of: location)?.pointer
    }

    /// `#`, where the file is a document and not a schema.
    func findWholeSchema(_ reference: ReferenceText, from location: NodeLocation) -> NodeLocation? {
        guard reference.location.isEmpty, reference.fragment.isEmpty || reference.fragment == "/",
            Dialect(declaredBy: location.resource.root) != nil
        else { return nil }
        return enclosingSchema(of: location)
    }

    private func findAround(_ tokens: [String], from location: NodeLocation) -> NodeLocation? {
        let steps = rest(behindMissingName: tokens) ?? (Self.schemaKeywords.contains(tokens.first ?? "") ? tokens : nil)
        guard let steps, let outer = enclosingSchema(of: location) else { return nil }
        if let found = stepDown(steps, from: outer) { return found }
        var inner = JSONPointer.split(location.pointer)
        let depth = JSONPointer.split(outer.pointer).count
        while inner.count > depth {
            if let around = stepDown(inner, from: location.resource.location), let found = stepDown(steps, from: around)
            {
                return found
            }
            inner.removeLast()
        }
        return nil
    }

    /// Does not follow references, because the reference itself may be on the way.
    private func stepDown(_ tokens: [String], from location: NodeLocation) -> NodeLocation? {
        var location = location
        for token in tokens {
            guard let next = step(token, from: location) else { return nil }
            location = next
        }
        return location
    }

    /// `/components/schemas/#/properties/a`, from tools that did not know the schema's name → `properties`, `a`.
    private func rest(behindMissingName tokens: [String]) -> [String]? {
        let container = tokens.first == "components" ? 2 : 1
        guard tokens.count > container, ["schemas", "definitions"].contains(tokens[container - 1]),
            ["", "#"].contains(tokens[container])
        else { return nil }
        return Array(tokens.dropFirst(container + 1))
    }

    private static let schemaKeywords: Set<String> = [
        "properties", "items", "allOf", "anyOf", "oneOf", "not", "additionalProperties", "patternProperties",
        "prefixItems",
        "$defs", "definitions", "dependentSchemas", "if", "then", "else", "contains",
    ]

    /// The outermost schema around a location.
    private func enclosingSchema(of location: NodeLocation) -> NodeLocation? {
        let tokens = JSONPointer.split(location.pointer)
        var count: Int?
        if tokens.starts(with: ["components", "schemas"]), tokens.count > 2 { count = 3 }
        if tokens.first == "definitions", tokens.count > 1 { count = 2 }
        if count == nil { count = tokens.firstIndex { $0 == "schema" || $0 == "itemSchema" }.map { $0 + 1 } }
        if count == nil, Dialect(declaredBy: location.resource.root) == nil { count = 0 }
        return count.flatMap { stepDown(Array(tokens.prefix($0)), from: location.resource.location) }
    }

    // MARK: Other spellings

    private func candidates(for tokens: [String], in dialect: Dialect) -> [[String]] {
        var rest = tokens[...]
        if rest.count > 1, rest.first?.lowercased().hasPrefix("component") == true { rest.removeFirst() }
        guard let word = rest.first?.lowercased() else { return [] }
        let isSwagger = dialect.version == .swagger2
        let own = Self.containers.map { isSwagger ? $0.swagger.map { [$0] } : ["components", $0.current] }
        guard let kind = Self.containers.firstIndex(where: { $0.words.contains(word) }), rest.count > 1 else {
            return [tokens] + (rest.count == 1 ? own[0].map { [$0 + rest] } ?? [] : [])
        }
        let names = Array(rest.dropFirst())
        let others = own.indices.filter { $0 != kind }.compactMap { own[$0] }
        return [tokens] + ([own[kind]].compactMap { $0 } + others).map { $0 + names }
    }

    /// The maps of components, with their names in each version and in practice.
    private static let containers: [(current: String, swagger: String?, words: Set<String>)] = [
        ("schemas", "definitions", ["schemas", "schema", "definitions", "definition", "models", "model", "$defs"]),
        ("responses", "responses", ["responses", "response"]),
        ("parameters", "parameters", ["parameters", "parameter"]),
        ("requestBodies", nil, ["requestbodies", "requestbody", "bodies"]),
        ("headers", nil, ["headers", "header"]),
        ("examples", nil, ["examples", "example"]),
        ("links", nil, ["links", "link"]),
        ("callbacks", nil, ["callbacks", "callback"]),
        ("pathItems", nil, ["pathitems", "pathitem"]),
        ("securitySchemes", "securityDefinitions", ["securityschemes", "securityscheme", "securitydefinitions"]),
    ]

    /// The maximum number of tokens that unescaped slashes may have split one key into.
    private static let joinLimit = 12

    /// Descends like ``walk(_:from:)``, and accepts keys with slashes and in different case.
    private func walkLoosely(_ tokens: ArraySlice<String>, from location: NodeLocation) -> NodeLocation? {
        guard let first = tokens.first else { return location }
        if let next = walk([first], from: location), let found = walkLoosely(tokens.dropFirst(), from: next) {
            return found
        }
        guard let mapping = location.node.mapping else { return nil }
        if tokens.count > 1 {
            for count in 2...min(tokens.count, Self.joinLimit) {
                let key = tokens.prefix(count).joined(separator: "/")
                guard let entry = mapping.entry(key) else { continue }
                let next = Member(entry: entry, owner: location).location
                if let found = walkLoosely(tokens.dropFirst(count), from: next) { return found }
            }
        }
        let word = first.lowercased()
        let alike = mapping.entries.filter { $0.key.lowercased() == word }
        guard alike.count == 1, let entry = alike.first, entry.key != first else { return nil }
        return walkLoosely(tokens.dropFirst(), from: Member(entry: entry, owner: location).location)
    }
}

extension Diagnostic {
    static func misspelledReference(
        _ text: String, found: NodeLocation, at mark: SourceMark, from location: NodeLocation
    ) -> Diagnostic {
        Diagnostic(
            id: "misspelled-reference", severity: .warning, message: "\"\(text)\" leads nowhere as written",
            mark: mark, pointer: location.pointer,
            hint: "Apus reads it as \"#\(found.pointer)\""
                + (found.resource === location.resource ? "" : " of another file")
        ).mended(
            by: found.resource === location.resource && location.node["$ref"]?.string == text
                ? Fix(location.pointer, .init("$ref", .string("#" + found.pointer))) : nil)
    }
}
