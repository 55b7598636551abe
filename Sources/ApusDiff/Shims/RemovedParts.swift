import ApusJSON
import ApusModel
import ApusSource
import ApusSpec

/// The operations of the previous document that the new one lacks, and the components that these refer to or that are types of their own.
/// Two trees contain them, both to be read in place of the new document, so that references lead to the new document's components where it has them.
struct RemovedParts {
    /// The new document with the removed components.
    let components: SourceNode
    /// ``components`` with the removed operations as its only paths.
    let operations: SourceNode
    /// The locations of the schemas that became types of their own.
    let types: [String]

    /// nil where nothing was removed, and where the documents are of two versions of OpenAPI, because keywords of one have other meanings in the other.
    ///
    /// - Parameter comparison: Its operations and types are matched.
    init?(_ comparison: Comparison, old: SourceNode, new: SourceNode) {
        guard comparison.old.document.version == comparison.new.document.version else { return nil }
        let operations = RemovedOperations(comparison, root: old)
        var components = RemovedComponents(comparison, old: old, new: new)
        components.addTypes()
        components.addTargets(of: operations.paths)
        guard !components.isEmpty || !operations.isEmpty else { return nil }
        types = components.types
        self.components = components.insert(into: new)
        self.operations = self.components.setting("paths", to: components.redirect(operations.paths))
    }
}

/// The operations without a partner, as Path Item Objects that have nothing but operations.
private struct RemovedOperations {
    let paths: SourceNode
    let isEmpty: Bool

    init(_ comparison: Comparison, root: SourceNode) {
        let kept = Set(comparison.operations.map(\.old.id))
        let side = comparison.old
        var items: [(path: String, item: SourceNode)] = []
        var indexes: [SourceKey: Int] = [:]
        for decl in side.model.operations where !kept.contains(decl.id) {
            guard let operation = side.operation(decl), operation.mark.file == side.root else { continue }
            let tokens = JSONPointer.split(operation.pointer)
            let method = tokens.suffix(tokens.dropLast().last == "additionalOperations" ? 2 : 1)
            guard let node = root.find(tokens), let item = root.find(tokens.dropLast(method.count)) else { continue }
            let whole = complete(node, of: item, root, named: decl.methodName)
            let key = SourceKey(operation.documentedPath)
            if let index = indexes[key] {
                items[index].item = items[index].item.adding(whole, at: Array(method))
            } else {
                indexes[key] = items.count
                let empty = SourceNode(.mapping(SourceMapping()), mark: item.mark)
                items.append((operation.documentedPath, empty.adding(whole, at: Array(method))))
            }
        }
        isEmpty = items.isEmpty
        let entries = items.map { SourceMapping.Entry(key: $0.path, keyMark: $0.item.mark, value: $0.item) }
        paths = SourceNode(.mapping(SourceMapping(entries)), mark: root.mark)
    }
}

/// The operation as a deprecated one, with all that it has from its path item and from the root of a Swagger 2.0 document.
private func complete(_ node: SourceNode, of item: SourceNode, _ root: SourceNode, named name: String) -> SourceNode {
    var node = node
    for key in ["summary", "description", "servers"] where node[key] == nil {
        if let value = item[key] { node = node.setting(key, to: value) }
    }
    for key in ["consumes", "produces", "schemes"] where node[key] == nil {
        if let value = root[key] { node = node.setting(key, to: value) }
    }
    let own = node["parameters"]?.sequence ?? []
    let names = own.map { parameterName($0, root) }
    let shared = (item["parameters"]?.sequence ?? []).filter { parameter in
        let name = parameterName(parameter, root)
        return !names.contains { $0.isEqual(to: name) }
    }
    if !shared.isEmpty {
        node = node.setting("parameters", to: SourceNode(.sequence(shared + own), mark: node.mark))
    }
    return node.deprecated(Comparison.removed(operation: name))
}

/// The name and location of a Parameter Object, which identify it, or the reference where it leads out of the file.
private func parameterName(_ parameter: SourceNode, _ root: SourceNode) -> SourceNode {
    var parameter = parameter
    if let target = parameter["$ref"]?.string {
        guard let tokens = LocalReference.split(target), let found = root.find(tokens) else { return parameter }
        parameter = found
    }
    let parts = [parameter["name"], parameter["in"]].compactMap(\.self)
    return SourceNode(.sequence(parts), mark: parameter.mark)
}
