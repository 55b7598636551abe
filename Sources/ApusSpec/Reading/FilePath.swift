/// Paths as text, with `/` between their parts. No function here accesses a disk. File systems compare bytes, so a
/// slash counts as one even before a combining accent, with which it would form another character in Swift.
enum FilePath {
    /// Resolves `.` and inner `..`: `specs/./a/../b.yaml` → `specs/b.yaml`. Leading `..` of relative paths remain.
    static func normalize(_ path: String) -> String {
        let isAbsolute = begins(path, with: "/")
        var parts: [Substring] = []
        for part in path.utf8.split(separator: slash).map(Substring.init) where part != "." {
            if part == "..", let last = parts.last, last != ".." {
                parts.removeLast()
            } else if part != ".." || !isAbsolute {
                parts.append(part)
            }
        }
        return (isAbsolute ? "/" : "") + parts.joined(separator: "/")
    }

    /// `specs/a.yaml` → `specs`; a bare file name → the empty path.
    static func folder(of path: String) -> String {
        guard let end = path.utf8.lastIndex(of: slash) else { return "" }
        return end == path.startIndex ? "/" : String(path[..<end])
    }

    /// `specs/not-found.v2.yaml` → `not-found`
    static func stem(of path: String) -> String? {
        let name = path.utf8.split(separator: slash).last.flatMap { String($0) }
        return name?.split(separator: ".").first.map(String.init)
    }

    static func join(_ folder: String, _ path: String) -> String {
        if begins(path, with: "/") || folder.isEmpty { return normalize(path) }
        return normalize(folder + "/" + path)
    }

    /// Whether a normalized path is inside a normalized folder. The empty folder is the current one.
    static func contains(_ folder: String, _ path: String) -> Bool {
        if folder.isEmpty { return !begins(path, with: "/") && path != ".." && !begins(path, with: "../") }
        if folder == "/" { return begins(path, with: "/") }
        guard begins(path, with: folder + "/") else { return false }
        // `../a` is not inside `..` by its prefix alone: the rest must not go up.
        return !path.utf8.dropFirst(folder.utf8.count + 1).starts(with: "..".utf8)
    }

    private static let slash = UInt8(ascii: "/")

    private static func begins(_ path: String, with prefix: String) -> Bool {
        path.utf8.starts(with: prefix.utf8)
    }
}
