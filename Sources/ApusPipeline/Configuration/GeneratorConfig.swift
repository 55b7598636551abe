import ApusJSON
import ApusSource

/// `openapi-generator-config.yaml`, the configuration of Swift OpenAPI Generator next to the document. Keys with equal
/// meaning are honored; the others concern code that Apus does not generate and are ignored.
enum GeneratorConfig {
    static func apply(_ path: String, to client: inout ClientConfiguration) throws(WorkspaceProblem) {
        let files = SourceFiles()
        var diagnostics = Diagnostics()
        do throws(SourceError) {
            let root = try files.parse(try files.load(path), diagnostics: &diagnostics)
            apply(root, into: &client)
            check(root, &diagnostics)
        } catch {
            diagnostics.merge(error)
        }
        if diagnostics.hasErrors { throw WorkspaceProblem(diagnostics, files: files) }
    }

    private static func apply(_ root: SourceNode, into client: inout ClientConfiguration) {
        if let access = root["accessModifier"]?.string.flatMap(ClientConfiguration.Access.init) {
            client.access = access
        }
        client.imports += texts(root["additionalImports"])
        client.rename.merge(pairs(root["nameOverrides"])) { $1 }
        client.types.merge(pairs(root["typeOverrides"]?["schemas"])) { $1 }
        let filter = root["filter"]
        client.selection.include +=
            texts(filter?["operations"]) + texts(filter?["paths"]) + texts(filter?["tags"]).map { "tag:" + $0 }
    }

    /// Imports and types become code unchanged.
    private static func check(_ root: SourceNode, _ diagnostics: inout Diagnostics) {
        let imports = (root["additionalImports"]?.sequence ?? []).enumerated().map {
            (value: $1, pointer: "/additionalImports/\($0)", words: ConfigurationKey.Words.modules)
        }
        let types = (root["typeOverrides"]?["schemas"]?.mapping?.entries ?? []).map {
            (
                value: $0.value, pointer: "/typeOverrides/schemas/" + JSONPointer.escape($0.key),
                words: ConfigurationKey.Words.types
            )
        }
        for (value, pointer, words) in imports + types {
            guard let text = value.string, !words.accept(text) else { continue }
            diagnostics.report(.wrongValue("it", expected: words.expected, found: value, pointer: pointer))
        }
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
