import ApusModel
import ApusSource
import ApusSpec

/// Groups of operations as properties of the client, in document order.
extension Lowerer {
    func lowerNamespaces(in model: inout APIModel) {
        let selection = Selection(include: options.include, exclude: options.exclude)
        let operations = document.paths.flatMap(\.operations).filter(selection.contains)
        let tags = Dictionary(document.tags.map { (SourceKey($0.name), $0) }) { first, _ in first }
        var places: [SourceKey: Int] = [:]
        for (place, operation) in operations.enumerated() where model.operations.indices.contains(place) {
            guard let group = findGroup(of: operation, id: model.operations[place].id) else { continue }
            let key = SourceKey(group)
            if places[key] == nil {
                places[key] = model.namespaces.count
                model.namespaces.append(lowerNamespace(group, tags[key]))
            }
            model.operations[place].namespace = places[key]
        }
    }

    private func lowerNamespace(_ group: String, _ tag: Tag?) -> NamespaceDecl {
        let name = options.rename[group] ?? group
        var doc = Lowerer.makeDoc(summary: tag?.summary, documentation: tag?.documentation)
        if doc.summary == nil { doc.summary = "Operations of \(group)." }
        return NamespaceDecl(group: group, typeName: name, name: name, doc: doc)
    }
}
