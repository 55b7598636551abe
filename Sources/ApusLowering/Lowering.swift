public import ApusModel
public import ApusSource
public import ApusSpec

/// Converts a document to the Swift declarations to write. The only module that uses both languages.
public enum Lowering {
    /// Lowers the operations that the options select and refines the model by ``Passes``. Never fails: a construct that
    /// Swift cannot express becomes the widest type that holds the data, with a diagnostic. Only a client without any
    /// content is an error.
    public static func lower(
        _ document: Document, files: SourceFiles, options: LoweringOptions, diagnostics: inout Diagnostics
    ) -> APIModel {
        run(document, files: files, options: options, diagnostics: &diagnostics).model
    }

    /// The model of ``lower(_:files:options:diagnostics:)``, and the locations in the document of its types, operations
    /// and events.
    public static func lowerWithOrigins(
        _ document: Document, files: SourceFiles, options: LoweringOptions, diagnostics: inout Diagnostics
    ) -> (model: APIModel, origins: [DeclarationOrigin]) {
        let (model, origins) = run(document, files: files, options: options, diagnostics: &diagnostics)
        return (model, origins.declarations(of: model))
    }

    /// The model of ``lower(_:files:options:diagnostics:)``, and the locations of its declarations and their members.
    public static func lowerWithLocations(
        _ document: Document, files: SourceFiles, options: LoweringOptions, diagnostics: inout Diagnostics
    ) -> (model: APIModel, locations: ModelLocations) {
        let (model, origins) = run(document, files: files, options: options, diagnostics: &diagnostics)
        return (model, ModelLocations(origins))
    }

    private static func run(
        _ document: Document, files: SourceFiles, options: LoweringOptions, diagnostics: inout Diagnostics
    ) -> (model: APIModel, origins: Origins) {
        let (model, origins) = DocumentStack.run {
            let lowerer = Lowerer(document, files: files, options: options)
            let lowered = lowerer.lowerDocument()
            diagnostics.merge(lowerer.log.diagnostics)
            let origins = lowerer.origins
            var model = Passes.run(lowered, origins: origins, options: options, diagnostics: &diagnostics)
            if options.makesExamples {
                let log = DiagnosticLog()
                model.examples = lowerer.makeExamples(for: model, log)
                diagnostics.merge(log.diagnostics)
            }
            return (model, origins)
        }
        if model.operations.isEmpty, model.types.isEmpty, model.events.isEmpty, !diagnostics.hasErrors {
            diagnostics.report(.nothingToGenerate(from: document))
        }
        return (model, origins)
    }
}

extension Diagnostic {
    fileprivate static func nothingToGenerate(from document: Document) -> Diagnostic {
        let hasOperations = document.paths.contains { !$0.operations.isEmpty }
        let hint =
            if hasOperations { "look at `include` and `exclude` in apus.yaml" } else if document.namedSchemas.isEmpty {
                "operations are written under `paths`, each under its path and its method"
            } else { "schemas alone are generated with `keepUnusedTypes: true` in apus.yaml" }
        return Diagnostic(
            id: "nothing-to-generate", severity: .error,
            message: hasOperations ? "no operation is selected" : "the document has no operation",
            mark: SourceMark(file: document.root, offset: 0), pointer: "", hint: hint)
    }
}
