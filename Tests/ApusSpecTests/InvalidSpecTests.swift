import ApusSource
import ApusSpec
import TestSupport
import Testing

/// `specs/invalid/<id>/`: a document and its exact diagnostics. Set `APUS_UPDATE=1` to record them.
struct InvalidSpecTests {
    static let rootNames = ["openapi.yaml", "openapi.json", "swagger.yaml", "swagger.json"]

    /// Folders without such a file belong to other readers: overlays, the workspace file.
    static let cases = Repository.names(in: "specs/invalid").filter { id in
        rootNames.contains { Repository.exists("specs/invalid/\(id)/\($0)") }
    }

    @Test(arguments: cases)
    func saysExactly(_ id: String) throws {
        let name = try #require(Self.rootNames.first { Repository.exists("specs/invalid/\(id)/\($0)") })
        let files = SourceFiles()
        let diagnostics = lint("specs/invalid/\(id)/\(name)", files: files)
        #expect(diagnostics.all.contains { $0.id == id }, "the case does not show its own id")
        let renderer = DiagnosticRenderer(files: files)
        let text = diagnostics.all.map { renderer.text($0) + "\n" }.joined()
        try Recording.expect(text, at: "specs/invalid/\(id)/expected.txt")
    }

    private func lint(_ path: String, files: SourceFiles) -> Diagnostics {
        var diagnostics = Diagnostics()
        do {
            let file = try files.load(Repository.root + "/" + path, shownAs: path)
            _ = DocumentReader.read(
                file, files: files, loader: .folder(Repository.root), diagnostics: &diagnostics)
        } catch {
            diagnostics.merge(error)
        }
        return diagnostics
    }
}
