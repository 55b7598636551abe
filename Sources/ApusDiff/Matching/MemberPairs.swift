/// Members of two lists that are one, by their names in messages, and those that are one under a new name.
struct MemberPairs<Member> {
    private(set) var same: [(old: Member, new: Member)] = []
    /// Same shape, same location: renamed.
    private(set) var renamed: [(old: Member, new: Member)] = []
    private(set) var removed: [Member] = []
    private(set) var added: [Member] = []

    /// - Parameters:
    ///   - key: The property that distinguishes the members of one list.
    ///   - name: The name in messages.
    ///   - isAlike: Whether both have one shape.
    init(
        _ old: [Member], _ new: [Member], key: (Member) -> String, name: (Member) -> String,
        isAlike: (Member, Member) -> Bool
    ) {
        let positions = Dictionary(new.enumerated().map { (key($1), $0) }) { first, _ in first }
        var taken: Set<Int> = []
        var lost: [(index: Int, member: Member)] = []
        for (index, member) in old.enumerated() {
            if let found = positions[key(member)], taken.insert(found).inserted {
                same.append((member, new[found]))
            } else {
                lost.append((index, member))
            }
        }
        var found = new.enumerated().filter { !taken.contains($0.offset) }.map {
            (index: $0.offset, member: $0.element)
        }
        let before = lost.count
        let isSmall = lost.count * found.count <= Similarity.limit
        for (index, member) in lost {
            let alike = isSmall ? found.indices.filter { isAlike(member, found[$0].member) } : []
            let named = alike.filter { Similarity.areAlike(name(member), name(found[$0].member)) }
            let choice =
                named.first ?? (before == 1 && found.count == 1 ? alike.first { found[$0].index == index } : nil)
            if let choice {
                renamed.append((member, found.remove(at: choice).member))
            } else {
                removed.append(member)
            }
        }
        added = found.map(\.member)
    }
}

/// Whether one name could be another, spelled otherwise.
enum Similarity {
    /// The number of comparisons of one owner's members; beyond it, none of them counts as renamed.
    static let limit = 40_000

    /// `custom` and `custom_fields`, `pageSize` and `page_size`, `color` and `colour`.
    static func areAlike(_ left: String, _ right: String) -> Bool {
        let (first, second) = (words(left), words(right))
        if first.joined() == second.joined() { return true }
        if first.contains(where: { $0.utf8.count > 2 && second.contains($0) }) { return true }
        let (short, long) = (first.joined(), second.joined())
        if min(short.utf8.count, long.utf8.count) > 2, short.hasPrefix(long) || long.hasPrefix(short) { return true }
        return distance(Array(short.utf8.prefix(64)), Array(long.utf8.prefix(64))) <= min(short.utf8.count, 8) / 4
    }

    /// Lower-case words: at capitals after small letters, and at what is neither letter nor digit.
    private static func words(_ name: String) -> [String] {
        var words: [String] = [""]
        var wasSmall = false
        for character in name {
            if !character.isLetter && !character.isNumber || character.isUppercase && wasSmall { words.append("") }
            if character.isLetter || character.isNumber { words[words.count - 1] += character.lowercased() }
            wasSmall = character.isLowercase || character.isNumber
        }
        return words.filter { !$0.isEmpty }
    }

    /// The number of bytes to insert, remove or replace.
    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (index, byte) in left.enumerated() {
            var last = row[0]
            row[0] = index + 1
            for (column, other) in right.enumerated() {
                let cost = byte == other ? last : 1 + min(last, row[column], row[column + 1])
                last = row[column + 1]
                row[column + 1] = cost
            }
        }
        return row[right.count]
    }
}
