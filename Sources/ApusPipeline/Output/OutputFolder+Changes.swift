extension OutputFolder {
    /// The planned or applied changes of a write.
    struct Changes: Equatable, Sendable {
        /// In output order; paths inside the folder.
        var written: [String] = []
        var removed: [String] = []
        /// Files that Apus wrote, that were edited since, and that are no longer generated: they remain.
        var kept: [String] = []
        /// Files that would be overwritten and are not.
        var refused: [Refused] = []
        var unchanged = 0
        /// Swift files in the folder that neither the output nor the manifest lists: they are compiled with the client.
        var strays: [String] = []

        /// The changes of both, those of another folder with its path.
        func joined(with other: Self, in folder: String) -> Self {
            func place(_ paths: [String]) -> [String] { paths.map { folder + "/" + $0 } }
            var all = self
            all.written += place(other.written)
            all.removed += place(other.removed)
            all.kept += place(other.kept)
            all.refused += other.refused.map { OutputFolder.Refused(path: folder + "/" + $0.path, reason: $0.reason) }
            all.unchanged += other.unchanged
            all.strays += place(other.strays)
            return all
        }

        /// Whether nothing is written, removed or replaced.
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

    /// The first of some names, and the number of others.
    static func list(_ names: [String]) -> String {
        let more = names.count > shownFiles ? " and \(names.count - shownFiles) more" : ""
        return names.prefix(shownFiles).joined(separator: ", ") + more
    }

    /// A message with the files and the alternatives; nil if nothing is refused.
    func refusal(in folder: String) -> OutputProblem? {
        if refused.isEmpty { return nil }
        let shown = Self.list(refused.map { "\(folder)/\($0.path) (\($0.reason.rawValue))" })
        let pronoun = refused.count == 1 ? "it" : "them"
        return OutputProblem(
            path: shown, action: "overwrite",
            reason:
                "nothing was written; move \(pronoun) away, replace \(pronoun) with --force, or choose another --output"
        )
    }
}
