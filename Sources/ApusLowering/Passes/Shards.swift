import ApusModel

/// What goes together into one file.
enum Shards {
    struct Group {
        var name: String
        var places: [Int]
    }

    /// One file for each type while there are few; then types with the same beginning share one, large ones stay alone.
    static func groupTypes(_ types: [TypeDecl], budget: Int) -> [Group] {
        let names = types.map { $0.header.name.filter { $0 != "`" } }
        guard types.count > 150 else { return names.enumerated().map { Group(name: $1, places: [$0]) } }
        let weights = types.map(weigh)
        var groups: [Group] = []
        var small: [Int] = []
        for place in types.indices {
            if weights[place] >= budget {
                groups.append(Group(name: names[place], places: [place]))
            } else {
                small.append(place)
            }
        }
        return groups + split(small, names: names, weights: weights, length: 1, budget: budget)
    }

    /// By first letter; a letter that is too much by its first two, and so on. A type that comes or goes moves few others.
    private static func split(_ places: [Int], names: [String], weights: [Int], length: Int, budget: Int) -> [Group] {
        var byPrefix: [String: [Int]] = [:]
        for place in places { byPrefix[names[place].prefix(length).uppercased(), default: []].append(place) }
        var groups: [Group] = []
        for prefix in byPrefix.keys.sorted() {
            let members = byPrefix[prefix] ?? []
            let weight = members.reduce(0) { $0 + weights[$1] }
            if weight > 2 * budget, members.count > 1, length < 40 {
                groups += split(members, names: names, weights: weights, length: length + 1, budget: budget)
            } else {
                let name = members.count == 1 ? names[members[0]] : String(names[members[0]].prefix(length)) + "…"
                groups.append(Group(name: name.replacing("…", with: "-Models"), places: members))
            }
        }
        return groups
    }

    /// By tag, large tags in parts.
    static func groupOperations(_ operations: [OperationDecl], budget: Int) -> [Group] {
        var order: [String] = []
        var places: [String: [Int]] = [:]
        for (place, operation) in operations.enumerated() {
            if places[operation.group] == nil { order.append(operation.group) }
            places[operation.group, default: []].append(place)
        }
        return order.flatMap { group -> [Group] in
            let members = places[group] ?? []
            let size = max(1, 2 * budget / 40)
            return stride(from: 0, to: members.count, by: size).map { start in
                let part = Array(members[start..<min(start + size, members.count)])
                return Group(name: start == 0 ? group : "\(group)\(start / size + 1)", places: part)
            }
        }
    }

    /// About how many lines a type takes.
    private static func weigh(_ type: TypeDecl) -> Int {
        let own =
            switch type {
            case .structure(let decl): 14 + 8 * decl.properties.count
            case .enumeration(let decl): 14 + 4 * decl.cases.count
            case .union(let decl): 14 + 6 * decl.cases.count
            case .tuple(let decl): 14 + 6 * decl.items.count
            case .alias: 3
            }
        return type.header.nested.reduce(own) { $0 + weigh($1) }
    }

    static func place(of name: String, among count: Int) -> Int {
        Int(hash(name) % UInt64(count))
    }

    /// FNV-1a, since Swift's hashes differ from run to run.
    static func hash(_ text: String) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash
    }
}
