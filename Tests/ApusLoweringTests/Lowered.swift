import ApusLowering
import ApusModel
import ApusSource
import ApusSpec
import Testing

/// A document of a test, lowered.
struct Lowered {
    let model: APIModel
    let diagnostics: [Diagnostic]

    init(_ yaml: String, change: (inout LoweringOptions) -> Void = { _ in }) throws {
        let files = SourceFiles()
        var diagnostics = Diagnostics()
        let file = files.add(
            path: "openapi.yaml", bytes: Array(("openapi: 3.1.0\ninfo: { title: T, version: '1' }\n" + yaml).utf8))
        let document = try #require(DocumentReader.read(file, files: files, diagnostics: &diagnostics))
        var options = LoweringOptions(module: "Pets")
        change(&options)
        model = Lowering.lower(document, files: files, options: options, diagnostics: &diagnostics)
        self.diagnostics = diagnostics.all
    }

    var typeNames: [String] {
        model.types.map(\.header.name)
    }
}
