/// Finds the word that the user probably meant.
package enum Spelling {
    /// The nearest word by edit distance (insert, delete, replace, swap of neighbors), at most a third of its letters
    /// away.
    package static func nearest(to word: String, among words: [String]) -> String? {
        let typed = Array(word.lowercased())
        guard typed.count <= 64 else { return nil }
        let ranked = words.map { (word: $0, distance: distance(typed, Array($0.lowercased()))) }
        guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
        return best.distance <= max(1, max(typed.count, best.word.count) / 3) ? best.word : nil
    }

    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in 1..<(left.count + 1) {
            var current = [row]
            for column in 1..<(right.count + 1) {
                let cost = left[row - 1] == right[column - 1] ? 0 : 1
                var best = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + cost)
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    best = min(best, beforeLast[column - 2] + 1)
                }
                current.append(best)
            }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }
}
