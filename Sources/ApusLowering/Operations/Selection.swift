import ApusSource
import ApusSpec

/// The selected operations: ids, `tag:Name`, paths in which `*` matches any text, or a method and such a path: `GET /pets/*`.
struct Selection {
    private let include: Rules
    private let exclude: Rules

    init(include: [String], exclude: [String]) {
        self.include = Rules(include)
        self.exclude = Rules(exclude)
    }

    /// The selected operations under `paths`, in document order.
    func operations(in document: Document) -> [Operation] {
        document.paths.flatMap(\.operations).filter(contains)
    }

    func contains(_ operation: Operation) -> Bool {
        (include.isEmpty || include.match(operation)) && !exclude.match(operation)
    }

    /// The words that select these operations, for suggestions.
    static func words(of operations: [Operation]) -> Set<String> {
        var words: Set<String> = []
        for operation in operations {
            words.formUnion([operation.id, operation.documentedPath])
            words.formUnion(operation.tags.map { "tag:" + $0 })
        }
        return words
    }

    /// The rules that select none of these operations, in order; only patterns are tried with each operation.
    static func findUnmatched(_ rules: [String], among operations: [Operation]) -> [String] {
        let ids = Set(operations.map { SourceKey($0.id) })
        let tags = Set(operations.flatMap(\.tags).map { SourceKey($0) })
        let paths = Set(operations.map { SourceKey($0.documentedPath) })
        return rules.filter { text in
            let rule = Rules([text])
            if rule.hasPatterns { return !operations.contains(where: rule.match) }
            return !rule.ids.contains(where: ids.contains) && !rule.tags.contains(where: tags.contains)
                && !rule.paths.contains(where: paths.contains)
        }
    }

    /// One list with constant-time lookup of operations; only patterns are tried one by one.
    private struct Rules {
        private(set) var ids: Set<SourceKey> = []
        private(set) var tags: Set<SourceKey> = []
        private(set) var paths: Set<SourceKey> = []
        private var patterns: [[UInt8]] = []
        /// Patterns of `GET /pets/*`, by their whole text.
        private var requests: [[UInt8]] = []
        let isEmpty: Bool
        var hasPatterns: Bool { !patterns.isEmpty || !requests.isEmpty }

        init(_ rules: [String]) {
            isEmpty = rules.isEmpty
            for rule in rules {
                if rule.utf8.starts(with: "tag:".utf8) {
                    tags.insert(SourceKey(String(rule.dropFirst(4))))
                } else if let slash = rule.utf8.firstIndex(of: UInt8(ascii: "/")),
                    rule.utf8[..<slash].last == UInt8(ascii: " ")
                {
                    requests.append(Array(rule[..<slash].uppercased().utf8) + Array(rule[slash...].utf8))
                } else if !rule.utf8.starts(with: "/".utf8) {
                    ids.insert(SourceKey(rule))
                } else if rule.utf8.contains(UInt8(ascii: "*")) {
                    patterns.append(Array(rule.utf8))
                } else {
                    paths.insert(SourceKey(rule))
                }
            }
        }

        func match(_ operation: Operation) -> Bool {
            if !ids.isEmpty, ids.contains(SourceKey(operation.id)) { return true }
            if !tags.isEmpty, operation.tags.contains(where: { tags.contains(SourceKey($0)) }) { return true }
            if !paths.isEmpty, paths.contains(SourceKey(operation.documentedPath)) { return true }
            guard hasPatterns else { return false }
            let path = Array(operation.documentedPath.utf8)
            let request = Array(operation.method.uppercased().utf8) + [UInt8(ascii: " ")] + path
            return patterns.contains { Selection.matches(path, $0) }
                || requests.contains { Selection.matches(request, $0) }
        }
    }

    /// `*` matches any characters. Linear: on a mismatch, the last `*` matches one more.
    private static func matches(_ text: [UInt8], _ pattern: [UInt8]) -> Bool {
        var (index, step) = (0, 0)
        var star: (step: Int, index: Int)?
        while index < text.count {
            if step < pattern.count, pattern[step] == UInt8(ascii: "*") {
                star = (step, index)
                step += 1
            } else if step < pattern.count, pattern[step] == text[index] {
                (index, step) = (index + 1, step + 1)
            } else if let last = star {
                (step, index) = (last.step + 1, last.index + 1)
                star = (last.step, last.index + 1)
            } else {
                return false
            }
        }
        return pattern[step...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
