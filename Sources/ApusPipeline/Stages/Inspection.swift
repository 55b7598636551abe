import ApusEmission
public import ApusModel
import ApusSource
import ApusSpec

/// The values between the stages that can be printed.
public enum DumpStage: String, CaseIterable, Sendable {
    case tree, spec, model, context
    /// The document as it is read, with the overlays applied.
    case document
    /// The location in the document of every generated type, operation and event.
    case origin
    /// A response for each operation, for `ApusTesting`.
    case examples
    /// Every documented example of a response, with the type that reads it and its schema.
    case answers
}

/// Examines a document without writing anything.
public enum Inspection {
    /// Every finding of generating the document, and its examples that do not fit.
    ///
    /// - Parameter workspace: The workspace that the client belongs to.
    /// - Throws: An error that describes itself, where the workspace may not read a file of the client.
    public static func lint(
        _ client: ClientConfiguration, of workspace: Workspace, withNotes: Bool = true, fetch: Fetch? = nil
    ) throws -> Findings {
        try workspace.checkInputs(of: client)
        return lint(client, in: workspace, withNotes: withNotes, fetch: fetch)
    }

    /// The findings about a document without a workspace.
    public static func lint(
        _ client: ClientConfiguration, withNotes: Bool = true, fetch: Fetch? = nil
    ) -> Findings {
        lint(client, in: Workspace(folder: "", clients: []), withNotes: withNotes, fetch: fetch)
    }

    private static func lint(
        _ client: ClientConfiguration, in workspace: Workspace, withNotes: Bool, fetch: Fetch?
    ) -> Findings {
        DocumentStack.run {
            var pipeline = Pipeline(client: client, workspace: workspace, fetch: fetch)
            pipeline.lint()
            return Findings(
                pipeline.diagnostics, files: pipeline.files, isStrict: client.isStrict, withNotes: withNotes)
        }
    }

    /// The declarations of a client; nil where an earlier stage failed.
    ///
    /// - Parameter workspace: The workspace that the client belongs to.
    /// - Throws: An error that describes itself, where the workspace may not read a file of the client.
    public static func model(
        of client: ClientConfiguration, in workspace: Workspace, fetch: Fetch? = nil
    ) throws -> (model: APIModel?, findings: Findings) {
        try workspace.checkInputs(of: client)
        return DocumentStack.run {
            var pipeline = Pipeline(client: client, workspace: workspace, fetch: fetch)
            let model = pipeline.lower()
            let findings = Findings(
                pipeline.diagnostics, files: pipeline.files, isStrict: client.isStrict, withNotes: false)
            return (findings.isFailure ? nil : model, findings)
        }
    }

    /// The value after a stage as stable text; empty where an earlier stage failed.
    ///
    /// - Parameter asJSON: Whether the document itself is printed as JSON and not as YAML.
    /// - Throws: `EmissionError` for invalid templates, at the last stage.
    public static func dump(
        _ stage: DumpStage, of client: ClientConfiguration, asJSON: Bool = false, fetch: Fetch? = nil
    ) throws -> (text: String, findings: Findings) {
        try DocumentStack.run { try print(stage, of: client, asJSON: asJSON, fetch: fetch) }
    }

    private static func print(
        _ stage: DumpStage, of client: ClientConfiguration, asJSON: Bool, fetch: Fetch?
    ) throws -> (text: String, findings: Findings) {
        var pipeline = Pipeline(client: client, workspace: Workspace(folder: "", clients: []), fetch: fetch)
        let text =
            switch stage {
            case .tree: pipeline.readTree().map { $0.root.dump(files: pipeline.files) }
            case .document: pipeline.readTree().map { asJSON ? $0.root.json : $0.root.yaml }
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
