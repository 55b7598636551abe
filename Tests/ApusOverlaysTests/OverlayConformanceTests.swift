import ApusOverlays
import ApusSource
import Testing

struct OverlayConformanceTests {
    @Test func compliantSetsGiveTheirOutput() throws {
        guard let folder = OverlayCorpus.findFolder("compliant-sets") else { return }
        var applied = 0
        for name in OverlayCorpus.list(folder) {
            let files = OverlayCorpus.list("\(folder)/\(name)")
            guard files.contains("openapi.yaml") else {
                print("skipped: \(name) has no openapi.yaml")
                continue
            }
            var diagnostics = Diagnostics()
            let overlay = OverlayDocument.read(
                try OverlayCorpus.read("\(folder)/\(name)/overlay.yaml"), diagnostics: &diagnostics)
            let result = try #require(overlay).apply(
                to: try OverlayCorpus.read("\(folder)/\(name)/openapi.yaml"), diagnostics: &diagnostics)
            #expect(result.isEqual(to: try OverlayCorpus.read("\(folder)/\(name)/output.yaml")), "\(name)")
            #expect(diagnostics.all.isEmpty, "\(name): \(diagnostics.all)")
            applied += 1
        }
        #expect(applied >= 4)
    }

    @Test(arguments: ["v1.0", "v1.1"])
    func readsWhatPasses(_ version: String) throws {
        guard let folder = OverlayCorpus.findFolder("tests/\(version)/pass") else { return }
        for name in OverlayCorpus.list(folder) {
            let diagnostics = try check("\(folder)/\(name)")
            #expect(diagnostics.isEmpty, "\(name): \(diagnostics)")
        }
    }

    @Test(arguments: ["v1.0", "v1.1"])
    func reportsWhatFails(_ version: String) throws {
        guard let folder = OverlayCorpus.findFolder("tests/\(version)/fail") else { return }
        for name in OverlayCorpus.list(folder) { #expect(try !check("\(folder)/\(name)").isEmpty, "\(name)") }
    }

    private func check(_ path: String) throws -> [Diagnostic] {
        var diagnostics = Diagnostics()
        _ = OverlayDocument.read(try OverlayCorpus.read(path), diagnostics: &diagnostics)
        return diagnostics.all
    }
}
