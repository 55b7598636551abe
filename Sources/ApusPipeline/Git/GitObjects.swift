import ApusSource

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The objects of a repository: loose ones, and those in packs (gitformat-pack). They are read directly, as ``GitIndex`` is.
struct GitObjects {
    enum Kind: Int {
        case commit = 1
        case tree = 2
        case blob = 3
        case tag = 4
    }

    /// The folder `objects`, and those that `info/alternates` names.
    private let folders: [String]
    private let packs: [GitPack]
    /// 40 hexadecimal digits, or 64 where the repository uses SHA-256.
    let digits: Int
    /// Bytes of one object.
    static let sizeLimit = 512 << 20

    init(folder: String, digits: Int) {
        self.digits = digits
        let alternates = GitFolder.text(of: folder + "/info/alternates")?.split(whereSeparator: \.isNewline) ?? []
        folders = [folder] + alternates.map { GitFolder.resolve(String($0), from: folder) }
        packs = folders.flatMap { folder in
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/pack")) ?? []
            return names.filter { $0.hasSuffix(".idx") }.sorted().compactMap {
                GitPack(index: folder + "/pack/" + $0, digestSize: digits / 2)
            }
        }
    }

    /// - Parameter name: The digest as hexadecimal digits.
    /// - Returns: nil for a missing or damaged object.
    func read(_ name: String) -> (kind: Kind, bytes: [UInt8])? {
        read(name, depth: 0)
    }

    private func read(_ name: String, depth: Int) -> (kind: Kind, bytes: [UInt8])? {
        guard name.utf8.count == digits, name.utf8.allSatisfy(Self.isDigit) else { return nil }
        for folder in folders {
            let path = "\(folder)/\(name.prefix(2))/\(name.dropFirst(2))"
            if let bytes = GitFolder.bytes(of: path) { return Self.readLoose(bytes) }
        }
        let digest = Self.bytes(of: name)
        for pack in packs {
            guard let offset = pack.find(digest) else { continue }
            return pack.read(at: offset) { depth < 50 ? read($0, depth: depth + 1) : nil }
        }
        return nil
    }

    /// The names that begin with these digits, at most two.
    func find(prefix: String) -> [String] {
        guard prefix.utf8.count >= 4, prefix.utf8.allSatisfy(Self.isDigit) else { return [] }
        var found: Set<String> = []
        for folder in folders {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(prefix.prefix(2))")) ?? []
            found.formUnion(names.map { prefix.prefix(2) + $0 }.filter { $0.hasPrefix(prefix) })
        }
        for pack in packs { found.formUnion(pack.names(from: prefix)) }
        return Array(found.sorted().prefix(2))
    }

    /// `blob 12`, NUL, the content.
    private static func readLoose(_ bytes: [UInt8]) -> (kind: Kind, bytes: [UInt8])? {
        guard let whole = Inflate.decompress(bytes[...], limit: sizeLimit), let end = whole.firstIndex(of: 0) else {
            return nil
        }
        let kinds: [String: Kind] = ["commit": .commit, "tree": .tree, "blob": .blob, "tag": .tag]
        let word = String(decoding: whole[..<end].prefix { $0 != 0x20 }, as: UTF8.self)
        return kinds[word].map { ($0, Array(whole[(end + 1)...])) }
    }

    static func isDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
    }

    static func bytes(of name: String) -> [UInt8] {
        let digits = name.utf8.map { $0 < 0x3A ? $0 - 0x30 : $0 - 0x61 + 10 }
        return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    static func name(of digest: some Collection<UInt8>) -> String {
        digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
