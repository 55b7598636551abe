public import ApusEmission
import ApusLowering
import ApusModel
public import ApusSource
import ApusSpec

/// A client as the stages make it from a document in memory.
public struct GeneratedClient: Sendable {
    public var files: [GeneratedFile]
    public var diagnostics: [Diagnostic]
    /// The diagnostics in the three forms in which they are printed.
    public var reports: [String]

    /// nil where the document gives no client; ``diagnostics`` would say why.
    public static func generate(_ bytes: [UInt8], module: String = "Pets") throws -> GeneratedClient {
        let sources = SourceFiles(limits: SourceLimits(depth: 200, bytesPerFile: 1 << 20, nodes: 100_000))
        var diagnostics = Diagnostics()
        let file = sources.add(path: "openapi.yaml", bytes: bytes)
        let document = DocumentReader.read(file, files: sources, loader: .memory([:]), diagnostics: &diagnostics)
        var files: [GeneratedFile] = []
        if let document {
            var options = LoweringOptions(module: module)
            options.sourcePath = "openapi.yaml"
            options.keepsUnusedTypes = true
            let model = Lowering.lower(document, files: sources, options: options, diagnostics: &diagnostics)
            files = try Emission.emit(model, options: EmissionOptions(version: "0"))
        }
        let renderer = DiagnosticRenderer(files: sources)
        let reports = [
            diagnostics.all.map(renderer.text).joined(separator: "\n"), renderer.json(diagnostics.all),
            renderer.sarif(diagnostics.all, toolVersion: "0"),
        ]
        return GeneratedClient(files: files, diagnostics: diagnostics.all, reports: reports)
    }

    public var swiftFiles: [GeneratedFile] {
        files.filter { $0.path.hasSuffix(".swift") }
    }
}
