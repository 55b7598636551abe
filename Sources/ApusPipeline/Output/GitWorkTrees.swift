import ApusSource

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Determines whether git has files with exactly their current content. Each work tree's index is read once.
struct GitWorkTrees {
    /// The size limit, larger than the index of a million files.
    private static let sizeLimit = 512 << 20

    private var indexes: [String: GitIndex?] = [:]

    /// Returns false outside of a work tree and for unreadable git files.
    mutating func hold(_ bytes: [UInt8], at path: String) -> Bool {
        let file = URL(filePath: path)
        let folder = file.deletingLastPathComponent().resolvingSymlinksInPath().path(percentEncoded: false)
        var parts = folder.split(separator: "/").map(String.init)
        var below = [file.lastPathComponent]
        while true {
            let root = "/" + parts.joined(separator: "/")
            if let index = index(of: root) { return index.holds(bytes, at: below.joined(separator: "/")) }
            guard let part = parts.popLast() else { return false }
            below.insert(part, at: 0)
        }
    }

    private mutating func index(of root: String) -> GitIndex? {
        if let known = indexes[root] { return known }
        let index = Self.readIndex(of: root)
        indexes[root] = .some(index)
        return index
    }

    private static func readIndex(of root: String) -> GitIndex? {
        let folder = gitFolder(of: root)
        guard let bytes = contents(of: folder + "/index") else { return nil }
        // A second work tree has its own index, but the repository's settings.
        let common = line(of: folder + "/commondir").map { resolve($0, from: folder) } ?? folder
        let settings = contents(of: common + "/config") ?? []
        let words = String(decoding: settings, as: UTF8.self).lowercased().filter { !$0.isWhitespace }
        return GitIndex(bytes, usesSHA256: words.contains("objectformat=sha256"))
    }

    /// `.git` is the folder or, in submodules and second work trees, a file that names it (gitrepository-layout).
    private static func gitFolder(of root: String) -> String {
        let location = root + "/.git"
        guard let line = line(of: location), line.hasPrefix("gitdir:") else { return location }
        let path = line.dropFirst("gitdir:".count).drop { $0 == " " }
        return resolve(String(path), from: root)
    }

    private static func line(of path: String) -> String? {
        guard let data = contents(of: path) else { return nil }
        return String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).first.map(String.init)
    }

    private static func contents(of path: String) -> [UInt8]? {
        try? FileBytes.read(path, limit: sizeLimit)
    }

    private static func resolve(_ path: String, from folder: String) -> String {
        path.hasPrefix("/") ? path : folder + "/" + path
    }
}
