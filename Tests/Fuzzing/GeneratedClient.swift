public import ApusEmission
import ApusLowering
import ApusModel
import ApusOverlays
public import ApusSource
import ApusSpec

/// A client as the stages make it from a document in memory.
public struct GeneratedClient: Sendable {
    public var files: [GeneratedFile]
    public var diagnostics: [Diagnostic]
    /// The diagnostics in the three forms in which they are printed.
    public var reports: [String]

    /// - Parameters:
    ///   - bytes: The bytes of the document; if it gives no client there are no files, and ``diagnostics`` has the
    ///     reason.
    ///   - overlay: Applied to it before.
    public static func generate(
        _ bytes: [UInt8], overlay: [UInt8]? = nil, module: String = "Pets"
    ) throws -> GeneratedClient {
        let sources = SourceFiles(limits: SourceLimits(depth: 200, bytesPerFile: 1 << 20, nodes: 100_000))
        var diagnostics = Diagnostics()
        let file = sources.add(path: "openapi.yaml", bytes: bytes)
        let document = read(file, overlay, sources, &diagnostics)
        var files: [GeneratedFile] = []
        if let document {
            var options = LoweringOptions(module: module)
            options.sourcePath = "openapi.yaml"
            options.keepsUnusedTypes = true
            let model = Lowering.lower(document, files: sources, options: options, diagnostics: &diagnostics)
            files = try Emission.emit(model, options: EmissionOptions())
        }
        let renderer = DiagnosticRenderer(files: sources)
        let reports = [
            diagnostics.all.map(renderer.text).joined(separator: "\n"), renderer.json(diagnostics.all),
            renderer.sarif(diagnostics.all, toolVersion: "0"),
        ]
        return GeneratedClient(files: files, diagnostics: diagnostics.all, reports: reports)
    }

    private static func read(
        _ file: SourceFileID, _ overlay: [UInt8]?, _ sources: SourceFiles, _ diagnostics: inout Diagnostics
    ) -> Document? {
        guard let overlay else {
            return DocumentReader.read(file, files: sources, loader: .memory([:]), diagnostics: &diagnostics)
        }
        do throws(SourceError) {
            var root = try sources.parse(file, diagnostics: &diagnostics)
            let node = try sources.parse(sources.add(path: "overlay.yaml", bytes: overlay), diagnostics: &diagnostics)
            guard let edits = OverlayDocument.read(node, diagnostics: &diagnostics) else { return nil }
            root = edits.apply(to: root, diagnostics: &diagnostics)
            return DocumentReader.read(
                root: root, of: file, files: sources, loader: .memory([:]), diagnostics: &diagnostics)
        } catch {
            diagnostics.merge(error)
            return nil
        }
    }

    public var swiftFiles: [GeneratedFile] {
        files.filter { $0.path.hasSuffix(".swift") }
    }
}
