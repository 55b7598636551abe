/// A table of a bounded number of entries, in which those stay that are looked up.
///
/// It has two halves. What is found in the older one moves to the younger one; when the younger one is full it becomes the older one, and
/// what lay there unused is gone. So each operation takes constant time, and an entry leaves only after half as many others as the table
/// holds were kept or found since its last use.
struct RecentTable<Key: Hashable, Value> {
    private let half: Int
    private var younger: [Key: Value] = [:]
    private var older: [Key: Value] = [:]

    /// - Parameter most: How many entries there are at most; at least two.
    init(most: Int) {
        half = max(1, most / 2)
    }

    var count: Int { younger.count + older.count }

    mutating func find(_ key: Key) -> Value? {
        if let value = younger[key] { return value }
        guard let value = older.removeValue(forKey: key) else { return nil }
        keep(value, for: key)
        return value
    }

    mutating func keep(_ value: Value, for key: Key) {
        if younger.count >= half, younger[key] == nil {
            older = younger
            younger = [:]
        }
        older[key] = nil
        younger[key] = value
    }
}
