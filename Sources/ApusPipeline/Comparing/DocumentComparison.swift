public import ApusDiff
import ApusLowering
import ApusModel
import ApusSource
import ApusSpec

/// Compares two versions of a document as the client's configuration generates them.
public enum DocumentComparison {
    /// The report, or the findings that prevent it.
    public struct Outcome: Sendable {
        public let report: ChangeReport?
        public let findings: [Findings]
        /// Fingerprints of the accept list that no change has.
        public var unused: [String] = []
        /// Both versions, as they are generated; nil without a report.
        var models: (old: APIModel, new: APIModel)?
    }

    /// - Parameters:
    ///   - client: How both are generated; its `spec` is not used.
    ///   - workspace: The folder that the client's overlays and roots are relative to.
    ///   - accepted: The path of an accept list.
    /// - Throws: ``ComparisonProblem`` for a version that cannot be found, and for an accept list that cannot be used.
    public static func compare(
        _ old: DocumentSource, _ new: DocumentSource, client: ClientConfiguration, workspace: Workspace,
        accepting accepted: String? = nil, fetch: Fetch? = nil
    ) throws(ComparisonProblem) -> Outcome {
        let files = SourceFiles()
        let list = try accepted.map { path throws(ComparisonProblem) in try readAcceptList(path) } ?? AcceptList()
        let limit = files.limits.bytesPerFile
        let sources = (try old.load(beside: new, limit: limit), try new.load(beside: old, limit: limit))
        let run = Run(client: client, workspace: workspace, files: files, fetch: fetch)
        return run.compare((old, sources.0), (new, sources.1), accepting: list)
    }

    static func readAcceptList(_ path: String) throws(ComparisonProblem) -> AcceptList {
        let files = SourceFiles()
        do {
            return try AcceptList(try files.parse(try files.load(path)))
        } catch let problem as AcceptList.Problem {
            let position = files.position(of: problem.mark)
            throw ComparisonProblem("\(path):\(position.line):\(position.column): \(problem.text)")
        } catch let error as SourceError {
            throw ComparisonProblem(error.diagnostics.first?.message ?? "cannot read \(path)")
        } catch {
            throw ComparisonProblem("cannot read \(path): \(error)")
        }
    }

    /// One comparison.
    struct Run {
        let client: ClientConfiguration
        let workspace: Workspace
        let files: SourceFiles
        let fetch: Fetch?

        func compare(
            _ old: (DocumentSource, LoadedDocument?), _ new: (DocumentSource, LoadedDocument?),
            accepting list: AcceptList = AcceptList()
        ) -> Outcome {
            DocumentStack.run {
                let before = read(old.0, old.1)
                let after = read(new.0, new.1)
                let findings = [before.findings, after.findings]
                guard let first = before.version, let second = after.version else {
                    return Outcome(report: nil, findings: findings)
                }
                let changes = APIDifference.find(from: first, to: second, files: files)
                let report = ChangeReport(changes, files: files, accepting: list)
                return Outcome(
                    report: report, findings: findings, unused: report.findUnused(of: list),
                    models: (first.model, second.model))
            }
        }

        private func read(_ source: DocumentSource, _ loaded: LoadedDocument?) -> (
            version: APIVersion?, findings: Findings
        ) {
            var client = client
            switch source {
            case .place(let text): client.spec = text
            case .git: client.spec = loaded?.path ?? ""
            }
            // A document that is shown below a prefix has its folders there.
            if let prefix = loaded?.prefix { client.roots += client.roots.map { prefix + $0 } }
            var pipeline = Pipeline(client: client, workspace: workspace, fetch: fetch)
            pipeline.files = files
            pipeline.loaded = loaded
            let version = pipeline.readVersion()
            let findings = Findings(
                pipeline.diagnostics, files: files, isStrict: client.isStrict, withNotes: false)
            return (findings.isFailure ? nil : version, findings)
        }
    }
}
