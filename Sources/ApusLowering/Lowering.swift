public import ApusModel
public import ApusSource
public import ApusSpec

/// Document → the Swift to be written. The only room that speaks both languages.
public enum Lowering {
    /// Lowers what the options select and refines it by ``Passes``. Never fails: what cannot be expressed becomes the widest type that
    /// holds the data, with a diagnostic.
    public static func lower(
        _ document: Document, files: SourceFiles, options: LoweringOptions, diagnostics: inout Diagnostics
    ) -> APIModel {
        let lowerer = Lowerer(document, files: files, options: options)
        let model = lowerer.lowerDocument()
        diagnostics.merge(lowerer.diagnostics)
        return Passes.run(model, origins: lowerer.origins, options: options, diagnostics: &diagnostics)
    }
}
