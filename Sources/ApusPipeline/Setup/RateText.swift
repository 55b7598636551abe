/// A rate limit that prose states.
struct RateText: Equatable {
    let requests: Int
    let seconds: Int
    /// The words that state it.
    let words: String

    /// `At most 1,000 API calls per 5 minutes.` → 1000 in 300 seconds; nil where the text states none.
    init?(_ text: String) {
        let words = text.prefix(100_000).split(whereSeparator: \.isWhitespace).flatMap(Self.split)
        for start in words.indices {
            guard let requests = Self.number(words[start]), let found = Self.read(words[start...].prefix(8)) else {
                continue
            }
            self.requests = requests
            seconds = found.seconds
            self.words = found.words.joined(separator: " ")
            return
        }
        return nil
    }

    /// `requests/minute.` → `requests`, `/`, `minute`
    private static func split(_ word: Substring) -> [Substring] {
        let parts = word.split(separator: "/", omittingEmptySubsequences: false).map { part in
            part.drop { !$0.isLetter && !$0.isNumber }.trimmingSuffix { !$0.isLetter && !$0.isNumber }
        }
        return Array(parts.map { [$0] }.joined(separator: ["/"])).filter { !$0.isEmpty }
    }

    private static func read(_ words: ArraySlice<Substring>) -> (seconds: Int, words: ArraySlice<Substring>)? {
        let things = ["request", "requests", "call", "calls", "req", "reqs", "queries"]
        guard let thing = words.dropFirst().prefix(3).firstIndex(where: { things.contains($0.lowercased()) }) else {
            return nil
        }
        var index = thing + 1
        guard index < words.endIndex,
            ["per", "a", "an", "each", "every", "/", "in"].contains(words[index].lowercased())
        else { return nil }
        index += 1
        var count = 1
        if index < words.endIndex, let number = number(words[index]) {
            count = number
            index += 1
        }
        guard index < words.endIndex, let unit = units[words[index].lowercased()] else { return nil }
        let (seconds, isTooLong) = count.multipliedReportingOverflow(by: unit)
        return isTooLong || seconds > 86_400 ? nil : (seconds, words[words.startIndex...index])
    }

    private static let units: [String: Int] = [
        "s": 1, "sec": 1, "second": 1, "seconds": 1, "min": 60, "minute": 60, "minutes": 60, "h": 3_600, "hour": 3_600,
        "hours": 3_600, "day": 86_400,
    ]

    /// `1,000` → 1000; nil for what is no positive number below a million.
    private static func number(_ word: Substring) -> Int? {
        guard word.utf8.count <= 9, let value = Int(word.filter { $0 != "," }), (1..<1_000_000).contains(value) else {
            return nil
        }
        return value
    }
}

extension Substring {
    fileprivate func trimmingSuffix(while isDropped: (Character) -> Bool) -> Substring {
        guard let last = lastIndex(where: { !isDropped($0) }) else { return "" }
        return self[...last]
    }
}
