import ApusJSON
import ApusSource

/// Changes of objects of a tree, made in one walk: inner ones first.
final class TreeEdits {
    private var children: [SourceKey: TreeEdits] = [:]
    private var changes: [(SourceNode) -> SourceNode] = []

    func add(_ tokens: [String], _ change: @escaping (SourceNode) -> SourceNode) {
        var edits = self
        for token in tokens {
            let key = SourceKey(token)
            let next = edits.children[key] ?? TreeEdits()
            edits.children[key] = next
            edits = next
        }
        edits.changes.append(change)
    }

    func apply(to node: SourceNode) -> SourceNode {
        let inner = children.isEmpty ? node : applyToParts(of: node)
        return changes.reduce(inner) { $1($0) }
    }

    private func applyToParts(of node: SourceNode) -> SourceNode {
        switch node.content {
        case .mapping(let mapping):
            let entries = mapping.entries.map { entry in
                let value = children[SourceKey(entry.key)]?.apply(to: entry.value) ?? entry.value
                return SourceMapping.Entry(key: entry.key, keyMark: entry.keyMark, value: value)
            }
            return SourceNode(.mapping(SourceMapping(entries)), mark: node.mark)
        case .sequence(let items):
            let changed = items.enumerated().map { children[SourceKey("\($0)")]?.apply(to: $1) ?? $1 }
            return SourceNode(.sequence(changed), mark: node.mark)
        case .null, .boolean, .number, .string: return node
        }
    }
}

extension SourceNode {
    /// The tokens of a pointer with local references on the way followed; nil where it leads to nothing.
    func follow(_ tokens: [String]) -> [String]? {
        var tokens = tokens
        for _ in 0..<32 {
            guard let step = step(along: tokens) else { return nil }
            guard let jump = step else { return tokens }
            tokens = jump
        }
        return nil
    }

    /// The tokens after the first reference; an inner nil where there is none.
    private func step(along tokens: [String]) -> [String]?? {
        var node = self
        for (index, token) in tokens.enumerated() {
            if let target = node.localReference { return .some(target + tokens[index...]) }
            guard let next = node.part(token) else { return .none }
            node = next
        }
        return .some(node.localReference)
    }

    private var localReference: [String]? {
        guard let text = self["$ref"]?.string, text.utf8.starts(with: "#/".utf8) else { return nil }
        return JSONPointer.split(JSONPointer.decodePercent(String(text.dropFirst())))
    }

    func part(_ token: String) -> SourceNode? {
        if let mapping { return mapping[token] }
        return sequence.flatMap { items in Int(token).flatMap { items.indices.contains($0) ? items[$0] : nil } }
    }

    func setting(_ key: String, _ value: SourceNode) -> SourceNode {
        var entries = mapping?.entries ?? []
        let entry = SourceMapping.Entry(key: key, keyMark: mark, value: value)
        if let index = entries.firstIndex(where: { SourceKey.areSame($0.key, key) }) {
            entries[index] = entry
        } else {
            entries.append(entry)
        }
        return SourceNode(.mapping(SourceMapping(entries)), mark: mark)
    }

    func removing(_ keys: String...) -> SourceNode {
        let entries = (mapping?.entries ?? []).filter { entry in !keys.contains { SourceKey.areSame($0, entry.key) } }
        return SourceNode(.mapping(SourceMapping(entries)), mark: mark)
    }

    func appending(_ value: SourceNode, to key: String) -> SourceNode {
        setting(key, SourceNode(.sequence((self[key]?.sequence ?? []) + [value]), mark: mark))
    }

    func text(_ text: String) -> SourceNode { SourceNode(.string(text), mark: mark) }

    func flag(_ flag: Bool) -> SourceNode { SourceNode(.boolean(flag), mark: mark) }

    var empty: SourceNode { SourceNode(.mapping(SourceMapping()), mark: mark) }
}
