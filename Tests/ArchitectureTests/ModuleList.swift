import TestSupport

/// The modules that Sources/README.md lists, in its order.
enum ModuleList {
    static func read() -> [String] {
        let lines = (Repository.read("Sources/README.md") ?? "").split(separator: "\n").filter { $0.hasPrefix("| `") }
        return lines.flatMap { line in
            Markdown.codeSpans(in: line.split(separator: "|").first ?? "").filter { !$0.contains("/") }
        }
    }
}

enum Markdown {
    /// "`a` and `b`" → ["a", "b"].
    static func codeSpans(in text: Substring) -> [String] {
        let parts = text.split(separator: "`", omittingEmptySubsequences: false)
        return parts.enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }

    static func rows(of path: String) -> [Substring] {
        (Repository.read(path) ?? "").split(separator: "\n").filter { $0.hasPrefix("|") }
    }
}
