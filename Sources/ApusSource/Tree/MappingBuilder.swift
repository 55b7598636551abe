/// Collects the members of one mapping while a reader visits them, and detects duplicate keys.
struct MappingBuilder {
    private(set) var entries: [SourceMapping.Entry] = []
    private var index: [SourceKey: Int]?
    /// The indexes of entries that came from a merge key and are replaced by written ones.
    private var merged: Set<Int> = []

    /// Adds a written member; a later one with the same key wins, at the position of the earlier one.
    /// - Returns: The earlier member, unless it came from a merge key.
    mutating func add(_ entry: SourceMapping.Entry) -> SourceMapping.Entry? {
        guard let index = findIndex(of: entry.key) else {
            append(entry)
            return nil
        }
        let earlier = entries[index]
        entries[index] = entry
        return merged.remove(index) == nil ? earlier : nil
    }

    /// Adds the members of a merge key's mapping; existing ones win (YAML merge key, 1.1 draft).
    mutating func merge(_ mapping: SourceMapping) {
        for entry in mapping.entries where findIndex(of: entry.key) == nil {
            merged.insert(entries.count)
            append(entry)
        }
    }

    func finish() -> SourceMapping {
        SourceMapping(entries: entries, index: index)
    }

    private func findIndex(of key: String) -> Int? {
        if let index { return index[SourceKey(key)] }
        return entries.firstIndex { SourceKey.areSame($0.key, key) }
    }

    private mutating func append(_ entry: SourceMapping.Entry) {
        entries.append(entry)
        if index != nil {
            index?[SourceKey(entry.key)] = entries.count - 1
        } else if entries.count == SourceMapping.indexedFrom {
            index = Dictionary(
                entries.enumerated().map { (SourceKey($1.key), $0) }, uniquingKeysWith: { first, _ in first })
        }
    }
}
