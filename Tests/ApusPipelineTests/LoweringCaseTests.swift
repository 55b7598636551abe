import ApusLowering
import ApusSource
import ApusSpec
import TestSupport
import Testing

/// `specs/invalid/<id>/api.yaml` and the exact diagnostics of lowering for it. The document reader finds no error in
/// these, so they have another file name than its own cases, `openapi.yaml`.
struct LoweringCaseTests {
    static let cases = Repository.names(in: "specs/invalid").filter { id in
        Repository.read("specs/invalid/\(id)/api.yaml") != nil
    }

    @Test func thereAreCases() {
        #expect(!Self.cases.isEmpty)
    }

    @Test(arguments: cases)
    func saysExactly(id: String) throws {
        let path = "specs/invalid/\(id)/api.yaml"
        let files = SourceFiles()
        var diagnostics = Diagnostics()
        let file = files.add(path: path, bytes: Array(try #require(Repository.read(path)).utf8))
        let document = try #require(
            DocumentReader.read(file, files: files, loader: .folder(Repository.root), diagnostics: &diagnostics))
        expectNothing(of: diagnostics, "the document itself should be fine")
        var options = LoweringOptions(module: "Pets")
        // As a workspace that does not say it.
        options.hasNamespaces = nil
        options.makesExamples = id.hasSuffix("-example") && id != "misfitting-example"
        _ = Lowering.lower(document, files: files, options: options, diagnostics: &diagnostics)
        Lowering.checkExamples(of: document, diagnostics: &diagnostics)
        #expect(Set(diagnostics.all.map(\.id)) == [id])
        let renderer = DiagnosticRenderer(files: files)
        try Recording.expect(
            diagnostics.all.map { renderer.text($0) + "\n" }.joined(), at: "specs/invalid/\(id)/expected.txt")
    }

    private func expectNothing(of diagnostics: Diagnostics, _ comment: Comment) {
        #expect(diagnostics.all.map(\.message) == [], comment)
    }
}
