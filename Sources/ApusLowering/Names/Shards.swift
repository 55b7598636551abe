import ApusModel

/// The declarations that share one file.
enum Shards {
    struct Group<Declaration> {
        var name: String
        var ids: [DeclID<Declaration>]

        fileprivate init(name: String, indices: [Int]) {
            self.name = name
            ids = indices.map { DeclID($0) }
        }
    }

    /// One file for each type while there are few; then types whose names begin with the same words share one.
    static func groupTypes(_ types: [TypeDecl], budget: Int) -> [Group<TypeDecl>] {
        let names = types.map { $0.header.name.filter { $0 != "`" } }
        guard types.count > 150 else { return names.enumerated().map { Group(name: $1, indices: [$0]) } }
        let parts = names.map { Words($0).words }
        let weights = types.map(weigh)
        return Shards.split(Array(types.indices), parts: parts, weights: weights, length: 1, budget: budget).map {
            Group(name: $0.parts.joined(), indices: $0.indices)
        }
    }

    /// By tag; a large tag by the fixed segments of its paths.
    static func groupOperations(_ operations: [OperationDecl], budget: Int) -> [Group<OperationDecl>] {
        var order: [String] = []
        var indices: [String: [Int]] = [:]
        for (index, operation) in operations.enumerated() {
            if indices[operation.group] == nil { order.append(operation.group) }
            indices[operation.group, default: []].append(index)
        }
        let weights = operations.map { _ in 40 }
        return order.flatMap { group -> [Group<OperationDecl>] in
            let members = indices[group] ?? []
            if 40 * members.count <= 2 * budget { return [Group(name: group, indices: members)] }
            var parts = [[String]](repeating: [], count: operations.count)
            for index in members { parts[index] = segments(of: operations[index].path, below: group) }
            return split(members, parts: parts, weights: weights, length: 1, budget: budget).map {
                Group(name: group + $0.parts.joined(), indices: $0.indices)
            }
        }
    }

    /// The fixed segments of a path as parts of a name, without one that repeats the group's name.
    private static func segments(of path: String, below group: String) -> [String] {
        let segments = path.utf8.split(separator: UInt8(ascii: "/")).filter { !$0.contains(UInt8(ascii: "{")) }
        let names = segments.map { Identifiers.type(String(Substring($0))) }
        return names.first?.lowercased() == group.lowercased() ? Array(names.dropFirst()) : names
    }

    /// The maximum number of name parts in a file's name.
    private static let mostParts = 12

    /// By the first part of the name; where the group is too large, by the first two, and so on. The file of a
    /// declaration depends only on its own name, until its group exceeds the budget and is laid out again.
    private static func split(
        _ indices: [Int], parts: [[String]], weights: [Int], length: Int, budget: Int
    ) -> [(parts: ArraySlice<String>, indices: [Int])] {
        // All parts before the last are equal in the group.
        var order: [String] = []
        var groups: [String: [Int]] = [:]
        for index in indices {
            let key = parts[index].count < length ? "" : parts[index][length - 1].lowercased()
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(index)
        }
        return order.flatMap { key -> [(parts: ArraySlice<String>, indices: [Int])] in
            let members = groups[key] ?? []
            let isLarge = members.reduce(0) { $0 + weights[$1] } > 2 * budget
            if isLarge, length < mostParts, members.contains(where: { parts[$0].count > length }) {
                return split(members, parts: parts, weights: weights, length: length + 1, budget: budget)
            }
            return [(parts[members[0]].prefix(length), members)]
        }
    }

    /// An estimate of a type's lines.
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

    static func index(of name: String, among count: Int) -> Int {
        Int(hash(name) % UInt64(count))
    }

    /// FNV-1a, because Swift's hashes differ between runs.
    static func hash(_ text: String) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash
    }
}
