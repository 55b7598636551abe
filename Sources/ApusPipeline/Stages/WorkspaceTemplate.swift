import ApusJSON
import ApusLowering
import ApusSource
import ApusSpec

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The commented `apus.yaml` that `apus init` writes.
public enum WorkspaceTemplate {
    /// Writes out the settings whose default could change with a later release or one more operation.
    ///
    /// - Returns: The path written.
    /// - Throws: ``WorkspaceProblem`` when a workspace file exists, or the folder cannot be written.
    public static func write(spec: String?, name: String?) throws(WorkspaceProblem) -> String {
        let path = Workspace.fileName
        do {
            try Data(text(spec: spec, name: name, hasNamespaces: spec.flatMap(hasNamespaces)).utf8).write(
                to: URL(filePath: path), options: .withoutOverwriting)
        } catch let error as CocoaError where error.code == .fileWriteFileExists {
            throw WorkspaceProblem("there is an \(path) already; add a client to it")
        } catch {
            throw WorkspaceProblem("cannot write \(path): \(FileFault.describe(error))")
        }
        return path
    }

    /// nil where the document has no groups to choose from, or cannot be read, which generating it reports.
    static func hasNamespaces(_ spec: String) -> Bool? {
        let client = ClientConfiguration(name: "", spec: spec, output: "")
        var pipeline = Pipeline(client: client, workspace: Workspace(folder: "", clients: []))
        guard let document = DocumentStack.run({ pipeline.readDocument() }),
            document.paths.flatMap(\.operations).contains(where: { !$0.tags.isEmpty })
        else { return nil }
        return Lowering.hasNamespaces(document)
    }

    static func text(spec: String?, name: String?, hasNamespaces: Bool? = nil) -> String {
        let spec = spec ?? "specs/example/openapi.yaml"
        let name = name ?? Self.name(from: spec)
        let optional = ConfigurationKey.all.filter { !$0.isRequired }
        let comments = optional.map { key in
            if key.name == "namespaces", let hasNamespaces {
                return "    namespaces: \(hasNamespaces ? "tags" : "none")  # \(key.documentation)\n"
            }
            return "    # \(key.name): \(example(key))  # \(key.documentation)\n"
        }
        return """
            # The clients that `apus generate` writes. Every key but name and spec has a default.
            clients:
              - name: \(JSONString.quote(name))
                spec: \(JSONString.quote(spec))

            """ + comments.joined()
    }

    /// The folder of the document, or the document itself at the root: `specs/acme/openapi.yaml` → `Acme`.
    private static func name(from spec: String) -> String {
        let parts = spec.split(separator: "/")
        let stem = parts.last.map { String($0.prefix { $0 != "." }) } ?? ""
        let word =
            parts.count > 1 && ["openapi", "swagger", "api", "index"].contains(stem.lowercased())
            ? String(parts[parts.count - 2]) : stem
        let words = word.split { !$0.isLetter && !$0.isNumber }
        let joined = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
        return joined.first?.isLetter == true ? joined : "API" + joined
    }

    private static func example(_ key: ConfigurationKey) -> String {
        switch key.kind() {
        case .text: "…"
        case .choice(let words, _): words[0]
        case .flag: "true"
        case .count: "4"
        case .list: "[]"
        case .map: "{}"
        case .rules(_, let example, _): example
        }
    }
}
