/// Paths as text, with `/` between their parts. Nothing here looks at a disk.
enum FilePath {
    /// Without `.` and inner `..`: `specs/./a/../b.yaml` → `specs/b.yaml`. Leading `..` of relative paths stay.
    static func normalize(_ path: String) -> String {
        let isAbsolute = path.hasPrefix("/")
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
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
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    static func join(_ folder: String, _ path: String) -> String {
        if path.hasPrefix("/") || folder.isEmpty { return normalize(path) }
        return normalize(folder + "/" + path)
    }

    /// Whether a normalised path lies in a normalised folder. The empty folder is the current one.
    static func contains(_ folder: String, _ path: String) -> Bool {
        if folder.isEmpty { return !path.hasPrefix("/") && path != ".." && !path.hasPrefix("../") }
        if folder == "/" { return path.hasPrefix("/") }
        guard path.hasPrefix(folder + "/") else { return false }
        // `../a` does not lie in `..`'s child by name alone: after the prefix nothing may climb.
        return !path.dropFirst(folder.count + 1).hasPrefix("..")
    }
}
