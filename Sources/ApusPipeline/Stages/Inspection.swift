import ApusEmission
import ApusModel
import ApusSource
import ApusSpec

/// The borders of the pipeline that can be printed.
public enum DumpStage: String, CaseIterable, Sendable {
    case tree, spec, model, context
}

/// Looks at a document without writing anything.
public enum Inspection {
    /// Every finding that generating the document would give.
    public static func lint(_ client: ClientConfiguration, withNotes: Bool = true) -> Findings {
        var pipeline = Pipeline(client: client, workspace: Workspace(folder: "", clients: []))
        _ = pipeline.lower()
        return Findings(pipeline.diagnostics, files: pipeline.files, isStrict: client.isStrict, withNotes: withNotes)
    }

    /// The value at a border as stable text; empty where an earlier stage failed.
    public static func dump(_ stage: DumpStage, of client: ClientConfiguration) -> (text: String, findings: Findings) {
        var pipeline = Pipeline(client: client, workspace: Workspace(folder: "", clients: []))
        let text =
            switch stage {
            case .tree: pipeline.readTree().map { $0.root.dump(files: pipeline.files) }
            case .spec: pipeline.readDocument()?.dump()
            case .model: pipeline.lower()?.dump()
            case .context: pipeline.lower().map { Emission.dump($0) }
            }
        let findings = Findings(
            pipeline.diagnostics, files: pipeline.files, isStrict: client.isStrict, withNotes: false)
        return (text ?? "", findings)
    }
}
