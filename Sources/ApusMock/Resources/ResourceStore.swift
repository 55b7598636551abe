import ApusCodec
import ApusRuntime
import ApusSource

/// The resources that requests have created or changed, and those that lists begin with. Bounded in number and in bytes.
struct ResourceStore {
    struct Entry {
        let id: String
        /// The members of the resource, in the form of the operation that made it.
        var resource: JSONObject
        /// The path parameters of the request that made it, by which lists below other resources leave it out.
        let context: [SourceKey: String]
        fileprivate var bytes: Int
    }

    private struct Family {
        var entries: [Entry] = []
        var index: [SourceKey: Int] = [:]
        var deleted: Set<SourceKey> = []
        /// The contexts whose lists have their first resources.
        var seeded: Set<SourceKey> = []
        var count = 0
    }

    private var families: [SourceKey: Family] = [:]
    private var entryCount = 0
    private var byteCount = 0
    private var seededCount = 0
    private var deletedCount = 0
    private var deletedBytes = 0
    private let entryLimit: Int
    private let byteLimit: Int

    init(entryLimit: Int, byteLimit: Int = 64 << 20) {
        self.entryLimit = entryLimit
        self.byteLimit = byteLimit
    }

    /// A number that no other resource of the family has.
    mutating func nextNumber(in family: String) -> Int {
        families[SourceKey(family), default: Family()].count += 1
        return families[SourceKey(family)]?.count ?? 0
    }

    func find(_ id: String, in family: String) -> Entry? {
        guard let family = families[SourceKey(family)], let index = family.index[SourceKey(id)] else { return nil }
        return family.entries[index]
    }

    func isDeleted(_ id: String, in family: String) -> Bool {
        families[SourceKey(family)]?.deleted.contains(SourceKey(id)) ?? false
    }

    /// Whether the list of a context still needs its first resources; true once for each.
    mutating func seed(_ family: String, _ context: [SourceKey: String]) -> Bool {
        let key = SourceKey(context.values.sorted().map { "\($0.utf8.count):\($0)" }.joined())
        guard entryCount < entryLimit, seededCount < entryLimit else { return false }
        let isNew = families[SourceKey(family), default: Family()].seeded.insert(key).inserted
        if isNew { seededCount += 1 }
        return isNew
    }

    /// - Returns: Whether there was room.
    mutating func put(_ resource: JSONObject, id: String, in family: String, context: [SourceKey: String]) -> Bool {
        let bytes = JSONValue.object(resource).serialized().count + 200
        let name = SourceKey(family)
        let key = SourceKey(id)
        var own = families.removeValue(forKey: name) ?? Family()
        defer { families[name] = own }
        if let index = own.index[key] {
            guard byteCount - own.entries[index].bytes + bytes <= byteLimit else { return false }
            byteCount += bytes - own.entries[index].bytes
            (own.entries[index].resource, own.entries[index].bytes) = (resource, bytes)
            return true
        }
        guard entryCount < entryLimit, byteCount + bytes <= byteLimit else { return false }
        (entryCount, byteCount) = (entryCount + 1, byteCount + bytes)
        if own.deleted.remove(key) != nil {
            (deletedCount, deletedBytes) = (deletedCount - 1, deletedBytes - id.utf8.count)
        }
        own.index[key] = own.entries.count
        own.entries.append(Entry(id: id, resource: resource, context: context, bytes: bytes))
        return true
    }

    mutating func delete(_ id: String, in family: String) {
        let name = SourceKey(family)
        let key = SourceKey(id)
        var own = families.removeValue(forKey: name) ?? Family()
        defer { families[name] = own }
        if deletedCount < entryLimit, deletedBytes + id.utf8.count <= byteLimit, own.deleted.insert(key).inserted {
            (deletedCount, deletedBytes) = (deletedCount + 1, deletedBytes + id.utf8.count)
        }
        guard let index = own.index.removeValue(forKey: key) else { return }
        byteCount -= own.entries[index].bytes
        entryCount -= 1
        own.entries.remove(at: index)
        for later in index..<own.entries.count { own.index[SourceKey(own.entries[later].id)] = later }
    }

    /// The resources of a family in the order of their creation, without those made below other resources.
    func list(_ family: String, _ context: [SourceKey: String]) -> [Entry] {
        (families[SourceKey(family)]?.entries ?? []).filter { entry in
            context.allSatisfy { name, value in
                let own = entry.context[name]
                return own.map { $0.utf8.elementsEqual(value.utf8) } ?? true
            }
        }
    }
}
