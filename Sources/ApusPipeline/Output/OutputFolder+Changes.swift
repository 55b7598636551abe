extension OutputFolder {
    /// What a write would do, or did.
    struct Changes: Equatable, Sendable {
        /// In the order of the output; paths inside the folder.
        var written: [String] = []
        var removed: [String] = []
        /// Files that Apus wrote, somebody edited since, and that are no longer generated: left where they are.
        var kept: [String] = []
        /// Files that would have to be overwritten and are not.
        var refused: [Refused] = []
        var unchanged = 0

        var isEmpty: Bool { written.isEmpty && removed.isEmpty && refused.isEmpty }
    }

    struct Refused: Equatable, Sendable {
        let path: String
        let reason: Reason

        enum Reason: String, Sendable {
            case foreign = "Apus did not write it"
            case edited = "it is not as Apus wrote it"
            case link = "it is a link"
        }
    }
}

extension OutputFolder.Changes {
    private static let shownFiles = 10

    /// Names the files and the ways out; nil where nothing is refused.
    func refusal(in folder: String) -> OutputProblem? {
        if refused.isEmpty { return nil }
        let shown = refused.prefix(Self.shownFiles).map { "\(folder)/\($0.path) (\($0.reason.rawValue))" }
        let more = refused.count > shown.count ? " and \(refused.count - shown.count) more" : ""
        let pronoun = refused.count == 1 ? "it" : "them"
        return OutputProblem(
            path: shown.joined(separator: ", ") + more, action: "overwrite",
            reason:
                "nothing was written; move \(pronoun) away, replace \(pronoun) with --force, or choose another --output"
        )
    }
}
