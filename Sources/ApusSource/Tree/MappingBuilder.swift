/// Collects the members of one mapping while a reader walks over them, and notices keys that come twice.
struct MappingBuilder {
    private(set) var entries: [SourceMapping.Entry] = []
    private var index: [SourceKey: Int]?
    /// Places of entries that came in through a merge key and give way to written ones.
    private var merged: Set<Int> = []

    /// Takes in a written member; a later one of the same key wins, in the place of the earlier one.
    /// - Returns: The earlier member, unless a merge key brought it.
    mutating func add(_ entry: SourceMapping.Entry) -> SourceMapping.Entry? {
        guard let place = findPlace(of: entry.key) else {
            append(entry)
            return nil
        }
        let earlier = entries[place]
        entries[place] = entry
        return merged.remove(place) == nil ? earlier : nil
    }

    /// Takes in the members of a merge key's mapping; those that are already there win (YAML merge key, 1.1 draft).
    mutating func merge(_ mapping: SourceMapping) {
        for entry in mapping.entries where findPlace(of: entry.key) == nil {
            merged.insert(entries.count)
            append(entry)
        }
    }

    func finish() -> SourceMapping {
        SourceMapping(entries: entries, index: index)
    }

    private func findPlace(of key: String) -> Int? {
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
