import ApusSource
import Foundation
import Testing

/// The cases of `specs/invalid` about text, read without the later stages. Set `APUS_UPDATE=1` to record their
/// diagnostics.
struct InvalidSourceTests {
    private static let root = URL(fileURLWithPath: #filePath).appendingPathComponent("../../..").standardized.path

    @Test(arguments: [
        ("alias-expansion", "openapi.yaml"), ("duplicate-key", "openapi.yaml"), ("file-too-large", "document.yaml"),
        ("invalid-encoding", "openapi.yaml"), ("invalid-json", "openapi.json"), ("invalid-yaml", "openapi.yaml"),
        ("loose-json", "openapi.json"), ("missing-file", "openapi.yaml"), ("nesting-too-deep", "openapi.yaml"),
        ("several-documents", "openapi.yaml"),
    ])
    func saysExactly(_ id: String, _ name: String) throws {
        // Nobody wants a file of 64 MiB in a repository.
        let limits = id == "file-too-large" ? SourceLimits(bytesPerFile: 32) : .standard
        let files = SourceFiles(limits: limits)
        let path = "specs/invalid/\(id)/\(name)"
        var diagnostics = Diagnostics()
        do {
            let file = try files.load("\(Self.root)/\(path)", shownAs: path)
            _ = try files.parse(file, diagnostics: &diagnostics)
        } catch {
            diagnostics.merge(error)
        }
        #expect(diagnostics.all.contains { $0.id == id })
        let renderer = DiagnosticRenderer(files: files)
        try compare(diagnostics.all.map { renderer.text($0) + "\n" }.joined(), id)
    }

    private func compare(_ text: String, _ id: String) throws {
        let path = "\(Self.root)/specs/invalid/\(id)/expected.txt"
        let expected = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        guard text != expected, ProcessInfo.processInfo.environment["APUS_UPDATE"] != nil else {
            #expect(text == expected, "run with APUS_UPDATE=1 to record")
            return
        }
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        Issue.record("recorded \(path); run again")
    }
}
