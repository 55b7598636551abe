import ApusModel
import ApusSource
import ApusSpec

/// Groups of operations as parts of the client, in the order in which the document comes to them.
extension Lowerer {
    func lowerNamespaces(in model: inout APIModel) {
        let selection = Selection(include: options.include, exclude: options.exclude)
        let operations = document.paths.flatMap(\.operations).filter(selection.contains)
        var places: [String: Int] = [:]
        for (place, operation) in operations.enumerated() where model.operations.indices.contains(place) {
            guard let group = findGroup(of: operation, id: model.operations[place].id) else { continue }
            if places[group] == nil {
                places[group] = model.namespaces.count
                model.namespaces.append(lowerNamespace(group))
            }
            model.operations[place].namespace = places[group]
        }
    }

    private func lowerNamespace(_ group: String) -> NamespaceDecl {
        let tag = document.tags.first { $0.name == group }
        let name = options.rename[group] ?? group
        var doc = Lowerer.makeDoc(summary: tag?.summary, documentation: tag?.documentation)
        if doc.summary == nil { doc.summary = "Operations of \(group)." }
        return NamespaceDecl(group: group, typeName: name, name: name, doc: doc)
    }
}
