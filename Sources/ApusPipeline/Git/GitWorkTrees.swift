#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Determines whether git has files with exactly their current content. Each work tree's index is read once.
struct GitWorkTrees {
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
        let folder = GitFolder(of: root)
        // A second work tree has its own index, but the repository's settings.
        guard let bytes = GitFolder.bytes(of: folder.own + "/index") else { return nil }
        return GitIndex(bytes, usesSHA256: folder.usesSHA256)
    }
}
