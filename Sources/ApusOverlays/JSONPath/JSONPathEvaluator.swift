import ApusRegexp
import ApusSource

/// Selects nodes (RFC 9535 sections 2.3 and 2.5).
struct JSONPathEvaluator {
    let root: SourceNode
    /// Compiled patterns of `match` and `search`; nil for invalid ones, which match nothing (section 2.4.6).
    var patterns: [SourceKey: LinearRegexp?] = [:]

    var patience: JSONPathPatience

    init(root: SourceNode, patience: JSONPathPatience) {
        self.root = root
        self.patience = patience
    }

    mutating func apply(_ segments: [JSONPathSegment], to start: [JSONPathNode]) -> [JSONPathNode] {
        var nodes = start
        for segment in segments {
            var selected: [JSONPathNode] = []
            for node in nodes {
                let visited = segment.isDescendant ? listDescendants(of: node) : [node]
                patience.spend(visited.count)
                for visitedNode in visited {
                    for selector in segment.selectors {
                        if patience.isExhausted { return [] }
                        let count = selected.count
                        select(selector, of: visitedNode, into: &selected)
                        patience.spend(1 + selected.count - count)
                        patience.check(selected: selected.count)
                    }
                }
            }
            nodes = selected
        }
        return nodes
    }

    /// The node itself first, then everything below it, parents before children.
    private func listDescendants(of node: JSONPathNode) -> [JSONPathNode] {
        var found: [JSONPathNode] = []
        var waiting = [node]
        while let next = waiting.popLast() {
            found.append(next)
            waiting.append(contentsOf: listChildren(of: next).reversed())
        }
        return found
    }

    private func listChildren(of node: JSONPathNode) -> [JSONPathNode] {
        switch node.value.content {
        case .mapping(let mapping): mapping.entries.map { node.child($0.key, $0.value) }
        case .sequence(let items): items.enumerated().map { node.child($0, $1) }
        case .null, .boolean, .number, .string: []
        }
    }

    private mutating func select(
        _ selector: JSONPathSelector, of node: JSONPathNode, into selected: inout [JSONPathNode]
    ) {
        switch selector {
        case .name(let name): if let value = node.value[name] { selected.append(node.child(name, value)) }
        case .wildcard: selected += listChildren(of: node)
        case .index(let index): selectIndex(index, of: node, into: &selected)
        case .slice(let start, let end, let step): selectSlice(start, end, step, of: node, into: &selected)
        case .filter(let condition):
            let children = listChildren(of: node)
            patience.spend(children.count)
            for child in children where !patience.isExhausted && holds(condition, for: child.value) {
                selected.append(child)
            }
        }
    }

    private func selectIndex(_ index: Int, of node: JSONPathNode, into selected: inout [JSONPathNode]) {
        guard let items = node.value.sequence else { return }
        let position = index < 0 ? items.count + index : index
        if items.indices.contains(position) { selected.append(node.child(position, items[position])) }
    }

    /// Section 2.3.4.2.2; a step of zero selects nothing.
    private func selectSlice(
        _ start: Int?, _ end: Int?, _ step: Int, of node: JSONPathNode, into selected: inout [JSONPathNode]
    ) {
        guard let items = node.value.sequence, step != 0 else { return }
        let count = items.count
        func normalize(_ index: Int) -> Int { index < 0 ? count + index : index }
        if step > 0 {
            let lower = min(max(normalize(start ?? 0), 0), count)
            let upper = min(max(normalize(end ?? count), 0), count)
            for position in Swift.stride(from: lower, to: upper, by: step) {
                selected.append(node.child(position, items[position]))
            }
        } else {
            let upper = min(max(start.map(normalize) ?? count - 1, -1), count - 1)
            let lower = min(max(end.map(normalize) ?? -1, -1), count - 1)
            for position in Swift.stride(from: upper, to: lower, by: step) {
                selected.append(node.child(position, items[position]))
            }
        }
    }
}
