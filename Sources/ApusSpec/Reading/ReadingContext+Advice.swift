import ApusSource

extension ReadingContext {
    /// The maximum number of searches in one document, and of names in each: a document chooses both.
    private static let adviceLimit = (searches: 200, names: 1_000)

    /// The name that a misspelt word probably means.
    func findNearest(
        to word: String, among names: some Collection<String>, within most: Int = .max
    ) -> String? {
        guard suggestions < Self.adviceLimit.searches else { return nil }
        suggestions += 1
        return Spelling.nearest(to: word, among: names.sorted().prefix(Self.adviceLimit.names), within: most)
    }
}

extension Diagnostic {
    /// `did you mean "string"?` before the rest of a hint.
    static func advise(_ nearest: String?, _ rest: String) -> String {
        nearest.map { "did you mean \"\($0)\"? " + rest } ?? rest
    }
}
