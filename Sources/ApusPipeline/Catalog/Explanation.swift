/// What a diagnostic means, by example.
public struct Explanation: Hashable, Sendable {
    /// The id in brackets at the end of a finding: `duplicate-key`.
    public let id: String
    /// One line without full stop.
    public let title: String
    /// Why it matters, in a sentence or two.
    let meaning: String
    /// Input that raises it.
    let before: String
    /// The message that this input gives.
    let says: String
    /// What Apus does in spite of it.
    let instead: String
    /// The same input, mended.
    let after: String

    init(id: String, title: String, meaning: String, before: String, says: String, instead: String, after: String) {
        self.id = id
        self.title = title
        self.meaning = meaning
        self.before = before
        self.says = says
        self.instead = instead
        self.after = after
    }

    /// What `apus explain` prints; ends with a newline.
    public var text: String {
        """
        \(title) [\(id)]

        \(Self.wrap(meaning))

        Before:

        \(Self.indent(before))

        Apus says:

        \(Self.indent(says))

        \(Self.wrap(instead))

        After:

        \(Self.indent(after))

        """
    }

    private static func indent(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
    }

    /// At most 80 columns, broken at spaces.
    private static func wrap(_ text: String) -> String {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + word.count < 80 {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines.joined(separator: "\n")
    }
}
