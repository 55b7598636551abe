import ApusSource

/// The selected locations of a document as a separate tree, so that one walk rebuilds the nodes above them and shares
/// the rest. Its depth is at most the document's, which is bounded.
final class OverlayEdit {
    private(set) var isTarget = false
    private var children: [JSONPathLocation.Step: OverlayEdit] = [:]
    /// The number of different locations in this subtree; a query may select one location several times.
    private(set) var count = 0

    /// The number of written members and elements in this subtree.
    var written: Int {
        children.values.reduce(own) { $0 + $1.written }
    }

    private var own = 0

    private init() {}

    init(targets: [JSONPathNode]) {
        for target in targets { insert(target.steps) }
    }

    private func insert(_ steps: [JSONPathLocation.Step]) {
        var path = [self]
        for step in steps {
            let last = path[path.count - 1]
            let next = last.children[step] ?? OverlayEdit()
            last.children[step] = next
            path.append(next)
        }
        guard let target = path.last, !target.isTarget else { return }
        target.isTarget = true
        for edit in path { edit.count += 1 }
    }

    func removeTargets(from node: SourceNode) -> SourceNode {
        rebuild(node) { child, edit in edit.isTarget ? nil : edit.removeTargets(from: child) }
    }

    /// Parents before children, as the query selects them.
    func mergeTargets(of node: SourceNode, with merger: inout OverlayMerger) -> SourceNode {
        let merged = isTarget ? merger.merge(into: node) : node
        return rebuild(merged) { child, edit in edit.mergeTargets(of: child, with: &merger) }
    }

    private func rebuild(_ node: SourceNode, _ change: (SourceNode, OverlayEdit) -> SourceNode?) -> SourceNode {
        if children.isEmpty { return node }
        switch node.content {
        case .sequence(let items):
            own = items.count
            let changed = items.enumerated().compactMap { index, item in
                children[.index(index)].map { change(item, $0) } ?? item
            }
            return SourceNode(.sequence(changed), mark: node.mark)
        case .mapping(let mapping):
            own = mapping.count
            let changed = mapping.entries.compactMap { entry in
                guard let edit = children[.key(entry.key)] else { return Optional(entry) }
                return change(entry.value, edit).map {
                    SourceMapping.Entry(key: entry.key, keyMark: entry.keyMark, value: $0)
                }
            }
            return SourceNode(.mapping(SourceMapping(changed)), mark: node.mark)
        case .null, .boolean, .number, .string: return node
        }
    }
}
