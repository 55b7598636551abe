/// Which folder of a module uses types that another folder of the same module declares.
///
/// A name that two folders declare counts for neither. Files that lie directly in the module's folder belong to no room.
struct FolderGraph {
    struct Arrow: Hashable {
        let from: String
        let to: String
    }

    /// Arrow → one use of it: `Streams/EventStream.swift: JSONBridge`.
    private(set) var arrows: [Arrow: String] = [:]

    init(of module: String, in files: [SwiftFile]) {
        let rooms = files.compactMap { file in Self.room(of: file).map { (room: $0, file: file) } }
        var owners: [Substring: Set<String>] = [:]
        for (room, file) in rooms {
            for name in Self.declared(in: file) { owners[name, default: []].insert(room) }
        }
        for (room, file) in rooms {
            for word in Self.typeNames(in: file) {
                guard let owner = owners[word], owner.count == 1, let target = owner.first, target != room else {
                    continue
                }
                let arrow = Arrow(from: room, to: target)
                arrows[arrow] = arrows[arrow] ?? "\(file.path): \(word)"
            }
        }
    }

    /// Pairs of folders that use each other, each once: `Client <> Requests`.
    var bothWays: [(pair: String, uses: [String])] {
        arrows.keys.filter { $0.from < $0.to }.compactMap { arrow in
            guard let use = arrows[arrow], let back = arrows[Arrow(from: arrow.to, to: arrow.from)] else { return nil }
            return ("\(arrow.from) <> \(arrow.to)", [use, back])
        }.sorted { $0.pair < $1.pair }
    }

    /// `Sources/ApusRuntime/Client/APIOperation.swift` → `Client`.
    private static func room(of file: SwiftFile) -> String? {
        let parts = file.path.split(separator: "/")
        return parts.count > 3 ? String(parts[2]) : nil
    }

    /// The types that a file declares at its top level.
    private static func declared(in file: SwiftFile) -> [Substring] {
        file.code.compactMap { line in
            if line.isEmpty || line.utf8.first == UInt8(ascii: " ") { return nil }
            let words = words(of: line)
            guard let index = words.firstIndex(where: { kinds.contains($0) }), index + 1 < words.count else {
                return nil
            }
            return words[..<index].allSatisfy { isModifier($0) } ? words[index + 1] : nil
        }
    }

    private static let kinds: Set<Substring> = ["struct", "enum", "class", "actor", "protocol", "typealias"]

    private static func isModifier(_ word: Substring) -> Bool {
        ["public", "package", "internal", "indirect", "final"].contains(word) || word.hasPrefix("@")
    }

    private static func typeNames(in file: SwiftFile) -> Set<Substring> {
        var names: Set<Substring> = []
        for line in file.code {
            for word in words(of: line) where word.utf8.first.map({ (0x41...0x5A).contains($0) }) == true {
                names.insert(word)
            }
        }
        return names
    }

    /// Runs of ASCII letters, digits, underscores and `@`.
    private static func words(of line: Substring) -> [Substring] {
        line.utf8.split { byte in
            switch byte {
            case 0x30...0x39, 0x40...0x5A, 0x5F, 0x61...0x7A: false
            default: true
            }
        }.map { Substring($0) }
    }
}
