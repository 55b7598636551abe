import ApusEmission
import ApusModel
import ApusSource
import ApusSpec

/// The borders of the pipeline that can be printed.
public enum DumpStage: String, CaseIterable, Sendable {
    case tree, spec, model, context
    /// The place in the document of every generated type, operation and event.
    case origin
    /// An answer for each operation, for `ApusTesting`.
    case examples
    /// Every documented example of an answer, with the type that reads it and its schema.
    case answers
}

/// Looks at a document without writing anything.
public enum Inspection {
    /// Every finding that generating the document would give.
    public static func lint(
        _ client: ClientConfiguration, withNotes: Bool = true, fetch: Fetch? = nil
    ) -> Findings {
        DocumentStack.run {
            var pipeline = Pipeline(client: client, workspace: Workspace(folder: "", clients: []), fetch: fetch)
            _ = pipeline.lower()
            return Findings(
                pipeline.diagnostics, files: pipeline.files, isStrict: client.isStrict, withNotes: withNotes)
        }
    }

    /// The value at a border as stable text; empty where an earlier stage failed.
    ///
    /// - Throws: `EmissionError` for templates that cannot be used, at the last border.
    public static func dump(
        _ stage: DumpStage, of client: ClientConfiguration, fetch: Fetch? = nil
    ) throws -> (text: String, findings: Findings) {
        try DocumentStack.run { try print(stage, of: client, fetch: fetch) }
    }

    private static func print(
        _ stage: DumpStage, of client: ClientConfiguration, fetch: Fetch?
    ) throws -> (text: String, findings: Findings) {
        var pipeline = Pipeline(client: client, workspace: Workspace(folder: "", clients: []), fetch: fetch)
        let text =
            switch stage {
            case .tree: pipeline.readTree().map { $0.root.dump(files: pipeline.files) }
            case .spec: pipeline.readDocument()?.dump()
            case .model: pipeline.lower()?.dump()
            case .origin: pipeline.readOrigins()
            case .examples: pipeline.readExamples()
            case .answers: pipeline.readAnswers()
            case .context: try pipeline.lower().map { try Emission.dump($0, options: pipeline.emissionOptions()) }
            }
        let findings = Findings(
            pipeline.diagnostics, files: pipeline.files, isStrict: client.isStrict, withNotes: false)
        return (text ?? "", findings)
    }
}
