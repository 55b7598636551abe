import ApusEmission
import ApusModel
import ApusSource
import ApusSpec

/// The values between the stages that can be printed.
public enum DumpStage: String, CaseIterable, Sendable {
    case tree, spec, model, context
    /// The location in the document of every generated type, operation and event.
    case origin
    /// A response for each operation, for `ApusTesting`.
    case examples
    /// Every documented example of a response, with the type that reads it and its schema.
    case answers
}

/// Examines a document without writing anything.
public enum Inspection {
    /// Every finding of generating the document.
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

    /// The value after a stage as stable text; empty where an earlier stage failed.
    ///
    /// - Throws: `EmissionError` for invalid templates, at the last stage.
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
