import ApusJSON
import ApusLowering
import ApusSource

/// `openapi-generator-config.yaml`, the configuration of Swift OpenAPI Generator beside a document. A key with a counterpart in Apus is
/// applied, each other one is a finding.
enum GeneratorConfig {
    /// - Throws: `SourceError` when the file cannot be read.
    static func apply(
        _ path: String, to client: inout ClientConfiguration, files: SourceFiles, diagnostics: inout Diagnostics
    ) throws(SourceError) {
        let file = try files.load(path)
        let root = try files.parse(file, diagnostics: &diagnostics)
        client.settingsFiles.append(SettingsFile(path: path, bytes: files.bytes(of: file), pointers: pointers))
        apply(root, into: &client)
        check(root, &diagnostics)
        for entry in root.mapping?.entries ?? [] {
            for finding in missing(entry) { diagnostics.report(finding) }
        }
    }

    /// The pointers of the settings that ``apply(_:into:)`` reads.
    private static let pointers: [Setting.Key: [String]] = [
        .rename: ["/nameOverrides"], .types: ["/typeOverrides/schemas"],
        .include: ["/filter/operations", "/filter/paths", "/filter/tags"],
    ]

    private static func apply(_ root: SourceNode, into client: inout ClientConfiguration) {
        // The default of the other generator; Apus's own is public.
        client.access = root["accessModifier"]?.string.flatMap(ClientConfiguration.Access.init) ?? .internal
        client.imports += texts(root["additionalImports"])
        client.rename.merge(pairs(root["nameOverrides"])) { $1 }
        client.types.merge(pairs(root["typeOverrides"]?["schemas"])) { $1 }
        let filter = root["filter"]
        client.selection.include +=
            texts(filter?["operations"]) + texts(filter?["paths"]) + texts(filter?["tags"]).map { "tag:" + $0 }
    }

    /// Imports and types become code unchanged.
    private static func check(_ root: SourceNode, _ diagnostics: inout Diagnostics) {
        if let access = root["accessModifier"], access.string.flatMap(ClientConfiguration.Access.init) == nil {
            let words = ClientConfiguration.Access.allCases.map(\.rawValue).joined(separator: ", ")
            diagnostics.report(
                .wrongValue("accessModifier", expected: "one of " + words, found: access, pointer: "/accessModifier"))
        }
        let imports = (root["additionalImports"]?.sequence ?? []).enumerated().map {
            (value: $1, pointer: "/additionalImports/\($0)", words: ConfigurationKey.ValidTexts.modules)
        }
        let types = (root["typeOverrides"]?["schemas"]?.mapping?.entries ?? []).map {
            (
                value: $0.value, pointer: "/typeOverrides/schemas/" + JSONPointer.escape($0.key),
                words: ConfigurationKey.ValidTexts.types
            )
        }
        for (value, pointer, words) in imports + types {
            guard let text = value.string, !words.accept(text) else { continue }
            diagnostics.report(.wrongValue("it", expected: words.expected, found: value, pointer: pointer))
        }
    }

    /// The findings about one key of the file, which have the locations of settings without a counterpart.
    private static func missing(_ entry: SourceMapping.Entry) -> [Diagnostic] {
        let pointer = "/" + JSONPointer.escape(entry.key)
        func finding(_ what: String, _ advice: String, at entry: SourceMapping.Entry, _ pointer: String) -> Diagnostic {
            .withoutCounterpart(what, advice, mark: entry.keyMark, pointer: pointer)
        }
        switch entry.key {
        case "accessModifier", "additionalImports", "nameOverrides": return []
        case "generate": return missing(generate: entry)
        case "filter", "typeOverrides":
            let known = entry.key == "filter" ? ["operations", "paths", "tags"] : ["schemas"]
            return (entry.value.mapping?.entries ?? []).filter { !known.contains($0.key) }.map { inner in
                let advice =
                    inner.key == "schemas"
                    ? "Apus generates the schemas that the chosen operations reach; with an apus.yaml, keepUnusedTypes generates all"
                    : "Apus applies \(known.joined(separator: ", ")) of it"
                return finding(
                    "\(entry.key).\(inner.key)", advice, at: inner, pointer + "/" + JSONPointer.escape(inner.key))
            }
        case "namingStrategy":
            if entry.value.string == "idiomatic" { return [] }
            return [finding("namingStrategy", "names are Swift's own; nameOverrides gives others", at: entry, pointer)]
        case "additionalFileComments":
            return [
                finding(
                    entry.key, "with an apus.yaml, a template of yours prints what a file begins with", at: entry,
                    pointer)
            ]
        case "featureFlags":
            if entry.value.sequence?.isEmpty == true { return [] }
            return [
                finding(
                    entry.key, "they choose between ways of the other generator; remove the key", at: entry, pointer)
            ]
        default: return [finding(entry.key, "Apus does not know this key; remove it", at: entry, pointer)]
        }
    }

    private static func missing(generate entry: SourceMapping.Entry) -> [Diagnostic] {
        let items = entry.value.sequence ?? []
        let foreign = items.enumerated().filter { !["types", "client"].contains($0.element.string) }.map {
            index, item in
            Diagnostic.withoutCounterpart(
                "generate: \(item.string ?? item.kindName)", "Apus generates clients with their types", mark: item.mark,
                pointer: "/generate/\(index)")
        }
        let words = items.compactMap(\.string)
        guard words.contains("types"), !words.contains("client") else { return foreign }
        return foreign + [
            .withoutCounterpart(
                "generate without client", "the types come with a client, whose calls need not be used",
                mark: entry.keyMark, pointer: "/generate")
        ]
    }

    private static func texts(_ node: SourceNode?) -> [String] {
        node?.sequence?.compactMap(\.string) ?? []
    }

    private static func pairs(_ node: SourceNode?) -> [String: String] {
        var pairs: [String: String] = [:]
        for entry in node?.mapping?.entries ?? [] { pairs[entry.key] = entry.value.string }
        return pairs
    }
}

extension Diagnostic {
    fileprivate static func withoutCounterpart(
        _ what: String, _ advice: String, mark: SourceMark, pointer: String
    ) -> Diagnostic {
        Diagnostic(
            id: "foreign-configuration", severity: .warning, message: "\"\(what)\" has no counterpart in Apus",
            mark: mark,
            pointer: pointer, hint: "Apus goes on without it: " + advice)
    }
}
