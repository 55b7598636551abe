import ApusOverlays
import ApusSource
import TestSupport
import Testing

/// The cases of `specs/invalid` with an `overlay.yaml` for their `document.yaml`. Set `APUS_UPDATE=1` to record what is
/// said about them.
struct InvalidOverlayTests {
    static let cases = Repository.names(in: "specs/invalid").filter {
        Repository.exists("specs/invalid/\($0)/overlay.yaml")
    }

    @Test(arguments: cases)
    func saysExactly(_ id: String) throws {
        let files = SourceFiles()
        var diagnostics = Diagnostics()
        func read(_ name: String) throws -> SourceNode {
            let file = try files.load(
                Repository.root + "/specs/invalid/\(id)/\(name)", shownAs: "specs/invalid/\(id)/\(name)")
            return try files.parse(file, diagnostics: &diagnostics)
        }
        let document = try read("document.yaml")
        let overlay = OverlayDocument.read(try read("overlay.yaml"), diagnostics: &diagnostics)
        _ = overlay?.apply(to: document, diagnostics: &diagnostics)
        #expect(diagnostics.all.contains { $0.id == id })
        let renderer = DiagnosticRenderer(files: files)
        try Recording.expect(
            diagnostics.all.map { renderer.text($0) + "\n" }.joined(), at: "specs/invalid/\(id)/expected.txt")
    }
}
