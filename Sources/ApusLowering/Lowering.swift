public import ApusModel
public import ApusSource
public import ApusSpec

/// Document → the Swift to be written. The only room that speaks both languages.
public enum Lowering {
    /// Lowers what the options select and refines it by ``Passes``. Never fails: what cannot be expressed becomes the widest type that
    /// holds the data, with a diagnostic. Only a client without any content is an error.
    public static func lower(
        _ document: Document, files: SourceFiles, options: LoweringOptions, diagnostics: inout Diagnostics
    ) -> APIModel {
        let model = DocumentStack.run {
            let lowerer = Lowerer(document, files: files, options: options)
            let lowered = lowerer.lowerDocument()
            diagnostics.merge(lowerer.diagnostics)
            return Passes.run(lowered, origins: lowerer.origins, options: options, diagnostics: &diagnostics)
        }
        if model.operations.isEmpty, model.types.isEmpty, model.events.isEmpty, !diagnostics.hasErrors {
            diagnostics.report(.nothingToGenerate(from: document))
        }
        return model
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
