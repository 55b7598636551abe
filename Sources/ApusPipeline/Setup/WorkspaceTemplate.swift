/// The text that `apus init` writes: a whole `apus.yaml`, or one more client of it.
struct WorkspaceTemplate {
    var name = "Example"
    var spec = "specs/example/openapi.yaml"
    /// nil: the default.
    var output: String?
    /// Written out, because the default depends on the number of operations; nil where the document has no groups.
    var hasNamespaces: Bool?
    var proposals: [Proposal] = []

    /// A workspace file in which every key is, those with a default as comments.
    var workspace: String {
        """
        # The clients that `apus generate` writes. Every key but name and spec has a default.
        clients:

        """ + client(indent: 2, isComplete: true)
    }

    /// A client in a list whose dashes are at a column.
    ///
    /// - Parameter isComplete: Whether the keys that the client does not set are comments.
    func client(indent: Int, isComplete: Bool) -> String {
        let dash = String(repeating: " ", count: indent)
        let margin = dash + "  "
        var text = "\(dash)- name: \(YAMLScalar.quoted(name))\n\(margin)spec: \(YAMLScalar.quoted(spec))\n"
        for key in ConfigurationKey.all where !key.isRequired {
            if let value = value(of: key.name) {
                text += "\(margin)\(key.name): \(value)" + (isComplete ? "  # \(key.documentation)\n" : "\n")
            } else if let proposal = proposals.first(where: { $0.key == key.name }) {
                text += proposal.text(indent: margin)
            } else if isComplete {
                text += "\(margin)# \(key.name): \(Self.example(key))  # \(key.documentation)\n"
            }
        }
        return text
    }

    private func value(of key: String) -> String? {
        switch key {
        case "output": output.map(YAMLScalar.quoted)
        case "namespaces": hasNamespaces.map { $0 ? "tags" : "none" }
        default: nil
        }
    }

    private static func example(_ key: ConfigurationKey) -> String {
        switch key.kind() {
        case .text(.modules, _): "Models"
        case .text(.addresses, _): "https://example.com/openapi.yaml"
        case .text(.namespaces, _): "Acme"
        case .text where key.name == "examples": "Generated/Examples"
        case .text: "…"
        case .choice(let words, _): words[0]
        case .flag: "true"
        case .count: "4"
        case .list: key.standard ?? "[]"
        case .map, .lists: "{}"
        case .rules(_, let example, _): example
        }
    }
}
