/// The entries of one key of the configuration by name or ``NamePattern``, with the names that were looked up and the entries that one of
/// them matched.
struct NameTable<Value> {
    private let entries: [String: Value]
    private let patterns: [(name: String, pattern: NamePattern, value: Value)]
    /// The names that were looked up, for suggestions.
    private(set) var asked: Set<String> = []
    private var used: Set<String> = []

    init(_ entries: [String: Value], hasPatterns: Bool = false) {
        self.entries = entries
        let found = hasPatterns ? entries.compactMap { name, value in NamePattern(name).map { (name, $0, value) } } : []
        patterns = found.sorted { ($1.1.weight, $0.0) < ($0.1.weight, $1.0) }
    }

    /// The entry of the name itself, otherwise of the pattern that says most; with its name and the texts that the pattern
    /// leaves open.
    mutating func find(_ name: String) -> (value: Value, entry: String, matches: [String])? {
        if entries.isEmpty { return nil }
        asked.insert(name)
        if let value = entries[name] {
            used.insert(name)
            return (value, name, [])
        }
        for (text, pattern, value) in patterns {
            guard let matches = pattern.match(name) else { continue }
            used.insert(text)
            return (value, text, matches)
        }
        return nil
    }

    /// Every entry that the name matches: its own first, then patterns, those that say most first.
    mutating func findAll(_ name: String) -> [Value] {
        if entries.isEmpty { return [] }
        asked.insert(name)
        var found: [Value] = []
        if let value = entries[name] {
            used.insert(name)
            found.append(value)
        }
        for (text, pattern, value) in patterns where text != name && pattern.match(name) != nil {
            used.insert(text)
            found.append(value)
        }
        return found
    }

    /// Entries that nothing matched.
    var unused: [String] {
        entries.keys.filter { !used.contains($0) }.sorted()
    }
}
