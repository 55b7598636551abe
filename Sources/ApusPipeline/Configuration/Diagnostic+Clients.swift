import ApusSource

/// Clients that one module compiles.
extension Diagnostic {
    static func collidingClients(
        _ client: ClientConfiguration, _ other: ClientConfiguration, _ target: CompilingTarget, _ node: SourceNode,
        pointer: String
    ) -> Diagnostic {
        let common =
            client.namespace.map { "both declare their types in \"\($0)\"" }
            ?? "their files and types have the same names"
        let choice =
            client.namespace == nil
            ? "`namespace: \(client.name)` declares those of \(client.name) inside of an enum of that name"
            : "choose another `namespace` for one of them"
        return collidingClients(
            "\(other.name) and \(client.name) are compiled as one module, \(target.name), and \(common)",
            hint: choice + "; or generate it into a target of its own, such as Sources/\(client.name)", at: node.mark,
            pointer: pointer)
    }

    /// - Parameters:
    ///   - other: The client that was generated before.
    ///   - mark: The beginning of the client's document.
    static func sharedNames(
        _ names: [String], of client: String, and other: String, in module: String, at mark: SourceMark?
    ) -> Diagnostic {
        let rest = names.count > 3 ? ", and \(names.count - 3) more" : ""
        let listed = names.prefix(3).joined(separator: ", ")
        return collidingClients(
            "\(other) and \(client) are compiled as one module, \(module), and both declare \(listed)\(rest)",
            hint: """
                an apus.yaml beside the document with `namespace: \(client)` declares those of \(client) inside of an enum of that name; or \
                move the document to a target of its own
                """, at: mark, pointer: nil)
    }

    private static func collidingClients(
        _ message: String, hint: String, at mark: SourceMark?, pointer: String?
    ) -> Diagnostic {
        Diagnostic(
            id: "colliding-clients", severity: .error, message: message, mark: mark, pointer: pointer, hint: hint)
    }
}
