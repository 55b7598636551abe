public import ApusSource

/// Finds the actions of an overlay that turn one document into another.
///
/// Members of mappings are updated one by one. An element of a sequence keeps its place: elements are removed, appended, or changed where
/// they are; any other change of a sequence replaces it. Only mappings and sequences are targets of updates, as Overlay 1.0 demands.
public struct OverlayDifference {
    /// The actions in order; empty for equal documents.
    private(set) public var actions: [SourceNode] = []
    private let mark: SourceMark

    /// nil where one of the documents is no mapping.
    public init?(from old: SourceNode, to new: SourceNode) {
        mark = new.mark
        guard let before = old.mapping, let after = new.mapping else { return nil }
        compare(before, after, at: "$")
    }

    /// The overlay document.
    public func document(title: String) -> SourceNode {
        mapping([
            ("overlay", text("1.0.0")), ("info", mapping([("title", text(title)), ("version", text("1.0.0"))])),
            ("actions", SourceNode(.sequence(actions), mark: mark)),
        ])
    }

    private mutating func compare(_ old: SourceMapping, _ new: SourceMapping, at path: String) {
        var update: [(String, SourceNode)] = []
        for entry in old.entries where new[entry.key] == nil {
            remove(path + JSONPathLocation.Step.key(entry.key).normalized)
        }
        for entry in new.entries {
            guard let before = old[entry.key] else {
                update.append((entry.key, entry.value))
                continue
            }
            let place = path + JSONPathLocation.Step.key(entry.key).normalized
            if let value = compare(before, entry.value, at: place) { update.append((entry.key, value)) }
        }
        if update.isEmpty { return }
        add([("target", text(path)), ("update", mapping(update))])
    }

    /// - Returns: The value that the update of the owner has for the member; nil where actions on the member itself have changed it.
    private mutating func compare(_ old: SourceNode, _ new: SourceNode, at path: String) -> SourceNode? {
        if old.isEqual(to: new) { return nil }
        switch (old.content, new.content) {
        case (.mapping(let before), .mapping(let after)):
            compare(before, after, at: path)
            return nil
        case (.sequence(let before), .sequence(let after)):
            if compareInPlace(before, after, at: path) { return nil }
            if let rest = compareKept(before, after, at: path) { return rest.sequence?.isEmpty == true ? nil : rest }
        case (.null, _): return new
        case (.mapping, _), (.sequence, _), (_, .mapping), (_, .sequence): break
        default: return new
        }
        remove(path)
        return new
    }

    /// Sequences of the same length whose elements are equal, or mappings.
    private mutating func compareInPlace(_ old: [SourceNode], _ new: [SourceNode], at path: String) -> Bool {
        guard old.count == new.count else { return false }
        let pairs = Array(zip(old, new))
        let equal = pairs.map { $0.isEqual(to: $1) }
        guard zip(pairs, equal).allSatisfy({ $1 || ($0.0.mapping != nil && $0.1.mapping != nil) }) else { return false }
        // Where nothing is the same, the sequence is another one.
        guard old.count == 1 || equal.contains(true) else { return false }
        for (index, (before, after)) in pairs.enumerated() where !equal[index] {
            if let old = before.mapping, let new = after.mapping { compare(old, new, at: path + "[\(index)]") }
        }
        return true
    }

    /// A sequence that begins with what is left of the old one: the elements to append; nil where it does not.
    private mutating func compareKept(_ old: [SourceNode], _ new: [SourceNode], at path: String) -> SourceNode? {
        var kept = 0
        var removed: [Int] = []
        for (index, item) in old.enumerated() {
            if kept < new.count, item.isEqual(to: new[kept]) { kept += 1 } else { removed.append(index) }
        }
        guard kept > 0 else { return nil }
        if !removed.isEmpty { remove(path + "[" + removed.map(String.init).joined(separator: ",") + "]") }
        return SourceNode(.sequence(Array(new[kept...])), mark: mark)
    }

    private mutating func remove(_ path: String) {
        add([("target", text(path)), ("remove", SourceNode(.boolean(true), mark: mark))])
    }

    private mutating func add(_ members: [(String, SourceNode)]) {
        actions.append(mapping(members))
    }

    private func text(_ text: String) -> SourceNode {
        SourceNode(.string(text), mark: mark)
    }

    private func mapping(_ members: [(String, SourceNode)]) -> SourceNode {
        let entries = members.map { SourceMapping.Entry(key: $0.0, keyMark: mark, value: $0.1) }
        return SourceNode(.mapping(SourceMapping(entries)), mark: mark)
    }
}
