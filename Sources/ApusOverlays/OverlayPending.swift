import ApusSource

/// Collected changes to single locations, so that many actions rebuild the document once.
final class OverlayPending {
    /// The change at a location.
    enum Change {
        case removed
        case replaced(SourceNode)
    }

    /// The result of searching a location.
    enum Found {
        case nothing
        /// A change of the location itself.
        case change(Change)
        /// A change above or below the location, so that the document must be rebuilt before the next query.
        case beside
    }

    private var change: Change?
    private var children: [JSONPathLocation.Step: OverlayPending] = [:]

    var isEmpty: Bool {
        change == nil && children.isEmpty
    }

    func find(_ steps: [JSONPathLocation.Step]) -> Found {
        var node = self
        for step in steps {
            if node.change != nil { return .beside }
            guard let next = node.children[step] else { return .nothing }
            node = next
        }
        if let change = node.change { return .change(change) }
        return node.children.isEmpty ? .nothing : .beside
    }

    func set(_ change: Change, at steps: [JSONPathLocation.Step]) {
        var node = self
        for step in steps {
            let next = node.children[step] ?? OverlayPending()
            node.children[step] = next
            node = next
        }
        node.change = change
    }

    /// The document with all changes; nil if it is removed.
    /// - Parameter cost: Increased by the number of written members and elements.
    func apply(to node: SourceNode, cost: inout Int) -> SourceNode? {
        switch change {
        case .removed: return nil
        case .replaced(let value): return value
        case nil: break
        }
        if children.isEmpty { return node }
        switch node.content {
        case .sequence(let items):
            cost += items.count
            var changed: [SourceNode] = []
            for (index, item) in items.enumerated() {
                guard let edit = children[.index(index)] else {
                    changed.append(item)
                    continue
                }
                if let value = edit.apply(to: item, cost: &cost) { changed.append(value) }
            }
            return SourceNode(.sequence(changed), mark: node.mark)
        case .mapping(let mapping):
            cost += mapping.count
            var changed: [SourceMapping.Entry] = []
            for entry in mapping.entries {
                guard let edit = children[.key(entry.key)] else {
                    changed.append(entry)
                    continue
                }
                guard let value = edit.apply(to: entry.value, cost: &cost) else { continue }
                changed.append(SourceMapping.Entry(key: entry.key, keyMark: entry.keyMark, value: value))
            }
            return SourceNode(.mapping(SourceMapping(changed)), mark: node.mark)
        case .null, .boolean, .number, .string: return node
        }
    }
}
