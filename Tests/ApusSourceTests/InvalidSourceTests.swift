import ApusSource
import TestSupport
import Testing

/// The cases of `specs/invalid` about text, read without the later stages. Set `APUS_UPDATE=1` to record their
/// diagnostics.
struct InvalidSourceTests {
    @Test(arguments: [
        ("alias-expansion", "openapi.yaml"), ("duplicate-key", "openapi.yaml"), ("file-too-large", "document.yaml"),
        ("invalid-encoding", "openapi.yaml"), ("invalid-json", "openapi.json"), ("invalid-yaml", "openapi.yaml"),
        ("loose-json", "openapi.json"), ("missing-file", "openapi.yaml"), ("nesting-too-deep", "openapi.yaml"),
        ("several-documents", "openapi.yaml"),
    ])
    func saysExactly(_ id: String, _ name: String) throws {
        // A repository should not contain a file of 64 MiB.
        let limits = id == "file-too-large" ? SourceLimits(bytesPerFile: 32) : .standard
        let files = SourceFiles(limits: limits)
        let path = "specs/invalid/\(id)/\(name)"
        var diagnostics = Diagnostics()
        do {
            let file = try files.load(Repository.root + "/" + path, shownAs: path)
            _ = try files.parse(file, diagnostics: &diagnostics)
        } catch {
            diagnostics.merge(error)
        }
        #expect(diagnostics.all.contains { $0.id == id })
        let renderer = DiagnosticRenderer(files: files)
        try Recording.expect(
            diagnostics.all.map { renderer.text($0) + "\n" }.joined(), at: "specs/invalid/\(id)/expected.txt")
    }
}
