import ApusSource

/// The names that are taken in one scope. First come, first served; a later claim gets a fallback or a number.
struct NameScope {
    private var taken: Set<String>
    /// Who took a name, where the document says so in one place.
    private var holders: [String: SourceMark] = [:]
    /// Types also name files, and disks may not tell `Contact.swift` from `contact.swift`, nor `Straße` from `Strasse`.
    private let ignoresCase: Bool
    /// The first number to try for a stem, since all below are taken.
    private var nextNumbers: [String: Int] = [:]

    init(reserved: Set<String> = [], ignoresCase: Bool = false) {
        self.ignoresCase = ignoresCase
        taken = ignoresCase ? Set(reserved.map(DiskName.fold)) : reserved
    }

    /// Where the names stand, in the order in which they claim. Whoever is spelled as Swift has it comes first: `id` stays `id` beside
    /// `_id`, wherever that stands, so that a member that a document gains does not rename one that was there.
    static func claimOrder(of names: [String], spelled: [String]) -> [Int] {
        let own = names.indices.filter { names[$0] == spelled[$0] }
        return own.count == names.count ? own : own + names.indices.filter { names[$0] != spelled[$0] }
    }

    func isTaken(_ name: String) -> Bool {
        taken.contains(key(of: name))
    }

    /// What a message can point at; nil for names that were never free.
    func findHolder(of name: String) -> SourceMark? {
        holders[key(of: name)]
    }

    /// The first of the name, its fallbacks, and the name with 2, 3 … that is free.
    mutating func claim(_ name: String, fallbacks: [String] = [], by holder: SourceMark? = nil) -> String {
        let result = choose(name, fallbacks)
        holders[key(of: result)] = holder
        return result
    }

    private mutating func choose(_ name: String, _ fallbacks: [String]) -> String {
        if take(name) { return name }
        for fallback in fallbacks where take(fallback) { return fallback }
        let stem = name.last?.isNumber == true ? name + "_" : name
        var number = nextNumbers[stem] ?? 2
        while !take(stem + String(number)) { number += 1 }
        nextNumbers[stem] = number + 1
        return stem + String(number)
    }

    private mutating func take(_ name: String) -> Bool {
        taken.insert(key(of: name)).inserted
    }

    private func key(of name: String) -> String {
        ignoresCase ? DiskName.fold(name) : name
    }
}
