/// Finds the word that the user probably meant: the one source of every "did you mean".
public enum Spelling {
    /// The longest word that suggestions are made for.
    private static let longest = 64

    /// A word with the same letters and digits, or with the same parts in another order (`booksList`: `list_books`); otherwise the nearest by
    /// edit distance (insert, delete, replace, swap of neighbors), at most a third of its letters away.
    ///
    /// - Parameter most: The largest edit distance.
    public static func nearest(
        to word: String, among words: some Sequence<String>, within most: Int = .max
    ) -> String? {
        let typed = Array(word.lowercased())
        guard !typed.isEmpty, typed.count <= longest else { return nil }
        let (letters, parts) = (fold(word), split(word))
        var best: (word: String, distance: Int)?
        for other in words where other.utf8.count <= 4 * longest {
            let folded = letters.isEmpty ? "" : fold(other)
            if !letters.isEmpty, folded == letters { return other }
            let distance: Int
            // Equal parts have as many letters.
            if parts.count > 1, folded.utf8.count == letters.utf8.count, split(other) == parts {
                distance = 0
            } else {
                let size = max(typed.count, other.count)
                // A word of two letters becomes another word by one change, so only an equal one counts.
                let limit = size < 3 ? 0 : min(most, max(1, size / 3))
                guard abs(typed.count - other.count) <= limit else { continue }
                distance = measure(typed, Array(other.lowercased()))
                guard distance <= limit else { continue }
            }
            if best.map({ distance < $0.distance }) ?? true { best = (other, distance) }
        }
        return best?.word
    }

    /// `did you mean "books_list"?`, or nil.
    public static func advice(on word: String, among words: some Sequence<String>) -> String? {
        nearest(to: word, among: words).map { "did you mean \"\($0)\"?" }
    }

    /// Letters and digits in lower case: `contact_id` and `contactId` are both `contactid`.
    public static func fold(_ word: String) -> String {
        String(word.lowercased().filter { $0.isLetter || $0.isNumber })
    }

    /// The parts of a word in alphabetical order: `booksList` → `books`, `list`
    private static func split(_ word: String) -> [String] {
        var parts: [String] = []
        var isInside = false
        var wasLower = false
        for character in word {
            guard character.isLetter || character.isNumber else {
                isInside = false
                continue
            }
            if !isInside || wasLower && character.isUppercase { parts.append("") }
            parts[parts.count - 1] += character.lowercased()
            (isInside, wasLower) = (true, !character.isUppercase)
        }
        return parts.sorted()
    }

    private static func measure(_ left: [Character], _ right: [Character]) -> Int {
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
