extension PathTemplate {
    /// The position of a name in the syntax of routers without braces: `/videos/:id`, `/videos/<id>`,
    /// `/videos/<int:id>`, `/videos/[id]`.
    static func findForeign(_ name: String, in path: String) -> Range<String.Index>? {
        var start = path.startIndex
        while start < path.endIndex {
            if let end = foreignEnd(of: name, in: path, at: start) { return start..<end }
            start = path.index(after: start)
        }
        return nil
    }

    private static func foreignEnd(of name: String, in path: String, at start: String.Index) -> String.Index? {
        let rest = path[path.index(after: start)...]
        switch path[start] {
        case ":":
            // `/items:cancel` is a custom verb; a name begins a segment or follows another symbol.
            guard start > path.startIndex, "/-.,;:(".contains(path[path.index(before: start)]), rest.hasPrefix(name)
            else {
                return nil
            }
            let end = rest.index(rest.startIndex, offsetBy: name.count)
            guard end < rest.endIndex else { return end }
            return rest[end].isLetter || rest[end].isNumber || rest[end] == "_" ? nil : end
        case "<":
            guard let close = rest.firstIndex(of: ">") else { return nil }
            let inner = rest[..<close]
            return inner == name || inner.hasSuffix(":" + name) ? path.index(after: close) : nil
        case "[":
            guard let close = rest.firstIndex(of: "]"), rest[..<close] == name else { return nil }
            return path.index(after: close)
        default: return nil
        }
    }
}
