import ApusSource
import ApusSpec
import Foundation
import Testing

/// The cases of `specs/invalid` with an `overlay.yaml` for their `document.yaml`. Set `APUS_UPDATE=1` to record their
/// diagnostics.
struct InvalidOverlayTests {
    private static let folder = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../specs/invalid")
        .standardized.path
    static let cases = OverlayCorpus.list(folder).filter {
        FileManager.default.fileExists(atPath: "\(folder)/\($0)/overlay.yaml")
    }

    @Test(arguments: cases)
    func saysExactly(_ id: String) throws {
        let files = SourceFiles()
        var diagnostics = Diagnostics()
        func read(_ name: String) throws -> SourceNode {
            let file = try files.load("\(Self.folder)/\(id)/\(name)", shownAs: "specs/invalid/\(id)/\(name)")
            return try files.parse(file, diagnostics: &diagnostics)
        }
        let document = try read("document.yaml")
        let overlay = OverlayDocument.read(try read("overlay.yaml"), diagnostics: &diagnostics)
        _ = overlay?.apply(to: document, diagnostics: &diagnostics)
        #expect(diagnostics.all.contains { $0.id == id })
        let renderer = DiagnosticRenderer(files: files)
        try compare(diagnostics.all.map { renderer.text($0) + "\n" }.joined(), id)
    }

    private func compare(_ text: String, _ id: String) throws {
        let path = "\(Self.folder)/\(id)/expected.txt"
        let expected = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        guard text != expected, ProcessInfo.processInfo.environment["APUS_UPDATE"] != nil else {
            #expect(text == expected, "run with APUS_UPDATE=1 to record")
            return
        }
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        Issue.record("recorded \(path); run again")
    }
}
