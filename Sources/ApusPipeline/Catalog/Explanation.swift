/// The meaning of a diagnostic, by example.
public struct Explanation: Hashable, Sendable {
    /// The id in brackets at the end of a finding: `duplicate-key`.
    public let id: String
    /// One line without full stop.
    public let title: String
    /// Why it matters, in a sentence or two.
    let meaning: String
    /// Input that causes it.
    let before: String
    /// The message for this input.
    let says: String
    /// The behavior of Apus in this case.
    let instead: String
    /// The corrected input.
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

    /// The output of `apus explain`; ends with a newline.
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
