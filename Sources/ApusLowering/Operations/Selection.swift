import ApusSpec

/// Which operations are wanted: ids, `tag:Name`, or paths in which `*` stands for anything.
struct Selection {
    let include: [String]
    let exclude: [String]

    func contains(_ operation: Operation) -> Bool {
        (include.isEmpty || include.contains { matches($0, operation) }) && !exclude.contains { matches($0, operation) }
    }

    private func matches(_ rule: String, _ operation: Operation) -> Bool {
        if rule.hasPrefix("tag:") { return operation.tags.contains(String(rule.dropFirst(4))) }
        if rule.hasPrefix("/") { return Selection.matches(Array(operation.documentedPath.utf8), Array(rule.utf8)) }
        return operation.operationID == rule
    }

    /// `*` is any run of characters. Linear: on a mismatch, the last `*` takes one more.
    private static func matches(_ text: [UInt8], _ pattern: [UInt8]) -> Bool {
        var (place, step) = (0, 0)
        var star: (step: Int, place: Int)?
        while place < text.count {
            if step < pattern.count, pattern[step] == UInt8(ascii: "*") {
                star = (step, place)
                step += 1
            } else if step < pattern.count, pattern[step] == text[place] {
                (place, step) = (place + 1, step + 1)
            } else if let last = star {
                (step, place) = (last.step + 1, last.place + 1)
                star = (last.step, last.place + 1)
            } else {
                return false
            }
        }
        return pattern[step...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
