/// A unified difference of two texts, for `apus check` and `--dry-run`.
enum LineDifference {
    /// Empty for equal texts. Long inputs are compared by their common head and tail only, which is linear and enough to see what changed.
    static func unified(old: String, new: String, name: String, context: Int = 3) -> String {
        let left = old.split(separator: "\n", omittingEmptySubsequences: false)
        let right = new.split(separator: "\n", omittingEmptySubsequences: false)
        let head = zip(left, right).prefix { $0 == $1 }.count
        let tail = zip(left.dropFirst(head).reversed(), right.dropFirst(head).reversed()).prefix { $0 == $1 }.count
        let removed = left[head..<(left.count - tail)]
        let added = right[head..<(right.count - tail)]
        if removed.isEmpty, added.isEmpty { return "" }
        let start = max(0, head - context)
        let before = left[start..<head].map { " " + $0 }
        let after = left[(left.count - tail)..<min(left.count, left.count - tail + context)].map { " " + $0 }
        let body = merge(Array(removed), Array(added))
        let header =
            "@@ -\(start + 1),\(before.count + removed.count + after.count) +\(start + 1),\(before.count + added.count + after.count) @@"
        return (["--- \(name)", "+++ \(name)", header] + before + body + after).joined(separator: "\n") + "\n"
    }

    /// Up to this many lines on each side, the lines that both share are found; beyond, all old lines precede all new ones.
    private static let comparedLines = 2_000

    private static func merge(_ removed: [Substring], _ added: [Substring]) -> [String] {
        guard removed.count <= comparedLines, added.count <= comparedLines else {
            return removed.map { "-" + $0 } + added.map { "+" + $0 }
        }
        var lines: [String] = []
        var position = 0
        var old = 0
        let difference = added.difference(from: removed)
        let gone = Set(difference.removals.map(\.offset))
        let came = Set(difference.insertions.map(\.offset))
        while old < removed.count || position < added.count {
            if old < removed.count, gone.contains(old) {
                lines.append("-" + removed[old])
                old += 1
            } else if position < added.count, came.contains(position) {
                lines.append("+" + added[position])
                position += 1
            } else if old < removed.count {
                lines.append(" " + removed[old])
                old += 1
                position += 1
            } else {
                break
            }
        }
        return lines
    }
}

extension CollectionDifference.Change {
    fileprivate var offset: Int {
        switch self {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
    }
}
