import ApusModel
import ApusSource
public import ApusSpec

/// Groups of operations as properties of the client, in document order.
extension Lowerer {
    /// The setting of the configuration; without one, the size of the document decides, with a finding.
    func needsNamespaces() -> Bool {
        if let choice = options.hasNamespaces { return choice }
        guard Lowering.hasNamespaces(document, groups: options.groups) else { return false }
        log.report(.defaultNamespaces(of: document))
        return true
    }

    func lowerNamespaces(in model: inout APIModel) {
        let operations = selection.operations(in: document)
        let tags = Dictionary(document.tags.map { (SourceKey($0.name), $0) }) { first, _ in first }
        var ids: [SourceKey: DeclID<NamespaceDecl>] = [:]
        for (index, operation) in operations.enumerated() where model.operations.indices.contains(index) {
            guard let group = findGroup(of: operation) else { continue }
            let key = SourceKey(group)
            let id = ids[key] ?? model.namespaces.add(lowerNamespace(group, tags[key]))
            ids[key] = id
            model.operations[index].namespace = id
        }
    }

    private func lowerNamespace(_ group: String, _ tag: Tag?) -> NamespaceDecl {
        let name = settings.name(of: group) ?? group
        var doc = Lowerer.makeDoc(summary: tag?.summary, documentation: tag?.documentation)
        if doc.summary == nil { doc.summary = "The operations of \(group)." }
        return NamespaceDecl(group: group, typeName: name, name: name, doc: doc)
    }
}

extension Lowering {
    /// Operations that a client has at most before its groups become parts of it.
    private static let flatLimit = 30

    /// Whether groups are parts of the client where nothing else is said: in documents with more than one group and more than 30 operations.
    /// The whole document counts, so that what is selected of it does not matter.
    ///
    /// - Parameter groups: As ``LoweringOptions/groups``.
    public static func hasNamespaces(_ document: Document, groups: [String: String] = [:]) -> Bool {
        let operations = document.paths.flatMap(\.operations)
        guard operations.count > flatLimit else { return false }
        return Set(operations.compactMap { findGroup(of: $0, groups: groups).map(SourceKey.init) }).count > 1
    }

    /// The group that the configuration or the document names, otherwise the first tag.
    static func findGroup(of operation: Operation, groups: [String: String]) -> String? {
        groups[operation.id] ?? NamingExtensions.name(.group, in: operation.extensions) ?? operation.tags.first
    }
}

extension Diagnostic {
    fileprivate static func defaultNamespaces(of document: Document) -> Diagnostic {
        let count = document.paths.reduce(0) { $0 + $1.operations.count }
        return Diagnostic(
            id: "default-namespaces", severity: .note,
            message: "the groups of the \(count) operations are parts of the client",
            mark: SourceMark(file: document.root, offset: 0), pointer: "",
            hint:
                "`namespaces: tags` in apus.yaml keeps it so when operations go, `namespaces: none` makes all methods the client's own"
        )
    }
}
