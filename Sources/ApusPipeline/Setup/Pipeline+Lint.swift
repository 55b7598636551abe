import ApusLowering
import ApusModel
import ApusSource
import ApusSpec

extension Pipeline {
    /// Everything that can be said about the document.
    mutating func lint() {
        guard let document = readDocument() else { return }
        let model = Lowering.lower(
            document, files: files, options: loweringOptions(for: document), diagnostics: &diagnostics)
        Lowering.checkExamples(of: document, diagnostics: &diagnostics)
        DocumentSigns(document, of: self).reportPaging(of: model, to: &diagnostics)
    }
}

/// What `apus lint` says of the settings that a document shows signs of; it applies none.
extension DocumentSigns {
    /// A note for each operation that seems to return a list in pages and has no rule.
    ///
    /// - Parameter model: The client with its rules.
    func reportPaging(of model: APIModel, to diagnostics: inout Diagnostics) {
        for (id, rule, operation) in findPaging(besides: model) {
            diagnostics.report(.unconfiguredPaging(of: id, operation, "\(YAMLScalar.text(id)): \(text(of: rule))"))
        }
    }
}

extension Diagnostic {
    /// - Parameter line: The line under `paging` in `apus.yaml`.
    fileprivate static func unconfiguredPaging(of id: String, _ operation: Operation, _ line: String) -> Diagnostic {
        Diagnostic(
            id: "unconfigured-paging", severity: .note,
            message: "\(id) seems to return its list in pages, and no rule says how they follow each other",
            mark: operation.mark, pointer: operation.pointer,
            hint: "`paging: { \(line) }` in apus.yaml lets callers iterate over all pages; look at the pointers first")
    }
}
