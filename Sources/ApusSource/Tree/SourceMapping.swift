/// The members of a mapping in source order, with lookup by key.
public struct SourceMapping: Sendable {
    public struct Entry: Sendable {
        public let key: String
        public let keyMark: SourceMark
        public let value: SourceNode

        public init(key: String, keyMark: SourceMark, value: SourceNode) {
            self.key = key
            self.keyMark = keyMark
            self.value = value
        }
    }

    public let entries: [Entry]
    /// Key → index in `entries`; only for large mappings, because comparing a few keys is faster than hashing one.
    private let index: [SourceKey: Int]?

    static let indexedFrom = 12

    /// Keys must be unique; of equal ones the first is found.
    public init(_ entries: [Entry] = []) {
        self.entries = entries
        guard entries.count >= Self.indexedFrom else {
            index = nil
            return
        }
        var index = [SourceKey: Int](minimumCapacity: entries.count)
        for (position, entry) in entries.enumerated() {
            let key = SourceKey(entry.key)
            if index[key] == nil { index[key] = position }
        }
        self.index = index
    }

    /// Nil when a key is duplicated.
    init?(ifUnique entries: [Entry]) {
        if entries.count >= Self.indexedFrom {
            self.init(entries)
            if index?.count != entries.count { return nil }
            return
        }
        for position in entries.indices.dropFirst() {
            for earlier in 0..<position where SourceKey.areSame(entries[earlier].key, entries[position].key) {
                return nil
            }
        }
        self.init(entries: entries, index: nil)
    }

    /// For readers that built the index while they searched for duplicate keys.
    init(entries: [Entry], index: [SourceKey: Int]?) {
        self.entries = entries
        self.index = index
    }

    public subscript(_ key: String) -> SourceNode? {
        entry(key)?.value
    }

    public func entry(_ key: String) -> Entry? {
        index(of: key).map { entries[$0] }
    }

    /// The index of the key in `entries`.
    public func index(of key: String) -> Int? {
        if let index { return index[SourceKey(key)] }
        return entries.firstIndex { SourceKey.areSame($0.key, key) }
    }

    public var keys: [String] {
        entries.map(\.key)
    }

    public var count: Int {
        entries.count
    }

    public var isEmpty: Bool {
        entries.isEmpty
    }
}
