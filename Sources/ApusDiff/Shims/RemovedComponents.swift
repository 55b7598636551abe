import ApusJSON
import ApusModel
import ApusSource

/// The components that removed operations need, and schemas that became types of their own.
struct RemovedComponents {
    private let old: SourceNode
    private let new: SourceNode
    private let comparison: Comparison
    /// The locations of the schemas whose types have no partner.
    private let lost: Set<SourceKey>
    /// The location of each renamed schema to that in the new document.
    private let moved: [SourceKey: String]
    /// The locations of the schemas that became types of their own.
    private(set) var types: [String] = []
    private var found: [(path: [String], node: SourceNode)] = []
    private var seen: Set<SourceKey> = []

    init(_ comparison: Comparison, old: SourceNode, new: SourceNode) {
        self.comparison = comparison
        self.old = old
        self.new = new
        var lost: Set<SourceKey> = []
        var moved: [SourceKey: String] = [:]
        for id in comparison.old.order {
            let location = comparison.old.location(of: id)
            guard let partner = comparison.types.newOf[id] else {
                lost.insert(SourceKey(location))
                continue
            }
            let target = comparison.new.location(of: partner)
            if target != location { moved[SourceKey(location)] = target }
        }
        self.lost = lost
        self.moved = moved
    }

    var isEmpty: Bool { found.isEmpty }

    /// Adds the schemas of the document that became types and are not in the new one, as deprecated ones.
    mutating func addTypes() {
        for section in [["components", "schemas"], ["definitions"]] {
            for entry in old.find(section)?.mapping?.entries ?? [] {
                let path = section + [entry.key]
                guard new.find(path) == nil, lost.contains(SourceKey(LocalReference.join(path))) else { continue }
                let node = entry.value.deprecated(Comparison.removed(type: entry.key))
                types.append(LocalReference.join(path))
                if add(path, node) { addTargets(of: node) }
            }
        }
    }

    /// Adds what a tree refers to and the new document lacks, and what that refers to.
    mutating func addTargets(of root: SourceNode) {
        var pending = [root]
        while let node = pending.popLast() {
            switch node.content {
            case .sequence(let items): pending += items
            case .mapping(let mapping):
                for target in LocalReference.targets(of: mapping) where moved[SourceKey(target)] == nil {
                    guard let tokens = LocalReference.split(target), let path = LocalReference.component(tokens),
                        new.find(path) == nil, let component = old.find(path)
                    else { continue }
                    if add(path, component) { pending.append(component) }
                }
                pending += mapping.entries.map(\.value)
            default: continue
            }
        }
    }

    /// - Returns: False where the component was added before.
    private mutating func add(_ path: [String], _ node: SourceNode) -> Bool {
        guard seen.insert(SourceKey(LocalReference.join(path))).inserted else { return false }
        found.append((path, node))
        return true
    }

    /// The document with the components at their places.
    func insert(into root: SourceNode) -> SourceNode {
        var sections: [(path: [String], entries: [SourceMapping.Entry])] = []
        for (path, node) in found {
            let entry = SourceMapping.Entry(key: path[path.count - 1], keyMark: node.mark, value: redirect(node))
            let section = Array(path.dropLast())
            if let index = sections.firstIndex(where: { $0.path == section }) {
                sections[index].entries.append(entry)
            } else {
                sections.append((section, [entry]))
            }
        }
        return sections.reduce(root) { $0.adding($1.entries, to: $1.path) }
    }

    /// The tree with references to renamed schemas as references to their new names. As deep as the reader's limit on nesting, which fits the stack.
    func redirect(_ node: SourceNode) -> SourceNode {
        guard !moved.isEmpty else { return node }
        switch node.content {
        case .sequence(let items): return SourceNode(.sequence(items.map(redirect)), mark: node.mark)
        case .mapping(let mapping):
            return SourceNode(
                .mapping(
                    mapping.mapValues { key, value in
                        switch key {
                        case "$ref": follow(value)
                        case "discriminator": redirectMapping(of: value)
                        default: redirect(value)
                        }
                    }), mark: node.mark)
        default: return node
        }
    }

    /// A Discriminator Object, whose `mapping` has references as values.
    private func redirectMapping(of discriminator: SourceNode) -> SourceNode {
        guard let mapping = discriminator["mapping"]?.mapping else { return discriminator }
        let values = SourceNode(.mapping(mapping.mapValues { follow($1) }), mark: discriminator.mark)
        return discriminator.setting("mapping", to: values)
    }

    /// A reference to a renamed schema as one to its new name; any other value as it is.
    private func follow(_ reference: SourceNode) -> SourceNode {
        reference.string.flatMap { moved[SourceKey($0)] }.map { SourceNode(.string($0), mark: reference.mark) }
            ?? reference
    }
}
