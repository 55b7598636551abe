import ApusEmission
import ApusModel
import Foundation
import TestSupport
import Testing

/// Generated modules that are stored, compared, compiled and run. `APUS_UPDATE=1` records the current output, and fails
/// once.
@Suite("Goldens")
struct GoldenTests {
    private static let folder = "Tests/GoldenTests/"

    static let models = ["Pets": PetsModel.model, "Shadows": ShadowsModel.model, "Wire": WireModel.model]

    @Test("what is printed for a model is what is kept, file by file", arguments: ["Pets", "Shadows", "Wire"])
    func files(_ name: String) throws {
        try Self.compareFiles(of: #require(Self.models[name]), named: name)
    }

    static func compareFiles(of model: APIModel, named name: String) throws {
        let files = try Emission.emit(model, options: EmissionOptions())
        let golden = folder + "Goldens/\(name)"
        for file in files {
            try Recording.expect(file.contents, at: golden + "/" + file.path)
        }
        let kept = FileManager.default.subpaths(atPath: Repository.root + "/" + golden) ?? []
        let expected = Set(files.map(\.path))
        let unprinted = kept.filter { $0.contains(".") && !$0.hasSuffix(".docc") && !expected.contains($0) }
        #expect(unprinted == [], "no file is kept that is not printed")
    }

    @Test("the snippets of the README are what is compiled here")
    func snippets() throws {
        try Recording.expect(try Emission.readmeSnippets(PetsModel.model), at: Self.folder + "PetsSnippets.swift")
    }

    @Test("printing twice gives the same bytes")
    func repeats() throws {
        let options = EmissionOptions()
        #expect(
            try Emission.emit(PetsModel.model, options: options) == Emission.emit(PetsModel.model, options: options))
    }
}
