import ApusOverlays
import ApusSource

/// The overlay that turns one document into another.
public enum DocumentOverlay {
    public struct Outcome: Sendable {
        /// As YAML; nil for equal documents, and where one cannot be read.
        public let text: String?
        public let findings: [Findings]

        public var isFailure: Bool { findings.contains { $0.isFailure } }
    }

    /// - Throws: ``ComparisonProblem`` for a commit that cannot be found, and where the overlay does not give the new document.
    public static func make(
        from old: DocumentSource, to new: DocumentSource, fetch: Fetch? = nil
    ) throws(ComparisonProblem) -> Outcome {
        let limit = SourceLimits.standard.bytesPerFile
        let documents = (try old.load(beside: new, limit: limit), try new.load(beside: old, limit: limit))
        let result: Result<Outcome, ComparisonProblem> = DocumentStack.run {
            let before = read(old, documents.0, fetch)
            let after = read(new, documents.1, fetch)
            let findings = [before.findings, after.findings]
            guard let first = before.root, let second = after.root, !findings.contains(where: \.isFailure) else {
                return .success(Outcome(text: nil, findings: findings))
            }
            return write(first, second, title: "Changes from \(old.shown) to \(new.shown)").map {
                Outcome(text: $0, findings: findings)
            }
        }
        return try result.get()
    }

    /// The text is read and applied again: it is printed only where it gives the new document.
    private static func write(
        _ old: SourceNode, _ new: SourceNode, title: String
    ) -> Result<String?, ComparisonProblem> {
        guard let difference = OverlayDifference(from: old, to: new) else {
            return .failure(ComparisonProblem("an overlay changes a mapping, and one of the documents is none"))
        }
        if difference.actions.isEmpty { return .success(nil) }
        let text = difference.document(title: title).yaml
        let files = SourceFiles()
        var diagnostics = Diagnostics()
        let root = try? files.parse(files.add(path: "overlay.yaml", bytes: Array(text.utf8)), diagnostics: &diagnostics)
        let result = root.flatMap { OverlayDocument.read($0, diagnostics: &diagnostics) }?.apply(
            to: old, diagnostics: &diagnostics)
        guard let result, result.isEqual(to: new) else {
            let reason = diagnostics.all.first.map { ": " + $0.message } ?? ""
            return .failure(ComparisonProblem("these documents are too different for an overlay" + reason))
        }
        return .success(text)
    }

    private static func read(
        _ source: DocumentSource, _ loaded: LoadedDocument?, _ fetch: Fetch?
    ) -> (root: SourceNode?, findings: Findings) {
        let client = ClientConfiguration(name: "", spec: source.shown, output: "")
        var pipeline = Pipeline(client: client, workspace: Workspace(folder: "", clients: []), fetch: fetch)
        pipeline.loaded = loaded
        let root = pipeline.readTree()?.root
        return (root, Findings(pipeline.diagnostics, files: pipeline.files, withNotes: false))
    }
}

extension DocumentSource {
    /// As the command line has it.
    fileprivate var shown: String {
        switch self {
        case .place(let text): text
        case .git(let revision, let path): "git:" + revision + (path.map { ":" + $0 } ?? "")
        }
    }
}
