#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A git repository: its commits and their files, read without calling `git`.
struct GitRepository {
    /// The root of the work tree.
    let root: String
    private let git: GitFolder
    private let objects: GitObjects

    /// - Parameter folder: An absolute path in the work tree, without symbolic links.
    /// - Returns: nil outside of a work tree.
    init?(containing folder: String) {
        guard let root = Self.findRoot(of: folder) else { return nil }
        self.root = root
        git = GitFolder(of: root)
        objects = GitObjects(folder: git.common + "/objects", digits: git.usesSHA256 ? 64 : 40)
    }

    /// The digest of a commit.
    /// - Parameter revision: A branch, a tag, `HEAD`, a remote's branch or a digest (of four digits or more), each with `~2` or `^` after it.
    func commit(_ revision: String) -> String? {
        Self.resolve(revision, git, objects)
    }

    /// The first parent of a commit.
    func parent(of commit: String) -> String? {
        Self.parents(of: commit, objects).first
    }

    /// The content of a file; nil where the commit has none.
    /// - Parameter path: Relative to the root, without `.` and `..`.
    func read(_ path: String, at commit: String) -> [UInt8]? {
        guard let tree = objects.read(commit).flatMap({ Self.header("tree", of: $0.bytes) }) else { return nil }
        var (name, isTree) = (tree, true)
        for part in path.split(separator: "/") {
            guard isTree, let object = objects.read(name), object.kind == .tree,
                let entry = find(Array(part.utf8), in: object.bytes)
            else { return nil }
            (name, isTree) = entry
        }
        guard !isTree, let object = objects.read(name), object.kind == .blob else { return nil }
        return object.bytes
    }

    /// The path of a file relative to the root; nil for one outside.
    /// - Parameter file: Absolute and without symbolic links.
    func path(of file: String) -> String? {
        let prefix = root == "/" ? root : root + "/"
        return file.hasPrefix(prefix) ? String(file.dropFirst(prefix.count)) : nil
    }

    /// An entry of a tree: its mode in octal digits, a space, its name, NUL, its digest.
    private func find(_ name: [UInt8], in bytes: [UInt8]) -> (digest: String, isTree: Bool)? {
        var position = 0
        while let space = bytes[position...].firstIndex(of: 0x20), let end = bytes[space...].firstIndex(of: 0),
            end + objects.digits / 2 < bytes.count
        {
            let digest = bytes[(end + 1)...(end + objects.digits / 2)]
            if bytes[(space + 1)..<end].elementsEqual(name) {
                return (GitObjects.name(of: digest), bytes[position..<space].elementsEqual("40000".utf8))
            }
            position = end + 1 + objects.digits / 2
        }
        return nil
    }

    private static func findRoot(of folder: String) -> String? {
        var parts = folder.split(separator: "/")
        while true {
            let root = "/" + parts.joined(separator: "/")
            if FileManager.default.fileExists(atPath: root + "/.git") { return root }
            if parts.popLast() == nil { return nil }
        }
    }

    /// The digest of a commit (gitrevisions, the common forms).
    private static func resolve(_ revision: String, _ git: GitFolder, _ objects: GitObjects) -> String? {
        let base = revision.prefix { $0 != "~" && $0 != "^" }
        guard var commit = find(String(base), git, objects).flatMap({ peel($0, objects) }) else { return nil }
        var rest = revision[base.endIndex...]
        while let sign = rest.first {
            let digits = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
            let count = digits.isEmpty ? 1 : Int(digits) ?? 0
            rest = rest.dropFirst(1 + digits.count)
            guard count <= 100_000 else { return nil }
            if sign == "~" {
                for _ in 0..<count {
                    guard let parent = parents(of: commit, objects).first else { return nil }
                    commit = parent
                }
            } else if sign == "^", count > 0 {
                let all = parents(of: commit, objects)
                guard count <= all.count else { return nil }
                commit = all[count - 1]
            } else {
                return nil
            }
        }
        return commit
    }

    /// The digest that a name refers to.
    private static func find(_ name: String, _ git: GitFolder, _ objects: GitObjects) -> String? {
        let word = name.isEmpty || name == "@" ? "HEAD" : name
        guard !word.split(separator: "/").contains(".."), !word.hasPrefix("/") else { return nil }
        for prefix in ["", "refs/", "refs/tags/", "refs/heads/", "refs/remotes/"] {
            if let found = read(prefix + word, git, depth: 0) { return found }
        }
        if word.utf8.count == objects.digits, word.utf8.allSatisfy(GitObjects.isDigit) { return word }
        let found = objects.find(prefix: word.lowercased())
        return found.count == 1 ? found[0] : nil
    }

    private static func read(_ name: String, _ git: GitFolder, depth: Int) -> String? {
        guard depth < 10 else { return nil }
        for folder in [git.own, git.common] {
            guard let line = GitFolder.line(of: folder + "/" + name) else { continue }
            if line.hasPrefix("ref: ") { return read(String(line.dropFirst(5)), git, depth: depth + 1) }
            if line.utf8.count >= 40, line.utf8.allSatisfy(GitObjects.isDigit) { return line }
        }
        let packed = GitFolder.text(of: git.common + "/packed-refs")?.split(whereSeparator: \.isNewline) ?? []
        return packed.first { $0.hasSuffix(" " + name) && !$0.hasPrefix("#") }.map { String($0.prefix { $0 != " " }) }
    }

    /// The commit that an annotated tag names.
    private static func peel(_ name: String, _ objects: GitObjects) -> String? {
        var name = name
        for _ in 0..<10 {
            guard let object = objects.read(name) else { return nil }
            if object.kind == .commit { return name }
            guard object.kind == .tag, let next = header("object", of: object.bytes) else { return nil }
            name = next
        }
        return nil
    }

    private static func parents(of commit: String, _ objects: GitObjects) -> [String] {
        guard let object = objects.read(commit), object.kind == .commit else { return [] }
        return head(of: object.bytes).filter { $0.hasPrefix("parent ") }.map { String($0.dropFirst("parent ".count)) }
    }

    private static func header(_ key: String, of bytes: [UInt8]) -> String? {
        head(of: bytes).first { $0.hasPrefix(key + " ") }.map { String($0.dropFirst(key.utf8.count + 1)) }
    }

    /// The lines before the message.
    private static func head(of bytes: [UInt8]) -> [Substring] {
        let text = String(decoding: bytes.prefix(65_536), as: UTF8.self)
        return Array(text.split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.isEmpty })
    }
}
