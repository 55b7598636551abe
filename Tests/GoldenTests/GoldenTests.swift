import ApusEmission
import ApusModel
import Foundation
import Testing

/// Generated modules that are kept, compared, compiled and run. `APUS_UPDATE=1` records what is printed now, and fails once.
@Suite("Goldens")
struct GoldenTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    private static let isRecording = ProcessInfo.processInfo.environment["APUS_UPDATE"] == "1"

    static let models = ["Pets": PetsModel.model, "Shadows": ShadowsModel.model, "Wire": WireModel.model]

    @Test("what is printed for a model is what is kept, file by file", arguments: ["Pets", "Shadows", "Wire"])
    func files(_ name: String) throws {
        try Self.compareFiles(of: #require(Self.models[name]), named: name)
    }

    static func compareFiles(of model: APIModel, named name: String) throws {
        let files = try Emission.emit(model, options: EmissionOptions())
        let golden = folder.appending(path: "Goldens/\(name)")
        for file in files {
            try compare(file.contents, with: golden.appending(path: file.path))
        }
        let kept = FileManager.default.subpaths(atPath: golden.path(percentEncoded: false)) ?? []
        let expected = Set(files.map(\.path))
        let unprinted = kept.filter { $0.contains(".") && !$0.hasSuffix(".docc") && !expected.contains($0) }
        #expect(unprinted == [], "no file is kept that is not printed")
    }

    @Test("the snippets of the README are what is compiled here")
    func snippets() throws {
        try Self.compare(
            try Emission.readmeSnippets(PetsModel.model), with: Self.folder.appending(path: "PetsSnippets.swift"))
    }

    @Test("printing twice gives the same bytes")
    func repeats() throws {
        let options = EmissionOptions()
        #expect(
            try Emission.emit(PetsModel.model, options: options) == Emission.emit(PetsModel.model, options: options))
    }

    private static func compare(_ text: String, with file: URL) throws {
        let kept = try? String(contentsOf: file, encoding: .utf8)
        if kept == text { return }
        guard isRecording else {
            #expect(kept == text, "\(file.lastPathComponent) differs; make goldens records it")
            return
        }
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
        Issue.record("\(file.lastPathComponent) recorded; run again")
    }
}
