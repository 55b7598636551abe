import ApusOverlays
import ApusSource
import Foundation
import TestSupport
import Testing

struct OverlayConformanceTests {
    @Test func compliantSetsGiveTheirOutput() throws {
        guard let folder = Self.find("compliant-sets") else { return }
        var applied = 0
        for name in Self.names(in: folder) {
            let files = Self.names(in: "\(folder)/\(name)")
            guard files.contains("openapi.yaml") else {
                print("skipped: \(name) has no openapi.yaml")
                continue
            }
            var diagnostics = Diagnostics()
            let overlay = OverlayDocument.read(
                try Self.read("\(folder)/\(name)/overlay.yaml"), diagnostics: &diagnostics)
            let result = try #require(overlay).apply(
                to: try Self.read("\(folder)/\(name)/openapi.yaml"), diagnostics: &diagnostics)
            #expect(result.isEqual(to: try Self.read("\(folder)/\(name)/output.yaml")), "\(name)")
            #expect(diagnostics.all.isEmpty, "\(name): \(diagnostics.all)")
            applied += 1
        }
        #expect(applied >= 4)
    }

    @Test(arguments: ["v1.0", "v1.1"])
    func readsWhatPasses(_ version: String) throws {
        guard let folder = Self.find("tests/\(version)/pass") else { return }
        for name in Self.names(in: folder) {
            let diagnostics = try check("\(folder)/\(name)")
            #expect(diagnostics.isEmpty, "\(name): \(diagnostics)")
        }
    }

    @Test(arguments: ["v1.0", "v1.1"])
    func reportsWhatFails(_ version: String) throws {
        guard let folder = Self.find("tests/\(version)/fail") else { return }
        for name in Self.names(in: folder) { #expect(try !check("\(folder)/\(name)").isEmpty, "\(name)") }
    }

    /// A folder of the public conformance sets of overlays; nil, with a message, where there is none.
    private static func find(_ path: String) -> String? {
        SharedFolder.find("corpus/torture/oai-overlay/" + path)
    }

    private static func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }

    private static func read(_ path: String) throws -> SourceNode {
        let files = SourceFiles()
        return try files.parse(files.load(path))
    }

    private func check(_ path: String) throws -> [Diagnostic] {
        var diagnostics = Diagnostics()
        _ = OverlayDocument.read(try Self.read(path), diagnostics: &diagnostics)
        return diagnostics.all
    }
}
