import ApusSource

/// The used names of one scope. The first claim gets the name; a later one gets a fallback or a number.
struct NameScope {
    /// The reserved names, and those of the scopes outside. Shared, because a copy of them in each of many scopes would take square time and memory.
    private let reserved: [Set<String>]
    private var taken: Set<String> = []
    /// The location of a name's first use, if the document has one.
    private var holders: [String: SourceMark] = [:]
    /// Types also name files, and file systems may not distinguish `Contact.swift` from `contact.swift`, nor `Straße`
    /// from `Strasse`.
    private let ignoresCase: Bool
    /// The first number to try for a stem, because all lower ones are used.
    private var nextNumbers: [String: Int] = [:]

    init(reserved: Set<String> = [], ignoresCase: Bool = false) {
        self.ignoresCase = ignoresCase
        self.reserved = [ignoresCase ? Set(reserved.map(DiskName.fold)) : reserved]
    }

    /// A scope inside another, whose names are reserved here, as are those that are reserved there.
    init(inside outer: NameScope) {
        ignoresCase = outer.ignoresCase
        reserved = outer.reserved + (outer.taken.isEmpty ? [] : [outer.taken])
    }

    /// The indexes of names in the order of their claims. Names with Swift's spelling come first: `id` stays `id` next
    /// to `_id`, whatever their order, so that a new member of a document does not rename an existing one.
    static func claimOrder(of names: [String], spelled: [String]) -> [Int] {
        let own = names.indices.filter { names[$0] == spelled[$0] }
        return own.count == names.count ? own : own + names.indices.filter { names[$0] != spelled[$0] }
    }

    func isTaken(_ name: String) -> Bool {
        let key = key(of: name)
        return isReserved(key) || taken.contains(key)
    }

    /// The location of a name's first use; nil for names that are reserved.
    func findHolder(of name: String) -> SourceMark? {
        holders[key(of: name)]
    }

    /// The first free one of the name, its fallbacks, and the name with 2, 3 …
    mutating func claim(_ name: String, fallbacks: [String] = [], by holder: SourceMark? = nil) -> String {
        let result = choose(name, fallbacks)
        holders[key(of: result)] = holder
        return result
    }

    private mutating func choose(_ name: String, _ fallbacks: [String]) -> String {
        if reserve(name) { return name }
        for fallback in fallbacks where reserve(fallback) { return fallback }
        let stem = name.last?.isNumber == true ? name + "_" : name
        var number = nextNumbers[stem] ?? 2
        while !reserve(stem + String(number)) { number += 1 }
        nextNumbers[stem] = number + 1
        return stem + String(number)
    }

    private mutating func reserve(_ name: String) -> Bool {
        let key = key(of: name)
        return !isReserved(key) && taken.insert(key).inserted
    }

    private func isReserved(_ key: String) -> Bool {
        reserved.contains { $0.contains(key) }
    }

    private func key(of name: String) -> String {
        ignoresCase ? DiskName.fold(name) : name
    }
}
