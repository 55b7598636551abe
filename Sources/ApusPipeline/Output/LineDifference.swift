/// A unified difference of two texts, for `apus check` and `--dry-run`.
enum LineDifference {
    /// Empty for equal texts; otherwise a patch with `context` unchanged lines around each change.
    static func unified(old: String, new: String, name: String, context: Int = 3) -> String {
        if old == new { return "" }
        let steps = findSteps(split(old), split(new))
        let hunks = findHunks(steps, context: context).map { write(steps, $0) }
        let names = ["--- " + (old.isEmpty ? "/dev/null" : name), "+++ " + (new.isEmpty ? "/dev/null" : name)]
        return (names + hunks.joined()).joined(separator: "\n") + "\n"
    }

    private enum Step {
        case same(Substring)
        case removed(Substring)
        case added(Substring)

        var isChange: Bool {
            if case .same = self { false } else { true }
        }

        var line: String {
            switch self {
            case .same(let text): " " + text
            case .removed(let text): "-" + text
            case .added(let text): "+" + text
            }
        }
    }

    /// A text's lines; a missing final newline is marked as in `diff`.
    private static func split(_ text: String) -> [Substring] {
        if text.isEmpty { return [] }
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last == "" {
            lines.removeLast()
        } else if let last = lines.popLast() {
            lines.append(last + "\n\\ No newline at end of file")
        }
        return lines
    }

    /// The maximum number of lines on each side, between the common head and tail, for which common lines are searched;
    /// beyond, which would take long, all old lines precede all new ones.
    private static let comparedLines = 2_000

    private static func findSteps(_ old: [Substring], _ new: [Substring]) -> [Step] {
        let head = zip(old, new).prefix { $0 == $1 }.count
        let tail = zip(old.dropFirst(head).reversed(), new.dropFirst(head).reversed()).prefix { $0 == $1 }.count
        let removed = Array(old[head..<(old.count - tail)])
        let added = Array(new[head..<(new.count - tail)])
        return old.prefix(head).map(Step.same) + merge(removed, added) + old.suffix(tail).map(Step.same)
    }

    private static func merge(_ old: [Substring], _ new: [Substring]) -> [Step] {
        guard old.count <= comparedLines, new.count <= comparedLines else {
            return old.map(Step.removed) + new.map(Step.added)
        }
        let difference = new.difference(from: old)
        let gone = Set(difference.removals.map(\.offset))
        let came = Set(difference.insertions.map(\.offset))
        var steps: [Step] = []
        var next = 0
        for (index, line) in old.enumerated() {
            if gone.contains(index) {
                steps.append(.removed(line))
                continue
            }
            while came.contains(next) {
                steps.append(.added(new[next]))
                next += 1
            }
            steps.append(.same(line))
            next += 1
        }
        return steps + new.dropFirst(next).map(Step.added)
    }

    /// The changes with their context; adjacent ones form one hunk.
    private static func findHunks(_ steps: [Step], context: Int) -> [Range<Int>] {
        var hunks: [Range<Int>] = []
        for (index, step) in steps.enumerated() where step.isChange {
            let range = max(0, index - context)..<min(steps.count, index + context + 1)
            if let last = hunks.last, range.lowerBound <= last.upperBound {
                hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
            } else {
                hunks.append(range)
            }
        }
        return hunks
    }

    private static func write(_ steps: [Step], _ hunk: Range<Int>) -> [String] {
        let old = describe(steps, hunk) { if case .added = $0 { false } else { true } }
        let new = describe(steps, hunk) { if case .removed = $0 { false } else { true } }
        return ["@@ -\(old) +\(new) @@"] + steps[hunk].map(\.line)
    }

    /// `start,count` of one side; a side without lines starts at the previous line.
    private static func describe(_ steps: [Step], _ hunk: Range<Int>, _ isOnSide: (Step) -> Bool) -> String {
        let before = steps[..<hunk.lowerBound].count(where: isOnSide)
        let count = steps[hunk].count(where: isOnSide)
        return "\(count == 0 ? before : before + 1),\(count)"
    }
}

extension CollectionDifference.Change {
    fileprivate var offset: Int {
        switch self {
        case .insert(let offset, _, _), .remove(let offset, _, _): offset
        }
    }
}
