import ApusSource

/// Merges an update into targets (Overlay 1.1.0, section "Action Object"): mappings member by member, sequences by
/// appending, scalars by replacing. Other combinations are conflicts and do not change the target, except that null is
/// replaced by anything.
struct OverlayMerger {
    struct Conflict {
        let update: SourceNode
        let target: SourceNode
    }

    let update: SourceNode
    private(set) var conflicts: [Conflict] = []

    init(update: SourceNode) {
        self.update = update
    }

    /// At the target itself a sequence also accepts a single value, which is appended.
    mutating func merge(into target: SourceNode) -> SourceNode {
        guard let items = target.sequence, update.sequence == nil else { return merge(update, into: target) }
        return SourceNode(.sequence(items + [update]), mark: target.mark)
    }

    private mutating func merge(_ update: SourceNode, into target: SourceNode) -> SourceNode {
        switch (target.content, update.content) {
        case (.null, _): return update
        case (.mapping(let old), .mapping(let new)):
            return SourceNode(.mapping(merge(new, into: old)), mark: target.mark)
        case (.sequence(let old), .sequence(let new)): return SourceNode(.sequence(old + new), mark: target.mark)
        case (.mapping, _), (.sequence, _), (_, .mapping), (_, .sequence):
            conflicts.append(Conflict(update: update, target: target))
            return target
        default: return update
        }
    }

    private mutating func merge(_ new: SourceMapping, into old: SourceMapping) -> SourceMapping {
        var entries = old.entries
        for entry in new.entries {
            guard let index = old.index(of: entry.key) else {
                entries.append(entry)
                continue
            }
            let merged = merge(entry.value, into: entries[index].value)
            entries[index] = SourceMapping.Entry(key: entry.key, keyMark: entries[index].keyMark, value: merged)
        }
        return SourceMapping(entries)
    }
}
